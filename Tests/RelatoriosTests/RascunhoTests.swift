import Dominio
import Testing

@testable import Relatorios
@testable import SheetWriting

/// What the two sheets say, before anything is written.
struct RascunhoTests {
  private func sheets(_ recebimentos: Recebimentos) throws -> (SheetDraft, SheetDraft) {
    let draft = try RelatorioDeRecebimentos.draft(recebimentos, Exemplo.cabecalho())
    try #require(draft.sheets.count == 2)
    return (draft.sheets[0], draft.sheets[1])
  }

  private func column(_ index: Int, of sheet: SheetDraft) -> [CellContent] {
    sheet.table.rows.map { $0[index].content }
  }

  @Test func twoSheets() throws {
    let (aReceber, desistencias) = try sheets(Exemplo.recebimentos())
    #expect("\(aReceber.name)" == "A Receber")
    #expect("\(desistencias.name)" == "Desistências")
    #expect(
      aReceber.table.columns.map { "\($0.heading)" }
        == ["Cliente", "Empreendimento", "Contrato", "Data de assinatura", "Valor"])
    #expect(
      desistencias.table.columns.map { "\($0.heading)" }
        == ["Cliente", "Situação", "Observação", "Valor a devolver"])
  }

  @Test func titleBlock() throws {
    let (aReceber, desistencias) = try sheets(Exemplo.recebimentos())
    #expect(
      aReceber.lines.map(\.text) == [
        "Comissões a receber", "Base Outubro/2025 · Relatório nº 7 · 03/11/2025",
        "Comissões de 3 clientes a receber. 1 cliente sem valor de comissão está marcado REVISAR, fora do total. Há R$ 500,10 a devolver, na aba Desistências.",
        "Fontes: Acompanhamento (ACOMPANHAMENTO_SKILL_2025.xlsx) · Gestores (COMISSÕES_GESTORES.xlsx) · EPR (EPR_03-11-25.xls)",
      ])
    #expect(
      desistencias.lines.map(\.text) == [
        "Desistências", "Base Outubro/2025 · Relatório nº 7 · 03/11/2025",
        "2 desistências. 2 clientes já faturados têm valor a devolver.",
      ])
    #expect(aReceber.footer.code == "&LBase Outubro/2025 · Relatório nº 7&RPágina &P de &N")
  }

  @Test func eachSheetLeadsToTheOther() throws {
    let (aReceber, desistencias) = try sheets(Exemplo.recebimentos())
    #expect(aReceber.link == SheetLink("Desistências →", to: "Desistências"))
    #expect(desistencias.link == SheetLink("← A Receber", to: "A Receber"))
  }

  @Test(
    arguments: [
      ("2025-10-04", nil), ("2025-10-03", .ate60), ("2025-09-04", .ate60),
      ("2025-09-03", .ate90), ("2025-08-05", .ate90), ("2025-08-04", .maisDe90),
      ("1899-12-31", .maisDe90), ("2025-11-03", nil), ("2026-01-31", nil), (nil, nil),
    ] as [(String?, FaixaDeAssinatura?)])
  func theLongerTheWaitTheDarkerTheDay(assinatura: String?, faixa: FaixaDeAssinatura?) throws {
    var recebimentos = Recebimentos()
    recebimentos.aReceber = [
      .init(
        cliente: try Exemplo.chave("A"), valor: try Exemplo.reais("1"),
        assinatura: try assinatura.map { try Exemplo.dia($0) }, empreendimento: nil, contrato: nil)
    ]
    let sheet = try sheets(recebimentos).0
    #expect(sheet.table.rows.first?[3].style.fill == faixa?.cor)
    #expect(
      sheet.legend.dropFirst().map(\.style.fill)
        == (faixa == nil ? [] : FaixaDeAssinatura.allCases.map(\.cor)))
  }

  @Test func rowsToLookAtAreMarkedWhole() throws {
    let (aReceber, desistencias) = try sheets(Exemplo.recebimentos())
    let fills = aReceber.table.rows.map { $0.map(\.style.fill) }
    #expect(fills[0] == [nil, nil, nil, nil, nil])
    #expect(fills[1].allSatisfy { $0 != nil })
    #expect(
      desistencias.table.rows.map { $0.allSatisfy { $0.style.fill != nil } }
        == [true, false, true])
  }

  @Test func clientsOfBothListsInOneOrder() throws {
    let (aReceber, _) = try sheets(Exemplo.recebimentos())
    #expect(
      column(0, of: aReceber) == [
        .text("ANTONIA GIULIA"), .text("JOÃO DA SILVA"), .text("LEVI"),
        .text("ÉRICA <&> \"SOUZA\""),
      ])
    #expect(
      column(4, of: aReceber) == [
        .number(1234.56, shown: "R$ 1.234,56"), .text("REVISAR"),
        .number(331.48, shown: "R$ 331,48"), .number(0.01, shown: "R$ 0,01"),
      ])
    #expect(
      column(3, of: aReceber) == [
        .day(year: 2025, month: 10, day: 30), .day(year: 2025, month: 10, day: 15),
        .day(year: 2025, month: 10, day: 2), .blank,
      ])
  }

  @Test func theTotalLeavesOutWhatIsToBeReviewed() throws {
    let (aReceber, desistencias) = try sheets(Exemplo.recebimentos())
    guard case .label(let label) = aReceber.table.columns[0].total,
      case .sum(let total, let shown, let numberFormat) = aReceber.table.columns[4].total,
      case .sum(let estornos, _, _) = desistencias.table.columns[3].total
    else {
      Issue.record("no totals")
      return
    }
    #expect("\(label)" == "Total")
    #expect(total == 1566.05)
    #expect(shown == "R$ 1.566,05")
    #expect(numberFormat.contains("R$"))
    #expect(estornos == 500.1)
  }

  /// 0.1 added ten times in doubles is 0.9999999999999999.
  @Test func theTotalIsTheDecimalSum() throws {
    var recebimentos = Recebimentos()
    recebimentos.aReceber = try (0..<10).map {
      .init(
        cliente: try Exemplo.chave("CLIENTE \($0)"), valor: try Exemplo.reais("0.1"),
        assinatura: nil, empreendimento: nil, contrato: nil)
    }
    guard case .sum(let total, _, _) = try sheets(recebimentos).0.table.columns[4].total else {
      Issue.record("no total")
      return
    }
    #expect(total == 1)
  }

  @Test(arguments: [
    (0, 0, "Nenhuma comissão a receber: o total é R$ 0,00."),
    (1, 0, "Comissão de 1 cliente a receber."),
    (2, 0, "Comissões de 2 clientes a receber."),
    (
      0, 2,
      "Nenhuma comissão a receber: o total é R$ 0,00. 2 clientes sem valor de comissão estão marcados REVISAR, fora do total."
    ),
  ])
  func sumsUpInWords(aReceber: Int, semValor: Int, expected: String) throws {
    var recebimentos = Recebimentos()
    recebimentos.aReceber = try (0..<aReceber).map {
      .init(
        cliente: try Exemplo.chave("A \($0)"), valor: try Exemplo.reais("1"), assinatura: nil,
        empreendimento: nil, contrato: nil)
    }
    recebimentos.semValor = try (0..<semValor).map {
      .init(
        cliente: try Exemplo.chave("B \($0)"), assinatura: nil, empreendimento: nil,
        contrato: nil)
    }
    try #expect(sheets(recebimentos).0.lines[2].text == expected)
  }

  @Test func nobodyGaveUp() throws {
    try #expect(
      sheets(Recebimentos()).1.lines[2].text == "Nenhuma desistência. Nenhum valor a devolver.")
  }

  @Test func aDayBefore1900IsShownAsText() throws {
    var recebimentos = Recebimentos()
    recebimentos.aReceber = [
      .init(
        cliente: try Exemplo.chave("A"), valor: try Exemplo.reais("1"),
        assinatura: try Exemplo.dia("1899-12-31"), empreendimento: nil, contrato: nil)
    ]
    try #expect(column(3, of: sheets(recebimentos).0) == [.text("31/12/1899")])
  }

  @Test func propertiesFollowTheHeader() throws {
    let properties = try Exemplo.cabecalho().properties
    #expect(properties.title == "Comissões a receber - Base Outubro/2025")
    #expect(properties.author == "comissoes")
    #expect(properties.created == 1_762_171_200)
  }
}
