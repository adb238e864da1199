import Testing

@testable import Spreadsheets

@Suite struct XMLTagGuardTests {
  private func check(
    _ bytes: [UInt8], by size: Int, encoding: XMLEncoding = .ascii, limits: Limits = Limits()
  ) throws {
    var tagGuard = XMLTagGuard(encoding: encoding, limits: limits, part: "part")
    for start in stride(from: 0, to: bytes.count, by: size) {
      try bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { try tagGuard.check($0) }
    }
  }

  private static let sizes = [1, 7, 511, 512, 513, 4096, .max >> 1]
  private static let tooMany = SpreadsheetError.beyond(.xmlAttributes(256), part: "part")

  private static func tag(_ count: Int, value: String = "1") -> String {
    "<row" + (0..<count).map { " a\($0)='\(value)'" }.joined() + "/>"
  }

  /// Tags before and behind, so that it lies anywhere.
  private static func document(_ tag: String, offset: Int = 0) -> [UInt8] {
    let before = String(repeating: "<c><v>1</v></c>", count: 100)
    return Array((before + String(repeating: " ", count: offset) + tag + before).utf8)
  }

  @Test(arguments: sizes, [0, 1, 255, 511])
  func `one attribute too many is refused wherever the tag lies`(size: Int, offset: Int) throws {
    for value in ["1", ">", ">>>>", "a='b' c", ""] {
      let value = value.replacing("'", with: "\"")
      try check(Self.document(Self.tag(256, value: value), offset: offset), by: size)
      #expect(throws: Self.tooMany, "\(value)") {
        try check(Self.document(Self.tag(257, value: value), offset: offset), by: size)
      }
    }
  }

  @Test(arguments: sizes)
  func `a long tag of spaces is refused`(size: Int) throws {
    var limits = Limits()
    limits.xmlTag = 2000
    let long = "<row" + String(repeating: " ", count: 2000) + "/>"
    #expect(throws: SpreadsheetError.beyond(.xmlTag(2000), part: "part")) {
      try check(Self.document(long), by: size, limits: limits)
    }
    try check(
      Self.document("<row" + String(repeating: " ", count: 1900) + "/>"), by: size, limits: limits)
  }

  @Test(arguments: sizes)
  func `long texts, comments and end tags with equals signs are let through`(size: Int) throws {
    let signs = String(repeating: "a=b ", count: 2000)
    for text in ["<t>\(signs)</t>", "<!--\(signs)-->", "<?a \(signs)?>", "<![CDATA[\(signs)]]>"] {
      try check(Self.document(text), by: size)
    }
  }

  @Test(arguments: [true, false], [1, 2, 3, 1000])
  func `attributes in UTF-16 are counted by characters, not by bytes`(
    isBigEndian: Bool, size: Int
  ) throws {
    // Both bytes of these characters are that of `<`.
    let text = String(decoding: Self.document(Self.tag(257, value: "\u{3C3C}")), as: UTF8.self)
    let bytes = text.utf16.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBigEndian ? pair.reversed() : pair
    }
    #expect(throws: Self.tooMany) {
      try check(bytes, by: size, encoding: .utf16(isBigEndian: isBigEndian))
    }
  }

  @Test(arguments: [
    "<?xml version='1.0' encoding='UTF-8'?><a/>", "<?xml version='1.0'?><a/>", "<a/>", " <a/>", "",
    "\u{FEFF}<a/>", "<?xml version=\"1.0\" encoding = \"windows-1252\" ?><a/>",
    "<?xml version='1.0' encoding='iso-8859-15'?>",
  ])
  func `encodings that are taken`(text: String) {
    let head = Array(text.utf8)
    #expect(XMLEncoding(head: head) != nil)
  }

  @Test(arguments: ["UTF-7", "IBM037", "ISO-2022-JP", "HZ", "UCS-4", "shift_jis", ""])
  func `encodings in which tags could hide are refused`(name: String) {
    let text = "<?xml version='1.0' encoding='\(name)'?><a/>"
    #expect(XMLEncoding(head: Array(text.utf8)) == nil)
    let wide = Array("\u{FEFF}\(text)".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(XMLEncoding(head: wide) == nil)
  }

  @Test func `what calls itself UTF-16 is believed in two bytes and not in one`() throws {
    let text = "<?xml version='1.0' encoding='UTF-16'?><a/>"
    guard case .misnamed = XMLEncoding(head: Array(text.utf8)) else {
      Issue.record("taken for UTF-16, or refused")
      return
    }
    let wide = Array("\u{FEFF}\(text)".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(XMLEncoding(head: wide) != nil)
  }
}

@Suite struct LimitsTests {
  @Test func `what inflates too far for its size is refused only beyond some MiB`() throws {
    var limits = Limits()
    limits.compressionRatio = 2
    #expect(limits.inflation(of: 1) == 16 << 20)
    #expect(limits.inflation(of: 32 << 20) == 64 << 20)
    #expect(limits.inflation(of: .max) > 1 << 60)
  }

  @Test(arguments: [("aé😀", 4), ("", 0), ("áá", 2)])
  func `a text is measured in units of UTF-16`(text: String, units: Int) throws {
    var limits = Limits()
    limits.textLength = units
    try limits.checkText(Array(text.utf8), part: "")
    limits.textLength = units - 1
    if text.isEmpty { return }
    #expect(throws: SpreadsheetError.beyond(.textLength(units - 1), part: "")) {
      try limits.checkText(Array(text.utf8), part: "")
    }
  }

  @Test func `cells on a place that is taken do not pile up`() throws {
    var limits = Limits()
    limits.columns = 4
    var builder = RowBuilder(
      sharedTexts: TextArena(shared: true), limits: limits, part: "", fileSize: 0)
    try builder.begin(row: 0)
    for number in 0..<1000 { try builder.append(.number(Double(number), column: number % 3)) }
    var values: [Double] = []
    _ = builder.deliver { row in
      values = row.cells.map(\.number)
      return .proceed
    }
    #expect(values == [999, 997, 998])
  }

  @Test func `texts of a sheet are held against the size of the file`() throws {
    var limits = Limits()
    limits.textRatio = 1
    let shared = TextArena(shared: true)
    let slice = shared.append(Array(repeating: 0x41, count: 1 << 20))
    var builder = RowBuilder(sharedTexts: shared, limits: limits, part: "p", fileSize: 2 << 20)
    for row in 0..<34 {
      try builder.begin(row: row)
      try builder.append(.text(slice, column: 0))
    }
    #expect(throws: SpreadsheetError.beyond(.textRatio(1), part: "p")) {
      try builder.append(.text(slice, column: 1))
    }
  }
}
