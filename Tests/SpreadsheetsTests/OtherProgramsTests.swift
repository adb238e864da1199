import TestSupport
import Testing

@testable import Spreadsheets

/// What programs of Perl, Ruby and Java and gnumeric write; `Fixtures/gerar/leitor_programas.py`.
@Suite struct OtherProgramsTests {
  private func open(_ name: String) throws -> any Workbook {
    try openWorkbook(ByteSource(path: Fixture.path("planilhas/programas/\(name)")))
  }

  private func dump(_ name: String) throws -> [String] {
    let workbook = try open(name)
    return try workbook.sheets.flatMap { try dumpOf(sheet: $0, in: workbook) }
  }

  private func expect(_ name: String, sheets: [String], _ lines: [String]) throws {
    #expect(try open(name).sheets.map(\.name) == sheets)
    #expect(try dump(name) == lines)
  }

  @Test func `ISO dates of openpyxl, in a sheet that declares no size`() throws {
    try expect(
      "openpyxl-datas-iso.xlsx", sheets: ["Datas"],
      [
        "A1 date 2025-11-3 0:0:0", "B1 date 2025-11-3 14:30:15", "C1 date 8:30:0", "D1 text texto",
      ])
    let archive = try ZipArchive(
      source: ByteSource(Fixture.bytes("planilhas/programas/openpyxl-datas-iso.xlsx")),
      limits: Limits())
    let sheet = try archive.prefix(of: PackagePath("xl/worksheets/sheet1.xml"), count: 10_000)
    let text = String(decoding: sheet, as: UTF8.self)
    #expect(text.contains("t=\"d\""))
    #expect(!text.contains("<dimension"))
  }

  @Test func `a workbook with macros, and texts that look like escapes`() throws {
    try expect(
      "xlsxwriter.xlsm", sheets: ["Plan1"],
      ["A1 text _x005F_", "B1 number 1.5", "C1 text a\rb"])
    #expect(try open("xlsxwriter.xlsm").format == .xlsx)
  }

  @Test(arguments: ["matriz-biff5.xls", "matriz.xls", "matriz.xlsx"])
  func `results of array formulas`(name: String) throws {
    try expect(
      name, sheets: ["Matriz"],
      [
        "A1 text n1", "B1 number 1", "C1 text n1ã", "D1 number 2", "E1 text n1!", "F1 number 1.5",
        "A2 text n2", "B2 number 2", "C2 text n2ã", "D2 number 4", "E2 text n2!", "F2 number 3",
        "A3 text n3", "B3 number 3", "C3 text n3ã", "D3 number 6",
        "A4 text n4", "B4 number 4", "C4 text n4ã", "D4 number 8",
      ])
    #expect(try (open(name).format == .biff5) == (name == "matriz-biff5.xls"))
  }

  @Test(arguments: ["perl.xls", "perl.xlsx"])
  func `formats of Perl's writers, from 1904, behind a chart sheet`(name: String) throws {
    let workbook = try open(name)
    #expect(workbook.sheets.map(\.name) == ["Ação", "Oculta"])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden])
    #expect(workbook.dateSystem == .from1904)
    let day = "date 2025-11-3 12:0:0"
    let number = "number 44502.5"
    // A negative number has no date, whatever its format.
    let kinds =
      Array(repeating: day, count: 6) + ["elapsed 44502.5"]
      + Array(repeating: number, count: 5)
    let others = [
      1: ["D1 text João 日本"], 2: ["D2 date 2025-11-4 0:0:0"], 3: ["D3 text ab"],
      5: ["D5 text http://example.com/"],
    ]
    let lines = kinds.enumerated().flatMap { index, value in
      ["A\(index + 1) \(value)", "B\(index + 1) number -1"] + others[index + 1, default: []]
    }
    #expect(try dump(name) == lines)
  }

  @Test func `cells of Ruby's writer`() throws {
    try expect(
      "ruby.xls", sheets: ["Ação", "Oculta"],
      [
        "A1 text João 日本", "B1 number 331.4805", "C1 number -0.01", "D1 boolean true",
        "E1 boolean false", "F1 number 45964", "A2 date 2025-11-3 0:0:0",
        "B2 date 2025-11-3 12:0:0", "C2 text texto", "B4 text página",
      ])
  }

  @Test func `formulas and rich texts of POI, in texts longer than a record`() throws {
    let workbook = try open("poi.xls")
    #expect(workbook.sheets.map(\.name) == ["Ação €", "Muito oculta"])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .veryHidden])
    let rich = (0..<900).map { "A\($0 + 11) text rico \($0)\($0 % 3 == 0 ? " Ж" : "")" }
    #expect(
      try dump("poi.xls") == [
        "A1 text João 😀", "B1 number 331.4805", "C1 boolean true", "D1 error #N/A", "E1 text ",
        "A2 date 1901-10-23 23:3:50.400", "B2 text aЖ", "C2 error #DIV/0!", "D2 boolean true",
        "E2 text ", "F2 text " + String(repeating: "Ж", count: 9000), "G2 date 2025-11-3 0:0:0",
        "A3 text João 😀!", "A4 text João 😀!",
      ] + rich + ["IV65536 text canto"])
  }
}
