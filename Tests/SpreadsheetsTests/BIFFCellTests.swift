import Testing

@testable import Spreadsheets

@Suite struct BIFFCellTests {
  @Test(
    arguments: [
      (0x3FF0_0000, "1"),  // a double
      (0x405E_C001, "1.23"),  // a double, divided by 100
      ((123 << 2) | 2, "123"),  // an integer
      ((33149 << 2) | 3, "331.49"),  // an integer, divided by 100
      (UInt32(bitPattern: Int32(-29) << 2) | 3, "-0.29"),
      (UInt32(bitPattern: Int32(-7) << 2) | 2, "-7"),
    ] as [(UInt32, String)])
  func `RK numbers in all four forms`(bits: UInt32, text: String) throws {
    #expect(try BIFFDump.lines(BIFF.workbook(BIFF.rk(0, 0, bits))) == ["S!A1 number \(text)"])
  }

  @Test func `MULRK gives its columns one after the other`() throws {
    let pairs = (1...3).flatMap { BIFF.u16(0) + BIFF.u32($0 << 2 | 2) }
    let record = BIFF.record(0x00BD, BIFF.u16(4) + BIFF.u16(2) + pairs + BIFF.u16(4))
    #expect(
      try BIFFDump.lines(BIFF.workbook(record))
        == ["S!C5 number 1", "S!D5 number 2", "S!E5 number 3"])
    // It names more columns than it has values for.
    let short = BIFF.record(0x00BD, BIFF.u16(4) + BIFF.u16(2) + pairs + BIFF.u16(5))
    #expect(BIFFDump.outcome(BIFF.workbook(short)) == .damaged(.structure, part: ""))
  }

  @Test(
    arguments: [
      (0x00, "#NULL!"), (0x07, "#DIV/0!"), (0x0F, "#VALUE!"), (0x17, "#REF!"), (0x1D, "#NAME?"),
      (0x24, "#NUM!"), (0x2A, "#N/A"), (0x2B, "#GETTING_DATA"), (0x99, "#UNKNOWN!"),
    ] as [(UInt8, String)])
  func `error codes, in cells and in results`(code: UInt8, text: String) throws {
    let cell = BIFF.record(0x0205, BIFF.place(0, 0) + [code, 1])
    let result = BIFF.formula(0, 1, [2, 0, code, 0, 0, 0, 0xFF, 0xFF])
    #expect(
      try BIFFDump.lines(BIFF.workbook(cell, result)) == [
        "S!A1 error \(text)", "S!B1 error \(text)",
      ])
  }

  @Test func `booleans, also in the nine bytes of OpenOffice`() throws {
    let stream = BIFF.workbook(
      BIFF.record(0x0205, BIFF.place(0, 0) + [1, 0]),
      BIFF.record(0x0205, BIFF.place(0, 1) + [0, 0, 0]),
      BIFF.formula(0, 2, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF]))
    #expect(
      try BIFFDump.lines(stream)
        == ["S!A1 boolean true", "S!B1 boolean false", "S!C1 boolean true"])
  }

  @Test func `cells that only have a format are passed over`() throws {
    let stream = BIFF.workbook(
      BIFF.record(0x0201, BIFF.place(0, 0)),
      BIFF.record(0x00BE, BIFF.u16(0) + BIFF.u16(1) + BIFF.u16(0) + BIFF.u16(0) + BIFF.u16(2)),
      BIFF.number(1, 0, 1))
    #expect(try BIFFDump.lines(stream) == ["S!A2 number 1"])
  }

  @Test func `a number that is none is an error`() throws {
    let stream = BIFF.workbook(BIFF.number(0, 0, .infinity), BIFF.number(0, 1, .nan))
    #expect(try BIFFDump.lines(stream) == ["S!A1 error #NUM!", "S!B1 error #NUM!"])
  }

  @Test func `the text of a formula stands behind its other records`() throws {
    let string = BIFF.record(0x0207, BIFF.narrow("sim"))
    for between in [
      [], BIFF.record(0x04BC, [1, 2]), BIFF.record(0x0221, [1]) + BIFF.record(0x003C, [2]),
      BIFF.record(0x0236, [3]), BIFF.record(0x0091, [4]), BIFF.record(0x0867, [5, 6]),
    ] {
      let stream = BIFF.workbook(
        BIFF.formula(0, 0, BIFF.textResult), between, string, BIFF.number(0, 1, 2))
      #expect(try BIFFDump.lines(stream) == ["S!A1 text sim", "S!B1 number 2"])
    }
  }

  @Test func `a formula whose text is missing is an error, not an empty cell`() throws {
    let formula = BIFF.formula(0, 0, BIFF.textResult)
    let string = BIFF.record(0x0207, BIFF.narrow("sim"))
    let chart = BIFF.begin(0x20) + string + BIFF.end
    for behind in [BIFF.number(0, 1, 2), formula + string, chart, []] {
      let stream = BIFF.workbook(formula, behind)
      #expect(BIFFDump.outcome(stream) == .damaged(.structure, part: ""))
    }
  }

  @Test func `an empty text is a text`() throws {
    let stream = BIFF.workbook(BIFF.formula(0, 0, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]))
    #expect(try BIFFDump.lines(stream) == ["S!A1 text "])
  }

  @Test func `formats tell dates, by their code before their number`() throws {
    func format(_ id: Int, _ code: String) -> [UInt8] {
      BIFF.record(0x041E, BIFF.u16(id) + BIFF.narrow(code))
    }
    func cellFormat(_ id: Int) -> [UInt8] {
      BIFF.record(0x00E0, BIFF.u16(0) + BIFF.u16(id) + Array(repeating: 0, count: 16))
    }
    let globals =
      format(164, "dd/mm/yyyy") + format(165, "[h]:mm") + format(15, "0.00")
      + [0, 14, 164, 165, 15, 166].flatMap(cellFormat)
    let cells = (0...6).flatMap { BIFF.number(0, $0, 45000.5, format: $0) }
    let others = BIFF.number(1, 1, -1, format: 1) + BIFF.number(1, 2, 1e9, format: 2)
    #expect(
      try BIFFDump.lines(BIFF.workbook(globals: globals, cells, others)) == [
        "S!A1 number 45000.5", "S!B1 date 45000.5", "S!C1 date 45000.5", "S!D1 elapsed 45000.5",
        "S!E1 number 45000.5", "S!F1 number 45000.5",
        "S!G1 number 45000.5",  // there is no such XF
        "S!B2 number -1", "S!C2 number 1000000000",
      ])
  }

  @Test(arguments: [
    (27, "date"), (36, "date"), (50, "date"), (58, "date"), (46, "elapsed"), (40, "number"),
  ])
  func `built-in formats of other editions, which no Format record tells`(
    id: Int, kind: String
  ) throws {
    let globals = [0, id].flatMap {
      BIFF.record(0x00E0, BIFF.u16(0) + BIFF.u16($0) + Array(repeating: 0, count: 16))
    }
    let stream = BIFF.workbook(globals: globals, BIFF.number(0, 0, 45000.5, format: 1))
    #expect(try BIFFDump.lines(stream) == ["S!A1 \(kind) 45000.5"])
  }

  @Test func `a workbook without any ROW or DIMENSIONS record`() throws {
    let stream = BIFF.workbook(BIFF.number(2, 5, 1), BIFF.number(9, 0, 2))
    let numbers = BIFFDump.recordNumbers(stream)
    #expect(!numbers.contains(0x0208) && !numbers.contains(0x0200))
    #expect(try BIFFDump.lines(stream) == ["S!F3 number 1", "S!A10 number 2"])
  }

  @Test func `a record too short for its value is an error`() throws {
    for record in [
      BIFF.record(0x0203, BIFF.place(0, 0) + [1, 2, 3]), BIFF.record(0x027E, BIFF.place(0, 0)),
      BIFF.record(0x00FD, BIFF.place(0, 0)), BIFF.record(0x0205, BIFF.place(0, 0)),
      BIFF.record(0x0006, BIFF.place(0, 0)), BIFF.record(0x00BD, [0, 0]),
      BIFF.record(0x0204, [0, 0]),
    ] {
      #expect(BIFFDump.outcome(BIFF.workbook(record)) == .damaged(.structure, part: ""))
    }
  }

  @Test func `limits are told`() throws {
    var limits = Limits()
    limits.rows = 10
    #expect(throws: SpreadsheetError.beyond(.rows(10), part: "")) {
      try BIFFDump.lines(BIFF.workbook(BIFF.number(10, 0, 1)), limits: limits)
    }
    limits = Limits()
    #expect(throws: SpreadsheetError.beyond(.columns(16_384), part: "")) {
      try BIFFDump.lines(BIFF.workbook(BIFF.number(0, 16_384, 1)))
    }
    limits.textLength = 3
    #expect(
      throws: SpreadsheetError.beyond(.textLength(3), part: "", cell: .init(row: 0, column: 0))
    ) {
      try BIFFDump.lines(BIFF.workbook(BIFF.label(0, 0, BIFF.narrow("quatro"))), limits: limits)
    }
    limits.fileSize = 10
    #expect(throws: SpreadsheetError.beyond(.fileSize(10), part: "")) {
      try BIFFDump.lines(BIFF.workbook(), limits: limits)
    }
  }
}
