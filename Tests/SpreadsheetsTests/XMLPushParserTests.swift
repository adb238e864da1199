import Testing

@testable import Spreadsheets

@Suite struct XMLPushParserTests {
  /// Writes down what it is told.
  private final class Recorder: XMLReceiver {
    var log = ""
    var stopsAtEndOf: String?

    func start(_ element: XMLElement) {
      log += "<\(Self.text(element.name))"
      element.attributes.forEachPlain { name, value in
        log += " \(Self.text(name))='\(String(decoding: value, as: UTF8.self))'"
      }
      log += ">"
    }

    func end(_ name: XMLName) -> Flow {
      log += "</\(Self.text(name))>"
      return Self.text(name) == stopsAtEndOf ? .stop : .proceed
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) { log += String(decoding: piece, as: UTF8.self) }

    private static func text(_ name: XMLName) -> String { String(cString: name.bytes) }
  }

  private func parse(
    _ bytes: [UInt8], pieceSize: Int = .max, recorder: Recorder = Recorder(),
    limits: Limits = Limits()
  ) throws -> String {
    let parser = XMLPushParser(part: "part", receiver: recorder, limits: limits)
    var start = 0
    var flow = Flow.proceed
    while start < bytes.count, flow == .proceed {
      let end = pieceSize < bytes.count - start ? start + pieceSize : bytes.count
      flow = try bytes.withUnsafeBytes {
        try parser.push(UnsafeRawBufferPointer(rebasing: $0[start..<end]))
      }
      start = end
    }
    if flow == .proceed { try parser.finish() }
    return recorder.log
  }

  private func parse(_ text: String, pieceSize: Int = .max) throws -> String {
    try parse(Array(text.utf8), pieceSize: pieceSize)
  }

  private static let sample = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n\
    <x:a xmlns:x="urn:x" b="1 &amp; &#38; &lt;&#233;" x:c="2"><!-- no --><x:d>é &amp; 😀\
    <![CDATA[<é>]]></x:d>\r\n<?pi?></x:a>
    """
  private static let sampleLog = "<a b='1 & & <é'><d>é & 😀<é></d>\n</a>"

  @Test(arguments: [1, 2, 3, 5, 7, 64, Int.max])
  func piecesOfAnySizeGiveTheSame(size: Int) throws {
    #expect(try parse(Self.sample, pieceSize: size) == Self.sampleLog)
  }

  @Test(arguments: [true, false], [1, 3, 1000])
  func utf16(isBigEndian: Bool, pieceSize: Int) throws {
    let text = "\u{FEFF}" + Self.sample.replacing("UTF-8", with: "UTF-16")
    let bytes = text.utf16.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBigEndian ? pair.reversed() : pair
    }
    #expect(try parse(bytes, pieceSize: pieceSize) == Self.sampleLog)
  }

  @Test func utf8WithByteOrderMark() throws {
    #expect(try parse("\u{FEFF}" + Self.sample) == Self.sampleLog)
  }

  @Test func latin1() throws {
    let bytes = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9]
    #expect(try parse(bytes + Array("</a>".utf8)) == "<a>é</a>")
  }

  @Test func stopsWhenTheReceiverSaysSo() throws {
    let recorder = Recorder()
    recorder.stopsAtEndOf = "b"
    // What follows is not even well-formed.
    let log = try parse(Array("<a><b/><c></a>".utf8), recorder: recorder)
    #expect(log == "<a><b></b>")
  }

  @Test(arguments: [
    ("", 1), ("<a>", 1), ("<a>\n<b>\n</a>", 3), ("<a>\n&nbsp;</a>", 2), ("<a b='1' b='2'/>", 1),
    ("<a>\n\u{1}</a>", 2), ("<a/>\n<b/>", 2), ("PK", 1), ("<a>]]></a>", 1), ("<a b='<'/>", 1),
  ])
  func whatIsNotWellFormed(text: String, line: Int) throws {
    for size in [1, Int.max] {
      #expect(throws: SpreadsheetError.damaged(.xml(line: line), part: "part"), "by \(size)") {
        try parse(text, pieceSize: size)
      }
    }
  }

  @Test(arguments: [
    Array("<a>\n".utf8) + [0xFF, 0xFE] + Array("</a>".utf8),
    Array("<a>\n".utf8) + [0xC3] + Array("</a>".utf8),
    Array("<a>\n<![CDATA[".utf8) + [0xED, 0xA0, 0x80] + Array("]]></a>".utf8),
  ])
  func whatIsNotUTF8(bytes: [UInt8]) throws {
    for size in [1, Int.max] {
      #expect(throws: SpreadsheetError.damaged(.xml(line: 2), part: "part"), "by \(size)") {
        try parse(bytes, pieceSize: size)
      }
    }
  }

  @Test(arguments: ["UTF-16", "utf-16"], ["", "\u{FEFF}"])
  func aPartInUTF8ThatCallsItselfUTF16IsRead(name: String, mark: String) throws {
    let part = "\(mark)<?xml version='1.0' encoding='\(name)'?><a>é</a>"
    for size in [1, 7, Int.max] { #expect(try parse(part, pieceSize: size) == "<a>é</a>") }
    let long = part.replacing("é", with: String(repeating: "é", count: 1000))
    #expect(try parse(long, pieceSize: 64).count == 1007)
  }

  @Test(arguments: [true, false])
  func aPartInUTF16ThatCallsItselfUTF8IsRead(isBigEndian: Bool) throws {
    let bytes = SpreadsheetsTests.utf16("\u{FEFF}" + Self.sample, isBigEndian: isBigEndian)
    for size in [1, 1000] { #expect(try parse(bytes, pieceSize: size) == Self.sampleLog) }
  }

  @Test(arguments: ["klingon", "UTF-32"])
  func encodingsThatDoNotFit(name: String) {
    #expect(throws: SpreadsheetError.damaged(.xml(line: 1), part: "part")) {
      try parse("<?xml version='1.0' encoding='\(name)'?><a/>")
    }
  }

  @Test func unpairedSurrogatesOfUTF16() {
    // Longer than the buffers of the decoder.
    let text = "\u{FEFF}<a>" + String(repeating: "x", count: 10_000)
    var bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    bytes += [0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC]
    for size in [1, 4096, Int.max] {
      #expect(throws: SpreadsheetError.damaged(.xml(line: 1), part: "part"), "by \(size)") {
        try parse(bytes, pieceSize: size)
      }
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://localhost/x'> %x;]><a/>",
  ])
  func documentTypesAreRefused(text: String) {
    for size in [1, Int.max] {
      #expect(throws: SpreadsheetError.damaged(.documentType, part: "part"), "by \(size)") {
        try parse(text, pieceSize: size)
      }
    }
  }

  @Test func depth() throws {
    func nested(_ count: Int) -> [UInt8] {
      Array((String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)).utf8)
    }
    var limits = Limits()
    limits.xmlDepth = 5
    #expect(try parse(nested(5), limits: limits).count == 35)
    #expect(throws: SpreadsheetError.beyond(.xmlDepth(5), part: "part")) {
      try parse(nested(6), limits: limits)
    }
  }

  @Test func aHundredThousandNamesAreRefusedBeforeTheyTakeTime() throws {
    let names = (0..<100_000).map { "<a\($0)/>" }.joined()
    #expect(throws: SpreadsheetError.beyond(.xmlNames(20_000), part: "part")) {
      try parse("<a>\(names)</a>")
    }
  }

  @Test func namespacesThatAreOpenAreCountedTogether() throws {
    func nested(_ depth: Int) -> [UInt8] {
      let tags = (0..<depth).map { "<a xmlns:x\($0)='u' xmlns:y\($0)='u'>" }
      return Array((tags.joined() + String(repeating: "</a>", count: depth)).utf8)
    }
    #expect(try parse(nested(128)).count == 128 * 7)
    #expect(throws: SpreadsheetError.beyond(.xmlAttributes(256), part: "part")) {
      try parse(nested(129))
    }
    // Those of elements that have ended no longer count.
    let inTurn = "<a>\(String(repeating: "<b xmlns:x='u' xmlns:y='u'/>", count: 1000))</a>"
    #expect(try parse(inTurn).count == 7007)
  }

  @Test func undeclaredPrefixesAreToleratedAsOtherReadersDo() throws {
    #expect(try parse("<a><x:b/></a>").contains("b"))
  }
}
