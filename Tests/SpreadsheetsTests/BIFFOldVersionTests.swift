import Testing

@testable import Spreadsheets

/// Excel 2, 3 and 4. No program at hand writes them: built by hand after [OOo].
@Suite struct BIFFOldVersionTests {
  /// A cell of BIFF2, whose three bytes of attributes are XF, format and the rest.
  private func cell2(
    _ number: UInt16, _ row: Int, _ column: Int, _ value: [UInt8], xf: UInt8 = 0, format: UInt8 = 0
  ) -> [UInt8] {
    BIFF.record(number, BIFF.u16(row) + BIFF.u16(column) + [xf, format, 0] + value)
  }

  private func format2(_ code: String) -> [UInt8] {
    BIFF.record(0x001E, [UInt8(code.utf8.count)] + Array(code.utf8))
  }

  @Test func `cells of BIFF2`() throws {
    let stream =
      BIFF.begin(0x10, .biff2) + BIFF.record(0x0042, BIFF.u16(437)) + format2("General")
      + format2("dd/mm/yy") + cell2(2, 0, 0, BIFF.u16(65535)) + cell2(3, 0, 1, BIFF.f64(1.5))
      + cell2(3, 0, 2, BIFF.f64(45000), format: 1) + cell2(4, 1, 0, [2, 0x87, 0x41])
      + cell2(5, 1, 1, [1, 0]) + cell2(5, 1, 2, [0x2A, 1]) + cell2(1, 1, 3, [])
      + cell2(6, 2, 0, BIFF.f64(2.5) + [0, 0]) + cell2(6, 2, 1, BIFF.textResult + [0, 0])
      + BIFF.record(0x0021, [1]) + BIFF.record(0x0007, [3] + Array("abc".utf8)) + BIFF.end
    let book = try BIFFWorkbook.open(ByteSource(stream))
    #expect(book.format == .biff2)
    #expect(book.sheets == [Sheet(name: "Sheet 1", visibility: .visible, index: 0)])
    #expect(
      try BIFFDump.lines(book) == [
        "Sheet 1!A1 number 65535", "Sheet 1!B1 number 1.5", "Sheet 1!C1 date 45000",
        "Sheet 1!A2 text çA", "Sheet 1!B2 boolean true", "Sheet 1!C2 error #N/A",
        "Sheet 1!A3 number 2.5", "Sheet 1!B3 text abc",
      ])
  }

  @Test(arguments: [0, 2, 7, 0x0200])
  func `a script's BOF of no real version stands over cells of BIFF5 or BIFF2`(
    declared: Int
  ) throws {
    let begin = BIFF.record(0x0809, BIFF.u16(declared) + BIFF.u16(0x10) + BIFF.u32(0))
    let text = BIFF.record(0x0204, BIFF.place(0, 0) + BIFF.u16(3) + [0x4A, 0x6F, 0xE3])
    #expect(
      try BIFFDump.lines(begin + text + BIFF.number(1, 0, 1.5) + BIFF.end) == [
        "Sheet 1!A1 text Joã", "Sheet 1!A2 number 1.5",
      ])
    #expect(
      try BIFFDump.lines(begin + cell2(4, 0, 0, [2, 0xE3, 0x41]) + BIFF.end) == [
        "Sheet 1!A1 text ãA"
      ])
    #expect(try BIFFDump.lines(begin + BIFF.end) == [])
  }

  @Test func `formats of BIFF2 by XF, beyond 62 by IXFE, until the next`() throws {
    func xf(_ format: UInt8) -> [UInt8] { BIFF.record(0x0043, [0, 0, format, 0]) }
    let formats = format2("General") + format2("dd/mm/yy")
    let xfs = xf(0) + xf(1) + (2..<70).flatMap { _ in xf(0) } + xf(1)
    let index = BIFF.record(0x0044, BIFF.u16(70))
    let cells =
      cell2(3, 1, 0, BIFF.f64(1), xf: 1) + index + cell2(3, 1, 1, BIFF.f64(2), xf: 63)
      + cell2(3, 1, 2, BIFF.f64(3), xf: 63) + cell2(3, 1, 3, BIFF.f64(4), xf: 2)
    let lines = [
      "Sheet 1!A2 date 1", "Sheet 1!B2 date 2", "Sheet 1!C2 date 3", "Sheet 1!D2 number 4",
    ]
    let head = BIFF.begin(0x10, .biff2) + formats + xfs + cells
    #expect(try BIFFDump.lines(head + BIFF.end) == lines)
    // The same when the rows have to be sorted.
    let above = cell2(2, 0, 0, BIFF.u16(9), xf: 2)
    #expect(try BIFFDump.lines(head + above + BIFF.end) == ["Sheet 1!A1 number 9"] + lines)
  }

  @Test(arguments: [BIFF.Version.biff3, .biff4])
  func `a sheet of BIFF3 or BIFF4`(version: BIFF.Version) throws {
    let isThird = version == .biff3
    func format(_ code: String) -> [UInt8] {
      isThird
        ? format2(code)
        : BIFF.record(0x041E, [0, 0, UInt8(code.utf8.count)] + Array(code.utf8))
    }
    func xf(_ format: UInt8) -> [UInt8] {
      BIFF.record(isThird ? 0x0243 : 0x0443, [0, format] + Array(repeating: 0, count: 10))
    }
    let stream =
      BIFF.begin(0x10, version) + BIFF.record(0x0022, BIFF.u16(1)) + format("General")
      + format("h:mm") + xf(0) + xf(1) + BIFF.number(0, 0, 0.5, format: 1)
      + BIFF.rk(0, 1, 7 << 2 | 2) + BIFF.label(0, 2, BIFF.u16(2) + [0xC7, 0x41])
      + BIFF.record(isThird ? 0x0206 : 0x0406, BIFF.place(1, 0) + BIFF.textResult + BIFF.u32(0))
      + BIFF.record(0x0207, BIFF.u16(3) + Array("abc".utf8)) + BIFF.end
    let book = try BIFFWorkbook.open(ByteSource(stream))
    #expect(book.format == (isThird ? .biff3 : .biff4))
    #expect(book.dateSystem == .from1904)
    #expect(
      try BIFFDump.lines(book) == [
        "Sheet 1!A1 date 0.5", "Sheet 1!B1 number 7", "Sheet 1!C1 text ÇA", "Sheet 1!A2 text abc",
      ])
  }

  @Test func `a workbook of BIFF4 has its sheets inside, each with its own formats`() throws {
    func sheet(_ name: String, _ code: String, content: Int = 0x10) -> [UInt8] {
      let substream =
        BIFF.begin(content, .biff4)
        + BIFF.record(0x041E, [0, 0, UInt8(code.utf8.count)] + Array(code.utf8))
        + BIFF.record(0x0443, Array(repeating: 0, count: 12)) + BIFF.number(0, 0, 2) + BIFF.end
      let length = [UInt8(name.utf8.count)] + Array(name.utf8)
      return BIFF.record(0x008F, BIFF.u32(substream.count) + length) + substream
    }
    let stream =
      BIFF.begin(0x100, .biff4) + BIFF.record(0x008E, BIFF.u32(99)) + sheet("Um", "0.00")
      + sheet("Grafico", "0", content: 0x20) + sheet("Dois", "dd/mm/yy") + BIFF.end
    #expect(try BIFFDump.lines(stream) == ["Um!A1 number 2", "Dois!A1 date 2"])
  }

  @Test func `old sheets lie in compound files too`() throws {
    let stream = BIFF.begin(0x10, .biff4) + BIFF.number(0, 0, 1) + BIFF.end
    let file = CompoundFileImage([.init(name: "Book", bytes: stream)])
    #expect(try BIFFDump.lines(file.bytes) == ["Sheet 1!A1 number 1"])
  }
}
