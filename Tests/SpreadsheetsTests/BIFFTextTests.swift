import Testing

@testable import Spreadsheets

@Suite struct BIFFTextTests {
  private func sharedStrings(_ count: Int, _ records: [UInt8]...) -> [UInt8] {
    let head = BIFF.u32(count) + BIFF.u32(count)
    var stream = BIFF.record(0x00FC, head + (records.first ?? []))
    for record in records.dropFirst() { stream += BIFF.record(0x003C, record) }
    return stream
  }

  private func texts(_ strings: [UInt8], _ indexes: Int...) throws -> [String] {
    let cells = indexes.enumerated().flatMap { BIFF.sharedLabel($0.offset, 0, $0.element) }
    return try BIFFDump.lines(BIFF.workbook(globals: strings, cells)).map {
      String($0[($0.firstRange(of: " text ")?.upperBound ?? $0.startIndex)...])
    }
  }

  @Test func `a text cut in two repeats its flags, which may change`() throws {
    let narrowThenWide = sharedStrings(
      2, BIFF.u16(6) + [0] + Array("abc".utf8),
      [1] + BIFF.u16(0x416) + BIFF.u16(0x44F) + BIFF.u16(0x21) + BIFF.narrow("fim"))
    #expect(try texts(narrowThenWide, 0, 1) == ["abcЖя!", "fim"])
    let wideThenNarrow = sharedStrings(
      1, BIFF.u16(3) + [1] + BIFF.u16(0x416), [0] + Array("çã".utf16.map { UInt8($0) }))
    #expect(try texts(wideThenNarrow, 0) == ["Жçã"])
  }

  @Test func `a text that ends where its record ends repeats nothing`() throws {
    let strings = sharedStrings(2, BIFF.narrow("um"), BIFF.narrow("dois"))
    #expect(try texts(strings, 0, 1) == ["um", "dois"])
  }

  @Test func `a text may begin with the next record, flags and all`() throws {
    let strings = sharedStrings(1, BIFF.u16(2) + [0], [0] + Array("ab".utf8))
    #expect(try texts(strings, 0) == ["ab"])
  }

  @Test func `a surrogate pair may be cut in two`() throws {
    let strings = sharedStrings(1, BIFF.u16(2) + [1] + BIFF.u16(0xD83D), [1] + BIFF.u16(0xDE00))
    #expect(try texts(strings, 0) == ["😀"])
  }

  @Test func `half a unit before the cut is dropped`() throws {
    let strings = sharedStrings(
      1, BIFF.u16(2) + [1] + BIFF.u16(0x41) + [0x42], [1] + BIFF.u16(0x43))
    #expect(try texts(strings, 0) == ["AC"])
  }

  @Test func `lone surrogates become replacement characters`() throws {
    let units = [0xDC00, 0x41, 0xD800, 0x42, 0xD800, 0xD83D, 0xDE00, 0xD800]
    let strings = sharedStrings(1, BIFF.u16(units.count) + [1] + units.flatMap(BIFF.u16))
    #expect(try texts(strings, 0) == ["\u{FFFD}A\u{FFFD}B\u{FFFD}😀\u{FFFD}"])
  }

  @Test func `runs and phonetic text are passed over, also across records`() throws {
    let rich = BIFF.u16(2) + [0x0C] + BIFF.u16(3) + BIFF.u32(9) + Array("ab".utf8)
    let trailing = Array(repeating: 0xEE as UInt8, count: 21)
    let whole = sharedStrings(2, rich + trailing + BIFF.narrow("depois"))
    #expect(try texts(whole, 0, 1) == ["ab", "depois"])
    let cut = sharedStrings(
      2, rich + trailing.prefix(5), trailing.prefix(16) + BIFF.narrow("depois"))
    #expect(try texts(cut, 0, 1) == ["ab", "depois"])
  }

  @Test(arguments: [0, 1, 3, 0x7FFF_FFFF, 0xFFFF_FFFF])
  func `the declared count of texts is not believed`(count: Int) throws {
    let strings = sharedStrings(count, BIFF.narrow("um") + BIFF.narrow("dois"))
    #expect(try texts(strings, 0, 1) == ["um", "dois"])
  }

  @Test func `a text that is not there is an error, told with its cell`() throws {
    func missing(_ cell: CellReference) -> SpreadsheetError {
      .damaged(.sharedText(cell: cell), part: "")
    }
    let first = missing(CellReference(row: 0, column: 0))
    let strings = sharedStrings(1, BIFF.narrow("um"))
    #expect(throws: first) { try texts(strings, 1) }
    #expect(throws: missing(CellReference(row: 1, column: 0))) { try texts(strings, 0, 1) }
    let cutOff = sharedStrings(2, BIFF.narrow("um") + BIFF.u16(500) + [0, 0x41])
    #expect(try texts(cutOff, 0) == ["um"])
    #expect(throws: first) { try texts(cutOff, 1) }
    let phonetic = sharedStrings(
      2, BIFF.u16(1) + [4] + BIFF.u32(0xFFFF_FFF0) + [0x41] + BIFF.narrow("x"))
    #expect(throws: first) { try texts(phonetic, 1) }
  }

  @Test func `texts in their cells, narrow, wide and rich`() throws {
    let stream = BIFF.workbook(
      BIFF.label(0, 0, BIFF.narrow("São")), BIFF.label(0, 1, BIFF.wide("Łódź 😀")),
      BIFF.record(0x00D6, BIFF.place(0, 2) + BIFF.narrow("rico") + BIFF.u16(1) + BIFF.u32(0)),
      BIFF.label(0, 3, BIFF.u16(0)))
    #expect(
      try BIFFDump.lines(stream)
        == ["S!A1 text São", "S!B1 text Łódź 😀", "S!C1 text rico", "S!D1 text "])
  }

  @Test func `the text of a formula may go on in Continue records`() throws {
    let stream = BIFF.workbook(
      BIFF.formula(0, 0, BIFF.textResult),
      BIFF.record(0x0207, BIFF.u16(5) + [0] + Array("abc".utf8)),
      BIFF.record(0x003C, [1] + BIFF.u16(0x416) + BIFF.u16(0x44F)),
      BIFF.formula(0, 1, BIFF.textResult), BIFF.record(0x0207, BIFF.u16(0)))
    #expect(try BIFFDump.lines(stream) == ["S!A1 text abcЖя", "S!B1 text "])
  }

  // MARK: Code pages

  @Test(
    arguments: [
      (nil, [0xC7, 0x80, 0x41], "Ç€A"),
      (1252, [0xC7, 0xE3, 0x81], "Çã\u{FFFD}"),
      (1250, [0xE8, 0xF8], "čř"),
      (1251, [0xCF, 0xF0], "Пр"),
      (1253, [0xC1], "Α"),
      (1254, [0xFE], "ş"),
      (1255, [0xE0], "א"),
      (1256, [0xC7], "ا"),
      (1257, [0xE0], "ą"),
      (1258, [0xFE], "₫"),
      (874, [0xA1], "ก"),
      (932, [0x93, 0xFA, 0x96, 0x7B, 0x41], "日本A"),
      (936, [0xD6, 0xD0], "中"),
      (949, [0xC7, 0xD1], "한"),
      (950, [0xA4, 0xA4], "中"),
      (437, [0x87], "ç"),
      (850, [0xC6], "ã"),
      (852, [0xE7], "š"),
      (866, [0x8F], "П"),
      (10000, [0x8B], "ã"),
      (32768, [0x8B], "ã"),
      (32769, [0xE3], "ã"),
      (367, [0x41], "A"),
      (10006, [0xE1], "α"),
      (10007, [0x80], "А"),
      (10029, [0x8B], "č"),
      (10079, [0xDD], "ð"),
      (10081, [0xDC], "İ"),
      (1200, [0xC7], "Ç"),
      (12345, [0xE3], "ã"),
      (932, [0x93], "\u{FFFD}"),  // a character cut off
      (932, [0xFF, 0x41], "\u{FFFD}A"),
      (1255, [0xE0, 0xFF, 0xE1], "א\u{FFFD}ב"),
    ] as [(Int?, [UInt8], String)])
  func `bytes are read by the code page`(page: Int?, bytes: [UInt8], text: String) throws {
    let globals = page.map { BIFF.record(0x0042, BIFF.u16($0)) } ?? []
    let cell = BIFF.label(0, 0, BIFF.u16(bytes.count) + bytes)
    #expect(
      try BIFFDump.lines(BIFF.workbook(as: .biff5, globals: globals, cell)) == ["S!A1 text \(text)"]
    )
  }

  @Test func `every byte of every page gives some text`() throws {
    for page in Array(UInt16(0)...2000) + Array(10_000...10_100) + [32768, 32769, 65000, 65001] {
      let arena = TextArena(shared: false)
      let decoder = CodePage(page)
      (0...255).map { UInt8($0) }.withView { decoder.append($0, to: arena) }
      #expect(String(validating: arena.bytes, as: UTF8.self)?.isEmpty == false, "page \(page)")
    }
  }

  @Test func `long texts of a code page do not end at a buffer`() throws {
    let bytes = Array(repeating: [0x93, 0xFA] as [UInt8], count: 5000).flatMap(\.self)
    let cell = BIFF.label(0, 0, BIFF.u16(bytes.count) + bytes)
    let globals = BIFF.record(0x0042, BIFF.u16(932))
    #expect(
      try BIFFDump.lines(BIFF.workbook(as: .biff5, globals: globals, cell))
        == ["S!A1 text " + String(repeating: "日", count: 5000)])
  }

  @Test func `a character of a code page may be cut by a Continue record`() throws {
    let stream = BIFF.workbook(
      as: .biff5, globals: BIFF.record(0x0042, BIFF.u16(932)),
      BIFF.formula(0, 0, BIFF.textResult), BIFF.record(0x0207, BIFF.u16(4) + [0x93, 0xFA, 0x96]),
      BIFF.record(0x003C, [0x7B]))
    #expect(try BIFFDump.lines(stream) == ["S!A1 text 日本"])
  }
}
