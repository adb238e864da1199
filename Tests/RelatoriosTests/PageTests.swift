import Dominio
import FoundationEssentials
import Testing

@testable import Relatorios
@testable import Spreadsheets

/// What whoever opens or prints the report sees around the figures, in the parts of the file.
struct PageTests {
  private static let parts = Result { try written() }

  /// Every part of a report, as text.
  private static func written(
    _ recebimentos: Recebimentos? = nil
  ) throws -> [String: String] {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "PageTests-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try RelatorioDeRecebimentos.write(
      recebimentos ?? Exemplo.recebimentos(), cabecalho: Exemplo.cabecalho(), to: file.path)
    let archive = try ZipArchive(source: ByteSource(path: file.path), limits: Limits())
    var parts: [String: String] = [:]
    for name in archive.names {
      parts[name] = String(
        decoding: try archive.prefix(of: PackagePath(name), count: 1 << 20), as: UTF8.self)
    }
    return parts
  }

  private func part(_ name: String) throws -> String {
    try #require(Self.parts.get()[name], "there is no \(name)")
  }

  @Test("Each sheet is A4 landscape, one page wide, with numbered pages", arguments: [1, 2])
  func page(sheet: Int) throws {
    let xml = try part("xl/worksheets/sheet\(sheet).xml")
    #expect(xml.contains(#"<pageSetUpPr fitToPage="1"/>"#))
    #expect(xml.contains(#"<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>"#))
    #expect(
      xml.contains(
        "<oddFooter>&amp;LBase Outubro/2025 · Relatório nº 7&amp;RPágina &amp;P de &amp;N<"))
  }

  @Test(
    "The header of each table stays in sight, has filters, and is repeated on each page",
    arguments: [(1, 6, "'A Receber'!$6:$6"), (2, 5, "Desistências'!$5:$5")])
  func header(sheet: Int, row: Int, titles: String) throws {
    let xml = try part("xl/worksheets/sheet\(sheet).xml")
    #expect(xml.contains(#"<pane ySplit="\#(row)" topLeftCell="A\#(row + 1)""#))
    #expect(xml.contains(#"state="frozen""#))
    #expect(try part("xl/tables/table\(sheet).xml").contains(#"<autoFilter ref="A\#(row):"#))
    #expect(try part("xl/workbook.xml").contains("\(titles)</definedName>"))
  }

  @Test(
    "Each sheet leads to the other from the end of its first line",
    arguments: [(1, "E1", "'Desistências'!A1"), (2, "D1", "'A Receber'!A1")])
  func links(sheet: Int, cell: String, location: String) throws {
    #expect(
      try part("xl/worksheets/sheet\(sheet).xml")
        .contains(#"<hyperlink ref="\#(cell)" location="\#(location)""#))
  }

  @Test("The first sheet is the one that opens")
  func opens() throws {
    #expect(try part("xl/worksheets/sheet1.xml").contains(#"tabSelected="1""#))
    #expect(try !part("xl/worksheets/sheet2.xml").contains("tabSelected"))
    #expect(try !part("xl/workbook.xml").contains("activeTab"))
  }

  @Test("The total is a live formula with its cached value")
  func total() throws {
    #expect(
      try part("xl/worksheets/sheet1.xml")
        .contains("<f>SUBTOTAL(109,AReceber[Valor])</f><v>1566.05</v>"))
    #expect(
      try part("xl/worksheets/sheet2.xml")
        .contains("<f>SUBTOTAL(109,Desistencias[Valor a devolver])</f><v>500.1</v>"))
  }

  @Test(
    "Amounts and totals stand in the file as the decimal's own text",
    arguments: [
      "644.31", "9.95", "64.07", "513.13", "999.99", "0.07", "8191.98", "1000000.01",
      "123456789012.34", "-644.31",
    ])
  func rawTotalOf644_3099999999999(amount: String) throws {
    var recebimentos = Recebimentos()
    recebimentos.aReceber = [
      .init(
        cliente: try Exemplo.chave("ANA"), valor: try Exemplo.reais(amount), assinatura: nil,
        empreendimento: nil, contrato: nil)
    ]
    recebimentos.desistencias = [
      .init(
        cliente: try Exemplo.chave("BIA"), status: .desistiu, observacao: nil,
        estorno: try Exemplo.reais(amount))
    ]
    let parts = try Self.written(recebimentos)
    for sheet in 1...2 {
      let xml = try #require(parts["xl/worksheets/sheet\(sheet).xml"])
      #expect(xml.split(separator: "<v>\(amount)</v>").count == 3, "an amount and its total")
      #expect(xml.contains("</f><v>\(amount)</v>"))
    }
  }

  @Test("Nothing of the input becomes a formula")
  func formulas() throws {
    for sheet in 1...2 {
      #expect(try part("xl/worksheets/sheet\(sheet).xml").split(separator: "<f>").count == 2)
    }
  }

  @Test("Money and days have the formats of Brazil, and the file says what it is")
  func formats() throws {
    let styles = try part("xl/styles.xml")
    #expect(styles.contains(#"formatCode="[$R$-416] #,##0.00""#))
    #expect(styles.contains(#"formatCode="dd/mm/yyyy""#))
    let properties = try part("docProps/core.xml")
    #expect(properties.contains("<dc:title>Comissões a receber - Base Outubro/2025</dc:title>"))
    #expect(properties.contains("<dc:creator>comissoes</dc:creator>"))
    #expect(properties.contains("2025-11-03T12:00:00Z"))
  }
}
