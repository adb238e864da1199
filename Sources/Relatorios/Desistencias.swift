import Dominio
import SheetWriting

/// The sheet `Desistências`: who gave up, and what must be given back.
enum Desistencias {
  static let aba: StaticString = "Desistências"

  static let titulo = "Desistências"
  static let caminho = "← \(AReceber.aba)"

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
      DraftLine(Desistencias.titulo, Estilo.titulo),
      DraftLine(cabecalho.identificacao, Estilo.linha),
      DraftLine(Desistencias.resumo(recebimentos), Estilo.linha),
    ]
    let table = TableDraft(
      "Desistencias", of: recebimentos.desistencias.sorted { $0.cliente < $1.cliente },
      columns: [
        TableColumn("Cliente", total: .label("Total"), widths: 30...60) {
          DraftCell(texto: $0.cliente.texto).com(fundo: $0.fundo)
        },
        TableColumn("Situação", widths: 14...24) {
          DraftCell(texto: $0.status.nome).com(fundo: $0.fundo)
        },
        TableColumn("Observação", widths: 30...60) {
          DraftCell(texto: $0.observacao).com(fundo: $0.fundo)
        },
        TableColumn(
          "Valor a devolver", alignment: .right, total: .soma(recebimentos.estornos),
          widths: 18...40
        ) {
          DraftCell($0.estorno).com(fundo: $0.fundo)
        },
      ])
    self.init(
      Desistencias.aba, lines: lines, link: SheetLink(Desistencias.caminho, to: AReceber.aba),
      table: table, footer: cabecalho.rodape)
  }
}

extension Recebimentos.Desistencia {
  /// Marks whom money must be given back for.
  fileprivate var fundo: UInt32? { estorno == nil ? nil : Estilo.atencao }
}
