import TestSupport
import Testing

@testable import Spreadsheets

/// The same sheets as four programs write them; `Fixtures/gerar/leitor_xlsx.py`.
@Suite struct XLSXWorkbookTests {
  private func open(_ name: String) throws -> any Workbook {
    try openWorkbook(ByteSource(path: Fixture.path("planilhas/xlsx/\(name).xlsx")))
  }

  private static let header = [
    "A1 text NOME", "B1 text COMISSÃO", "C1 text DATA", "D1 text HORA", "E1 text DURAÇÃO",
    "F1 text PAGO", "G1 text TOTAL",
  ]

  private static func client(
    _ row: Int, _ name: String, _ value: String, _ day: String, _ paid: Bool,
    total: Bool
  ) -> [String] {
    [
      "A\(row) text \(name)", "B\(row) number \(value)", "C\(row) date \(day) 0:0:0",
      "D\(row) date 8:30:0", "E\(row) elapsed 1.5", "F\(row) boolean \(paid)",
    ] + (total ? ["G\(row) number 2"] : [])
  }

  private static func expected(
    escape: String = "_x0041_", large: String = "12345678901234570",
    total: Bool = true
  ) -> [String] {
    header
      + client(2, "JOÃO DA SILVA", "331.4805", "2025-11-3", true, total: total)
      + client(
        3, "  Maria & Cia <Ltda>  ", "1234.56", "2025-10-31", false, total: total)
      + client(4, "linha 1\nlinha 2", "-0.01", "1999-12-31", true, total: total)
      + client(5, "\(escape) 😀", large, "1904-1-2", false, total: total)
      + ["A8 text RICO E FORTE", "B8 error #N/A"] + (total ? ["C8 text ab"] : [])
  }

  @Test func openpyxl() throws {
    let workbook = try open("openpyxl")
    // openpyxl stores no results of formulas and escapes nothing.
    let expected = Self.expected(escape: "A", large: "1.234567890123457e+16", total: false)
    #expect(try dumpOf(sheet: workbook.sheets[0], in: workbook) == expected)
    #expect(workbook.dateSystem == .from1900)
    #expect(workbook.format == .xlsx)
  }

  @Test(arguments: ["xlsxwriter", "xlsxwriter-inline", "xlsxwriter-1904"])
  func xlsxWriter(name: String) throws {
    let workbook = try open(name)
    let is1904 = name == "xlsxwriter-1904"
    let expected = Self.expected(large: "1.234567890123457e+16")
    #expect(try dumpOf(sheet: workbook.sheets[0], in: workbook) == expected)
    #expect(workbook.dateSystem == (is1904 ? .from1904 : .from1900))
  }

  @Test func libreOffice() throws {
    let workbook = try open("libreoffice")
    let expected = Self.expected(large: "1.23456789012346e+16")
    #expect(try dumpOf(sheet: workbook.sheets[0], in: workbook) == expected)
  }

  @Test(arguments: ["openpyxl", "xlsxwriter", "xlsxwriter-inline", "xlsxwriter-1904"])
  func hiddenSheetsAreListedAndChartSheetsLeftOut(name: String) throws {
    let workbook = try open(name)
    let sheets = workbook.sheets
    #expect(sheets.map(\.name) == ["Comissões", "Oculta", "Muito oculta"])
    #expect(sheets.map(\.visibility) == [.visible, .hidden, .veryHidden])
    #expect(sheets.map(\.index) == [0, 1, 2])
    #expect(try dumpOf(sheet: sheets[1], in: workbook).isEmpty)
    #expect(try dumpOf(sheet: sheets[2], in: workbook) == ["XFD1048576 text canto"])
  }

  @Test func aSheetCanBeReadTwiceAndLeftEarly() throws {
    let workbook = try open("xlsxwriter")
    var indices: [Int] = []
    try workbook.readRows(of: workbook.sheets[0]) { row in
      indices.append(row.index)
      return row.index < 2 ? .proceed : .stop
    }
    #expect(indices == [0, 1, 2])
    #expect(try dumpOf(sheet: workbook.sheets[0], in: workbook).first == "A1 text NOME")
  }

  @Test func aLargeSheetLeftEarlyIsWholeTheNextTime() throws {
    let text = String(repeating: "x", count: 32_000)
    let rows = (0..<400).map { _ in "<row><c t=\"str\"><v>\(text)</v></c></row>" }.joined()
    let bytes = ZipBuilder(XLSXBuilder(rows: rows).entries).bytes
    let workbook = try openWorkbook(ByteSource(bytes))
    #expect(bytes.count > RowOrder.heldSize)
    for wanted in [1, 399, 2, 400, 400] {
      var indices: [Int] = []
      try workbook.readRows(of: workbook.sheets[0]) { row in
        indices.append(row.index)
        return indices.count < wanted ? .proceed : .stop
      }
      #expect(indices == Array(0..<wanted))
    }
  }

  /// Cut anywhere, a workbook is an error that says so.
  @Test func truncatedAnywhere() throws {
    let bytes = try Fixture.bytes("planilhas/xlsx/openpyxl.xlsx")
    for sixteenth in 1..<16 {
      let source = ByteSource(Array(bytes[..<(bytes.count * sixteenth / 16)]))
      #expect(throws: SpreadsheetError.damaged(.truncated, part: "")) { try openWorkbook(source) }
    }
  }
}
