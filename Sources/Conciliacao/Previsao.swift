package import Dominio

/// What the rules will find in a row before anything is crossed, and its cell. Docs/regras.md §4
package struct Previsao: Sendable, Equatable {
  package let evidencia: Evidencia
  /// What will come of it, in words.
  package let mensagem: String
}

/// Asks the engine about the row that counts of each name in Gestores: for alerts that Gestores
/// alone raises, and for amounts that nobody can be owed.
package func prever(_ gestores: [Gestores.Registro]) -> [Previsao] {
  IndiceDeNomes(gestores).primeiros().flatMap { registro -> [Previsao] in
    let decisao = decidir(
      Fatos(cliente: registro.cliente, gestores: registro, webopay: nil))
    return decisao.alertas.compactMap { $0.previsao(registro) }
      + negativo(registro.comissao, registro.evidencias(.comissao))
  }.sorted { $0.evidencia.linha < $1.evidencia.linha }
}

/// The same for WeboPay, of which the rows of parcela 1 count.
package func prever(_ webopay: [WeboPay.Registro]) -> [Previsao] {
  IndiceDeNomes(webopay.filter { $0.parcela == 1 }).primeiros().flatMap {
    negativo($0.valor, $0.evidencias(.valor))
  }.sorted { $0.evidencia.linha < $1.evidencia.linha }
}

private func negativo(_ valor: Dinheiro?, _ evidencias: [Evidencia]) -> [Previsao] {
  guard let valor, valor < .zero, let evidencia = evidencias.first else { return [] }
  return [
    Previsao(
      evidencia: evidencia,
      mensagem: "o valor de \(evidencia.coluna) é negativo; confira o sinal")
  ]
}

extension Alerta {
  /// Nil for an alert that only another spreadsheet can confirm.
  fileprivate func previsao(_ registro: Gestores.Registro) -> Previsao? {
    switch tipo {
    case .formaDesconhecida:
      registro.evidencias(.forma).first.map {
        Previsao(
          evidencia: $0,
          mensagem: "\($0.valor ?? "") é uma FORMA que o programa não sabe tratar;"
            + " \(cliente) vai ficar como Requer análise (alerta \(tipo.numero))")
      }
    case .financiadoSemValor:
      registro.evidencias(.comissao).first.map {
        Previsao(
          evidencia: $0,
          mensagem: "\(cliente) está como Financiado e não tem COMISSÃO; sem ela não se fatura"
            + " (alerta \(tipo.numero))")
      }
    case .gestoresNaoBase, .webopayNaoBase, .pixNaoConfirmado, .multiplasCorrespondencias,
      .financiadoNoWebopay, .valoresDivergentes, .webopaySemGestores:
      nil
    }
  }
}
