/// The six states of a client's commission. Docs/regras.md §5
package enum Status: String, CaseIterable, Sendable {
  case nulo = "NULO"
  case financiado = "FINANCIADO"
  case pago = "PAGO"
  case desconto = "DESCONTO"
  case desistiu = "DESISTIU"
  case requerAnalise = "REQUER_ANALISE"
}

extension Status {
  /// For people.
  package var nome: String {
    switch self {
    case .nulo: "Nulo"
    case .financiado: "Financiado"
    case .pago: "Pago"
    case .desconto: "Desconto"
    case .desistiu: "Desistiu"
    case .requerAnalise: "Requer análise"
    }
  }
}
