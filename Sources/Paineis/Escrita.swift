import Conciliacao
import Dominio
import Pages

// Amounts, days and numbers as they stand on the page.

extension Dia {
  /// For people, with the day for programs beside it.
  var marcado: Node { element("time", ("datetime", iso)) { brasileiro } }
}

extension Dinheiro {
  /// How long a bar is. Nothing is ever reckoned with it.
  var medida: Double { Double(texto) ?? 0 }
}

extension String {
  /// With a capital at its head.
  package var capitulado: String { prefix(1).uppercased() + dropFirst() }
}

extension Recebivel.Estado {
  /// For people.
  var nome: String {
    switch self {
    case .faturado(let relatorio, let dia, nil):
      "Faturado em \(dia.brasileiro), relatório nº\u{A0}\(relatorio)"
    case .faturado(let relatorio, _, let devolucao?):
      "Devolvido em \(devolucao.brasileiro), relatório nº\u{A0}\(relatorio)"
    case .assinado: "Assinado, a faturar"
    case .revisar: "Revisar: assinado, sem valor"
    case .aguardando: "Aguardando assinatura"
    case .comOutroNome: "Já faturado com outro nome"
    }
  }
}
