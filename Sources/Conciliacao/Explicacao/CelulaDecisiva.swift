package import Dominio

extension Fatos {
  /// The value to look at first for what the rules say of the client: the word that their row of the
  /// table asks for, or the amount.
  ///
  /// - Parameter valor: true when only the amount is in question.
  /// - Returns: nil when what counts is that a spreadsheet has no row of the client.
  package func decisiva(para decisao: Decisao, valor: Bool) -> Evidencia? {
    if valor {
      let doWeboPay = webopay?.valor != nil && webopay?.valor == decisao.situacao.valor
      return (doWeboPay ? noWeboPay(.valor) : emGestores(.comissao)).first
    }
    switch decisao.situacao.status {
    case .desistiu: return emGestores(.status).first
    case .desconto: return emGestores(sentido == .desconto ? .forma : .status).first
    case .financiado, .requerAnalise: return emGestores(.forma).first
    case .pago, .nulo: return (noWeboPay(.statusDaParcela) + emGestores(.forma)).first
    }
  }
}
