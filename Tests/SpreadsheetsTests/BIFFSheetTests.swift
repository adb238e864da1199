import Testing

@testable import Spreadsheets

@Suite struct BIFFSheetTests {
  private func book(_ stream: [UInt8]) throws -> BIFFWorkbook {
    try BIFFWorkbook.open(ByteSource(stream))
  }

  @Test func `only worksheets are listed, in the order of their tabs`() throws {
    let stream = BIFF.workbook(sheets: [
      .init(name: [1, 0] + Array("B".utf8), state: 1, records: BIFF.number(0, 0, 1)),
      .init(name: [1, 0] + Array("C".utf8), type: 2, content: 0x20, records: []),
      .init(name: [1, 0] + Array("M".utf8), type: 1, content: 0x40, records: []),
      .init(name: [1, 0] + Array("V".utf8), type: 6, content: 0x06, records: []),
      .init(name: [2, 1] + BIFF.u16(0x416) + BIFF.u16(0), state: 2, records: BIFF.number(0, 0, 2)),
      .init(name: [1, 0] + Array("A".utf8), records: BIFF.number(0, 0, 3)),
    ])
    let book = try book(stream)
    #expect(book.sheets.map(\.name) == ["B", "Ж", "A"])
    #expect(book.sheets.map(\.visibility) == [.hidden, .veryHidden, .visible])
    #expect(try BIFFDump.lines(book) == ["B!A1 number 1", "Ж!A1 number 2", "A!A1 number 3"])
  }

  @Test func `a chart that is listed as a worksheet is left out`() throws {
    let stream = BIFF.workbook(sheets: [
      .init(name: [1, 0, 0x43], content: 0x20, records: BIFF.number(0, 0, 99)),
      .init(name: [1, 0, 0x41], records: BIFF.number(0, 0, 3)),
    ])
    #expect(try BIFFDump.lines(stream) == ["A!A1 number 3"])
  }

  @Test func `names of BIFF5 sheets are in the code page`() throws {
    let stream = BIFF.workbook(
      as: .biff5, globals: BIFF.record(0x0042, BIFF.u16(1251)),
      sheets: [.init(name: [2, 0xCF, 0xF0], records: [])])
    #expect(try book(stream).sheets.map(\.name) == ["Пр"])
    #expect(try book(stream).format == .biff5)
  }

  @Test func `the numbers of an embedded chart are not the sheet's`() throws {
    let inner = BIFF.begin(0x20) + BIFF.number(0, 0, 98) + BIFF.end
    let chart = BIFF.begin(0x20) + BIFF.number(0, 0, 99) + inner + BIFF.number(5, 5, 97) + BIFF.end
    let stream = BIFF.workbook(BIFF.number(0, 0, 1), chart, BIFF.number(0, 1, 2))
    #expect(try BIFFDump.lines(stream) == ["S!A1 number 1", "S!B1 number 2"])
  }

  @Test func `rows out of order come in order`() throws {
    let stream = BIFF.workbook(
      BIFF.number(5, 1, 52), BIFF.number(2, 0, 21), BIFF.number(5, 0, 51),
      BIFF.formula(2, 1, BIFF.textResult), BIFF.record(0x0207, BIFF.narrow("x")),
      BIFF.number(0, 3, 4), BIFF.number(0, 3, 5))
    #expect(
      try BIFFDump.lines(stream) == [
        "S!D1 number 5",  // written twice: the last one counts
        "S!A3 number 21", "S!B3 text x", "S!A6 number 51", "S!B6 number 52",
      ])
    var rows: [Int] = []
    let book = try book(stream)
    try book.readRows(of: book.sheets[0]) { row in
      rows.append(row.index)
      return row.index == 2 ? .stop : .proceed
    }
    #expect(rows == [0, 2])
  }

  @Test func `an empty sheet has no rows`() throws {
    #expect(try BIFFDump.lines(BIFF.workbook()).isEmpty)
    #expect(try book(BIFF.workbook()).sheets.count == 1)
  }

  @Test func `a password is told, wherever it stands`() throws {
    let pass = BIFF.record(0x002F, BIFF.u16(1) + BIFF.u16(1))
    #expect(BIFFDump.outcome(BIFF.workbook(globals: pass)) == .encrypted)
    #expect(BIFFDump.outcome(BIFF.workbook(as: .biff5, globals: pass)) == .encrypted)
    #expect(BIFFDump.outcome(BIFF.begin(0x10, .biff3) + pass + BIFF.end) == .encrypted)
  }

  @Test func `a chart or macro file by itself holds no sheet`() throws {
    for content in [0x20, 0x40] {
      let stream = BIFF.begin(content, .biff3) + BIFF.end
      #expect(BIFFDump.outcome(stream) == .unsupported(.excelWithoutCells))
    }
  }

  @Test func `recognises compound files and record streams only`() throws {
    #expect(BIFFWorkbook.recognises(CompoundFileHeader.signature))
    #expect(BIFFWorkbook.recognises(BIFF.begin(5)))
    #expect(BIFFWorkbook.recognises(BIFF.begin(0x10, .biff2)))
    for other in [[], [0x50, 0x4B, 3, 4], Array("\t\0 texto qualquer".utf8), [9, 8]] as [[UInt8]] {
      #expect(!BIFFWorkbook.recognises(other))
      #expect(BIFFDump.outcome(other) == .unsupported(.unknown))
    }
  }

  @Test func `a stream cut anywhere is an error`() throws {
    let strings = BIFF.record(0x00FC, BIFF.u32(1) + BIFF.u32(1) + BIFF.narrow("texto"))
    let stream = BIFF.workbook(
      globals: strings, BIFF.sharedLabel(0, 0, 0), BIFF.number(1, 0, 2),
      BIFF.formula(2, 0, BIFF.textResult), BIFF.record(0x0207, BIFF.narrow("abc")))
    #expect(BIFFDump.outcome(stream) == nil)
    for length in 0..<stream.count {
      #expect(BIFFDump.outcome(Array(stream.prefix(length))) != nil, "\(length) bytes")
    }
    // Rows before the cut are not handed over either: a shorter sheet would pass for the whole.
    let cut = try book(Array(stream.dropLast(2)))
    var rows = 0
    #expect(throws: SpreadsheetError.damaged(.truncated, part: "")) {
      try cut.readRows(of: cut.sheets[0]) { _ in
        rows += 1
        return .proceed
      }
    }
    #expect(rows == 0)
  }

  @Test func `a sheet that is not where the list says is an error`() throws {
    let stream = BIFF.workbook(BIFF.number(0, 0, 1))
    let list = BIFF.begin(5).count + 4
    for (offset, damage) in [(list - 4, Damage.structure), (0x7FFF_FFFF, .truncated)] {
      let patched = stream.patched(list, BIFF.u32(offset))
      #expect(BIFFDump.outcome(patched) == .damaged(damage, part: ""))
    }
  }

  @Test func `a sheet without EOF ends where the next begins`() throws {
    // Without a bound it would take in the second as a chart.
    let stream = BIFF.workbook(sheets: [
      .init(name: [1, 0, 0x41], records: BIFF.number(0, 0, 1)),
      .init(name: [1, 0, 0x42], records: BIFF.number(0, 0, 2)),
    ])
    let second = stream.count - (BIFF.begin(0x10) + BIFF.number(0, 0, 2) + BIFF.end).count
    let open = stream.patched(second - 4, BIFF.u16(0x00FF))
    #expect(try BIFFDump.lines(open) == ["A!A1 number 1", "B!A1 number 2"])
    // The EOF that is missing may be that of a chart, with cells of the sheet behind it.
    let chart = BIFF.workbook(sheets: [
      .init(name: [1, 0, 0x41], records: BIFF.begin(0x20) + BIFF.number(0, 0, 1)),
      .init(name: [1, 0, 0x42], records: []),
    ])
    #expect(BIFFDump.outcome(chart) == .damaged(.truncated, part: ""))
    // A record that reaches into the next sheet, or a chart that does: something is missing.
    for patch in [BIFF.u16(0x00FF) + BIFF.u16(1), BIFF.u16(0x0809)] {
      let damaged = try book(stream.patched(second - 4, patch))
      #expect(throws: SpreadsheetError.damaged(.truncated, part: "")) {
        try damaged.readRows(of: damaged.sheets[0]) { _ in .proceed }
      }
      try damaged.readRows(of: damaged.sheets[1]) { row in
        #expect(row.cells.map(\.number) == [2])
        return .proceed
      }
    }
  }

  @Test func `the same sheet listed twice is read once`() throws {
    let stream = BIFF.workbook(sheets: [
      .init(name: [1, 0, 0x41], records: BIFF.number(0, 0, 1)),
      .init(name: [1, 0, 0x42], records: BIFF.number(0, 0, 2)),
    ])
    let list = BIFF.begin(5).count + 4
    let first = Array(stream[list..<list + 4])
    let twice = try book(stream.patched(list + 13, first))
    #expect(throws: SpreadsheetError.damaged(.truncated, part: "")) {
      try twice.readRows(of: twice.sheets[1]) { _ in .proceed }
    }
  }
}
