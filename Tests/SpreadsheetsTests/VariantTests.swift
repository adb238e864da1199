import TestSupport
import Testing

@testable import Spreadsheets

/// One workbook as several programs write it, and in odd packages;
/// `Fixtures/gerar/leitor_variantes.py`.
@Suite struct VariantTests {
  private static let cells = [
    "A1 text NOME", "B1 text COMISSÃO", "C1 text DATA", "D1 text HORA", "E1 text DURAÇÃO",
    "F1 text PAGO", "G1 text TOTAL", "A2 text JOÃO & <Cia>", "B2 number 331.4805",
    "C2 date 2025-11-3 0:0:0", "D2 date 8:30:0", "E2 elapsed 1.5", "F2 boolean true",
    "G2 number 662.961", "A3 text linha 1\nlinha 2", "B3 number -0.01",
    "C3 date 1999-12-31 23:59:58", "F3 boolean false", "G3 error #DIV/0!",
    "A5 text aspas \" e ; e ,", "C5 text depois de duas colunas", "B2 text x",
  ]

  private func open(_ name: String) throws -> any Workbook {
    try openWorkbook(ByteSource(path: Fixture.path("planilhas/variantes/\(name)")))
  }

  @Test(arguments: [
    "gnumeric.xlsx", "infozip.xlsx", "zip-descritores.xlsx", "zip64.xlsx",
    "zip-parte-repetida.xlsx", "zip-lixo-antes.xlsx", "nomes-em-maiusculas.xlsx",
    "barras-invertidas.xlsx", "partes-em-utf16.xlsx", "partes-com-bom.xlsx",
    "utf8-que-se-diz-utf16.xlsx", "gnumeric-biff5.xls", "gnumeric-biff8.xls",
    "gnumeric-book-e-workbook.xls",
  ])
  func `the same cells, whoever wrote them and however they are packed`(name: String) throws {
    let workbook = try open(name)
    #expect(workbook.sheets.map(\.name) == ["Comissões", "Oculta"])
    let cells = try workbook.sheets.flatMap { try dumpOf(sheet: $0, in: workbook) }
    #expect(cells == Self.cells)
  }

  @Test func `of Book and Workbook the newer counts`() throws {
    #expect(try open("gnumeric-biff5.xls").format == .biff5)
    #expect(try open("gnumeric-book-e-workbook.xls").format == .biff8)
    let file = try CompoundFile(
      ByteSource(Fixture.bytes("planilhas/variantes/gnumeric-book-e-workbook.xls")))
    #expect(file.stream(named: "Book") != nil)
    #expect(file.stream(named: "Workbook") != nil)
  }

  @Test func `a file has what its name says`() throws {
    func flags(_ name: String) throws -> UInt8 {
      try Fixture.bytes("planilhas/variantes/\(name)")[6]
    }
    #expect(try flags("zip-descritores.xlsx") & 8 != 0)
    #expect(try flags("gnumeric.xlsx") & 8 == 0)
    let repeated = try ZipArchive(
      source: ByteSource(Fixture.bytes("planilhas/variantes/zip-parte-repetida.xlsx")),
      limits: Limits())
    #expect(repeated.names.count { $0 == "xl/worksheets/sheet1.xml" } == 2)
    let utf16 = try ZipArchive(
      source: ByteSource(Fixture.bytes("planilhas/variantes/partes-em-utf16.xlsx")),
      limits: Limits())
    #expect(try utf16.prefix(of: PackagePath("xl/workbook.xml"), count: 2) == [0xFF, 0xFE])
  }
}
