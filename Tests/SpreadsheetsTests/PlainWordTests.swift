import Testing

@testable import Spreadsheets

/// Eight bytes at a time tell what a look at each of them tells.
@Suite struct PlainWordTests {
  private func word(_ bytes: [UInt8]) throws -> PlainWord {
    try (bytes + Array(repeating: 0, count: PlainWord.size)).withUnsafeBufferPointer {
      PlainWord(at: try #require($0.baseAddress))
    }
  }

  @Test(arguments: 0...8)
  func `digits end at whatever byte is none`(count: Int) throws {
    let digits = [UInt8]("98765432".utf8.prefix(count))
    for other in UInt8.min...UInt8.max {
      guard !(0x30...0x39).contains(other) else { continue }
      for last in [0x00, 0x30, 0x39, 0x80, 0xFF] as [UInt8] {
        let rest = Array(repeating: last, count: 8)
        let found = try word(digits + (count < 8 ? [other] + rest : rest)).leadingDigits
        #expect(found.count == count)
        #expect(found.number == Int(String(decoding: digits, as: UTF8.self)) ?? 0)
      }
    }
  }

  @Test func `every number of four digits is read`() throws {
    for number in 0..<10_000 {
      let found = try word([UInt8]("\(number)<".utf8)).leadingDigits
      #expect(found.number == number)
      #expect(found.count == "\(number)".utf8.count)
    }
  }

  @Test(arguments: 0..<8)
  func `the first noteworthy byte is found wherever it stands`(place: Int) throws {
    for byte in UInt8.min...UInt8.max {
      let isNoteworthy = byte < 0x20 || byte >= 0x80 || "<&_]".utf8.contains(byte)
      for other in [" ", "a", "~", "\u{7F}", ";", "=", "'", "^", "\\", "`"] as [Character] {
        var bytes = [UInt8](String(repeating: other, count: 8).utf8)
        bytes[place] = byte
        #expect(try word(bytes).firstNoteworthy == (isNoteworthy ? place : 8))
      }
    }
  }

  @Test(arguments: 1...8)
  func `a literal is taken where it stands whole`(count: Int) {
    let literals: [StaticString] = [
      "<", "<c", "<v>", " r=\"", "<row>", "</row>", "</v></c", "</v></c>",
    ]
    let text = [UInt8]("\(literals[count - 1])".utf8)
    (text + Array(repeating: 0, count: PlainWord.size)).withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      for end in 0...count {
        var cursor = PlainCursor(start)
        if end < count { cursor.advance(by: end + 1) }
        #expect(cursor.take(PlainLiteral(literals[count - 1])) == (end == count))
        #expect(cursor.position - start == (end == count ? count : end + 1))
      }
    }
  }
}

/// Cells of shared texts are looked up when their row is complete; nobody sees the difference.
@Suite struct AwaitedTextsTests {
  private let items = (0..<300).map { $0 % 7 == 3 ? "<si><t/></si>" : "<si><t>t\($0)</t></si>" }

  private func dumps(_ rows: String) throws -> (plain: DumpOutcome, alone: DumpOutcome) {
    dumpBothWays(
      ZipBuilder(XLSXBuilder(rows: rows, sharedStrings: items.joined()).entries).bytes)
  }

  @Test func `more texts in a row than are awaited at a time, some of them empty`() throws {
    let cells = (0..<300).map { index in
      index % 5 == 0
        ? "<c><v>\(index)</v></c>" : "<c t=\"s\"><v>\(299 - index)</v></c>"
    }
    let outcomes = try dumps("<row>\(cells.joined())</row><row><c t=\"s\"><v>1</v></c></row>")
    #expect(outcomes.plain == outcomes.alone)
    var expected: [String] = []
    for index in 0..<300 {
      let place = CellReference(row: 0, column: index)
      let text = 299 - index
      if index % 5 == 0 {
        expected.append("\(place) number \(index)")
      } else if text % 7 != 3 {
        expected.append("\(place) text t\(text)")
      }
    }
    guard case .success(let lines) = outcomes.plain else {
      Issue.record("\(outcomes.plain)")
      return
    }
    #expect(lines.dropLast() == expected[...])
  }

  @Test(arguments: [
    // The last cell of a place counts, and an empty text is none.
    ("<c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"A1\" t=\"s\"><v>2</v></c>", ["A1 t2", "B1 t1"]),
    ("<c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"A1\" t=\"s\"><v>2</v></c>", ["A1 t2"]),
    ("<c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"A1\" t=\"s\"><v>3</v></c>", ["A1 t1"]),
    ("<c r=\"B1\" t=\"s\"><v>3</v></c><c r=\"A1\" t=\"s\"><v>1</v></c>", ["A1 t1"]),
    ("<c r=\"A1\" t=\"s\"><v>3</v></c>", []),
  ])
  func `places taken twice`(cells: String, expected: [String]) throws {
    let outcomes = try dumps("<row r=\"1\">\(cells)</row>")
    #expect(outcomes.plain == outcomes.alone)
    guard case .success(let lines) = outcomes.plain else {
      Issue.record("\(outcomes.plain)")
      return
    }
    #expect(lines.map { $0.replacing(" text ", with: " ") } == expected)
  }

  @Test func `a row given back to libxml2 leaves nothing behind`() throws {
    let outcomes = try dumps(
      "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><!-- --></row><row><c><v>5</v></c></row>")
    #expect(outcomes.plain == outcomes.alone)
  }
}
