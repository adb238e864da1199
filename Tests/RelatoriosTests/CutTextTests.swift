import Dominio
import Testing

@testable import Relatorios
@testable import SheetWriting

/// Fonts and sizes may move; no row and no column may be too small for what stands in it.
struct CutTextTests {
  private func expectWhole(_ draft: WorkbookDraft) {
    for sheet in draft.sheets {
      for (column, heading) in sheet.table.columns.enumerated() {
        #expect(heading.width >= TextWidth.estimate("\(heading.heading)", bold: true))
        switch heading.total {
        case .sum(_, let shown, _), .count(_, let shown, _):
          #expect(heading.width > TextWidth.estimate(shown, bold: true), "\(shown)")
        case .none, .label: break
        }
        for row in sheet.table.rows where !row[column].style.wraps {
          let cell = row[column]
          // A number that does not fit is shown as #####.
          #expect(
            heading.width > TextWidth.estimate(cell.content.shown, bold: cell.style.bold),
            "\(cell.content.shown)")
        }
      }
      if let link = sheet.link {
        let last = sheet.table.columns[sheet.spanned - 1]
        #expect(last.width > TextWidth.estimate(link.text))
      }
      for (cell, column) in zip(sheet.legend, sheet.table.columns) {
        #expect(column.width > TextWidth.estimate(cell.content.shown) * cell.style.size / 11)
      }
    }
  }

  private func recebimentos(_ valor: String) throws -> Recebimentos {
    var recebimentos = Recebimentos()
    recebimentos.aReceber = try (0..<3).map {
      .init(
        cliente: try Exemplo.chave("MARIA \($0) " + String(repeating: "WANDERLEY ", count: 9)),
        valor: try Exemplo.reais(valor), assinatura: try Exemplo.dia("2024-12-31"),
        empreendimento: String(repeating: "W", count: 300), contrato: "8787.7235.3736-1")
    }
    recebimentos.desistencias = [
      .init(
        cliente: try Exemplo.chave("ANA"), status: .desistiu, observacao: nil,
        estorno: try Exemplo.reais(valor))
    ]
    return recebimentos
  }

  @Test(arguments: ["0.01", "331.48", "99999999.99", "99999999999999.99", "-99999999999999.99"])
  func nothingOfTheReportIsCut(valor: String) throws {
    expectWhole(
      try RelatorioDeRecebimentos.draft(recebimentos(valor), Exemplo.cabecalho()))
  }

  @Test(arguments: ["0.01", "331.48", "99999999.99", "99999999999999.99"])
  func nothingOfTheBaseIsCut(valor: String) throws {
    let relatorio = try Exemplo.cabecalho()
    let conta = Faturamento(
      valor: try Exemplo.reais(valor), dia: relatorio.dia, contrato: nil, base: relatorio.base,
      relatorio: 1)
    let linhas = try (0..<3).map {
      PlanilhaDaBase.Linha(
        Cliente(
          chave: try Exemplo.chave("MARIA \($0)"), linhas: [],
          situacao: Situacao(
            .desistiu, valor: try Exemplo.reais(valor), fonte: nil, observacao: nil),
          faturamento: conta), alertas: 999_999)
    }
    expectWhole(
      PlanilhaDaBase.draft(
        linhas,
        .init(base: relatorio.base, dia: relatorio.dia, resumo: "", fontes: relatorio.fontes)))
  }

  /// A wrapped text takes the lines that it needs, and its row is as high.
  @Test func rowsAreAsHighAsTheirTexts() throws {
    let sheet = try RelatorioDeRecebimentos.draft(recebimentos("1"), Exemplo.cabecalho()).sheets[0]
    let width = sheet.table.columns[1].width
    #expect(
      Double(sheet.table.lines(ofRow: 0)) * width
        >= TextWidth.estimate(
          String(repeating: "W", count: 300)))
  }
}
