import Dominio
import FoundationEssentials
import Testing

@testable import Relatorios
@testable import SheetWriting
@testable import Spreadsheets

/// The workbook of a whole base.
struct PlanilhaDaBaseTests {
  private typealias Linha = PlanilhaDaBase.Linha

  private func cabecalho() throws -> PlanilhaDaBase.Cabecalho {
    let relatorio = try Exemplo.cabecalho()
    return PlanilhaDaBase.Cabecalho(
      base: relatorio.base, dia: relatorio.dia, resumo: "A receber: R$ 331,48",
      fontes: relatorio.fontes)
  }

  private func linhas() throws -> [Linha] {
    let base = try Exemplo.cabecalho().base
    let conta = Faturamento(
      valor: try Exemplo.reais("500"), dia: try Exemplo.dia("2025-09-02"), contrato: "1",
      base: base, relatorio: 7)
    let decidida = Situacao(
      .pago, valor: try Exemplo.reais("10.005"), fonte: DecisaoManual.fonte, observacao: "=1+1")
    return [
      Linha(
        Cliente(
          chave: try Exemplo.chave("=ANA"), linhas: [2],
          cadastro: .init(
            dia: try Exemplo.dia("2025-01-10"), corretor: "@c", imobiliaria: "-i",
            empreendimento: "+e", unidade: "0012"),
          situacao: Situacao(
            .financiado, valor: try Exemplo.reais("331.4805"), fonte: "Gestores (Financiado)",
            observacao: nil)), alertas: 2),
      Linha(
        Cliente(
          chave: try Exemplo.chave("BIA"), linhas: [3],
          situacao: Situacao(.desistiu, valor: .zero, fonte: nil, observacao: nil),
          faturamento: conta), alertas: 0),
      Linha(
        Cliente(
          chave: try Exemplo.chave("CÉU"), linhas: [], situacao: decidida,
          decisao: DecisaoManual(
            .pago, valor: try Exemplo.reais("10.005"), motivo: "=1+1",
            dia: try Exemplo.dia("2025-10-30"), sobre: try Exemplo.chave("CÉU"), base: base,
            contra: .inicial, regras: .inicial)),
        alertas: 1),
      Linha(Cliente(chave: try Exemplo.chave("DAVI"), linhas: [5]), alertas: 0),
    ]
  }

  private func withFile(_ linhas: [Linha], _ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "PlanilhaDaBaseTests-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try PlanilhaDaBase.write(linhas, cabecalho: cabecalho(), to: file.path)
    try body(file.path)
  }

  private func part(_ name: String) throws -> String {
    var text = ""
    try withFile(linhas()) { path in
      let archive = try ZipArchive(source: ByteSource(path: path), limits: Limits())
      text = String(
        decoding: try archive.prefix(of: PackagePath(name), count: 1 << 20), as: UTF8.self)
    }
    return text
  }

  @Test func whatIsWrittenReadsBack() throws {
    let linhas = try linhas()
    try withFile(linhas) {
      try PlanilhaDaBase.verify(path: $0, against: linhas, cabecalho: cabecalho())
    }
    try withFile([]) { try PlanilhaDaBase.verify(path: $0, against: [], cabecalho: cabecalho()) }
  }

  @Test func anotherBaseIsRefused() throws {
    let linhas = try linhas()
    try withFile(linhas) { path in
      for place in linhas.indices {
        var other = linhas
        other[place] = Linha(other[place].cliente, alertas: 9)
        #expect(throws: PlanilhaDaBase.Failure.self) {
          try PlanilhaDaBase.verify(path: path, against: other, cabecalho: cabecalho())
        }
      }
      #expect(throws: PlanilhaDaBase.Failure.self) {
        try PlanilhaDaBase.verify(path: path, against: linhas.dropLast(), cabecalho: cabecalho())
      }
    }
  }

  @Test func aFileCutShortIsRefused() throws {
    let linhas = try linhas()
    try withFile(linhas) { path in
      let bytes = try Data(contentsOf: URL(filePath: path))
      for length in stride(from: 0, to: bytes.count, by: 211) {
        try bytes.prefix(length).write(to: URL(filePath: path))
        #expect(throws: PlanilhaDaBase.Failure.self, "\(length) bytes") {
          try PlanilhaDaBase.verify(path: path, against: linhas, cabecalho: cabecalho())
        }
      }
    }
  }

  /// 10.005 is billed as 10.01: what the rows show adds up to the total.
  @Test func amountsAreInCentsAndTotalsFollowTheFilter() throws {
    let xml = try part("xl/worksheets/sheet1.xml")
    #expect(xml.contains("<v>331.48</v>"))
    #expect(xml.contains("<v>10.01</v>"))
    #expect(xml.contains("<f>SUBTOTAL(109,Base[Valor])</f><v>341.49</v>"))
    #expect(xml.contains("<f>SUBTOTAL(109,Base[Faturado])</f><v>500</v>"))
    #expect(xml.contains("<f>SUBTOTAL(109,Base[A devolver])</f><v>500</v>"))
    #expect(xml.contains("<f>SUBTOTAL(109,Base[Alertas])</f><v>3</v>"))
    #expect(xml.contains("<f>SUBTOTAL(103,Base[Status])</f><v>4</v>"))
    #expect(xml.split(separator: "<f>").count == 6, "and no other formula")
  }

  @Test func itIsPrintedUpToTheDecisionAndKeepsTheNamesInSight() throws {
    let xml = try part("xl/worksheets/sheet1.xml")
    #expect(xml.contains(#"<pane xSplit="1" ySplit="7" topLeftCell="B8""#))
    #expect(xml.contains(#"<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>"#))
    #expect(xml.contains(#"<hyperlink ref="J1" location="'Resumo'!A1""#))
    let workbook = try part("xl/workbook.xml")
    #expect(workbook.contains("Base!$A$1:$J$12</definedName>"))
    #expect(workbook.contains("Base!$7:$7</definedName>"))
  }

  @Test func theSummaryHasEveryStatusAndTwoCharts() throws {
    let partes = PlanilhaDaBase.partes(try linhas())
    #expect(partes.map(\.status) == Status.allCases)
    #expect(partes.map(\.clientes) == [1, 1, 1, 0, 1, 0])
    #expect(
      partes.map(\.valor.texto) == ["0", "331.48", "10.01", "0", "0", "0"])
    let chart = try part("xl/charts/chart2.xml")
    #expect(chart.contains("<c:f>Resumo!$C$5:$C$10</c:f>"))
    #expect(chart.contains("<c:v>Requer análise</c:v>"))
    #expect(try part("xl/worksheets/sheet2.xml").contains("<f>SUBTOTAL(109,Resumo[Clientes])</f>"))
  }

  @Test func onlyItsOwnFilesAreExports() throws {
    try withFile(linhas()) { path in
      #expect(PlanilhaDaBase.isExport(path))
      #expect(!RelatorioDeRecebimentos.isReport(path))
      try RelatorioDeRecebimentos.write(
        Exemplo.recebimentos(), cabecalho: Exemplo.cabecalho(), to: path)
      #expect(!PlanilhaDaBase.isExport(path))
      try Data("nada".utf8).write(to: URL(filePath: path))
      #expect(!PlanilhaDaBase.isExport(path))
    }
    #expect(!PlanilhaDaBase.isExport("/nowhere/at/all.xlsx"))
  }
}
