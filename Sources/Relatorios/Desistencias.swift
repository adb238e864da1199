import Dominio
import SheetWriting

/// The sheet `Desistências`: who gave up, and what must be given back.
enum Desistencias {
  static let aba: StaticString = "Desistências"

  static func resumo(_ recebimentos: Recebimentos) -> String {
    let desistencias =
      switch recebimentos.totalDeDesistencias {
      case 0: "Nenhuma desistência."
      case 1: "1 desistência."
      case let count: "\(count) desistências."
      }
    return switch recebimentos.desistencias.count(where: { $0.estorno != nil }) {
    case 0: "\(desistencias) Nenhum valor a devolver."
    case 1: "\(desistencias) 1 cliente já faturado tem valor a devolver."
    case let count: "\(desistencias) \(count) clientes já faturados têm valor a devolver."
    }
  }
}

extension SheetDraft {
  init(desistencias recebimentos: Recebimentos, _ cabecalho: RelatorioDeRecebimentos.Cabecalho) {
    let lines = [
      DraftLine("Desistências", Estilo.titulo),
      DraftLine(cabecalho.identificacao, Estilo.linha),
      DraftLine(Desistencias.resumo(recebimentos), Estilo.linha),
    ]
    let table = TableDraft(
      "Desistencias", of: recebimentos.desistencias.sorted { $0.cliente < $1.cliente },
      columns: [
        TableColumn("Cliente", total: .label("Total"), widths: 30...60) {
          DraftCell(texto: $0.cliente.texto)
        },
        TableColumn("Situação", widths: 14...24) { DraftCell(texto: $0.status.rawValue) },
        TableColumn("Observação", widths: 30...60) { DraftCell(texto: $0.observacao) },
        TableColumn(
          "Valor a devolver", alignment: .right, total: .soma(recebimentos.estornos),
          widths: 18...40
        ) {
          DraftCell($0.estorno)
        },
      ])
    self.init(Desistencias.aba, lines: lines, table: table, footer: cabecalho.rodape)
  }
}
