/// The six states of a client's commission. Docs/regras.md §5
package enum Status: String, CaseIterable, Sendable {
  case nulo = "NULO"
  case financiado = "FINANCIADO"
  case pago = "PAGO"
  case desconto = "DESCONTO"
  case desistiu = "DESISTIU"
  case requerAnalise = "REQUER_ANALISE"
}
