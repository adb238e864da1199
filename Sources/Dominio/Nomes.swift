// How people are told of counts, statuses and alerts.

/// `1 cliente`, `5.500 clientes`.
package func contagem(_ numero: Int, _ singular: String, _ plural: String) -> String {
  "\(milhares(numero)) \(numero == 1 ? singular : plural)"
}

/// A count as people write it: `5.500`.
package func milhares(_ numero: Int) -> String {
  let digits = String(numero.magnitude)
  var result = numero < 0 ? "-" : ""
  for (place, digit) in digits.enumerated() {
    if place > 0, (digits.count - place) % 3 == 0 { result.append(".") }
    result.append(digit)
  }
  return result
}

extension Cliente {
  /// What is remarked of the client, for people. The rules say of who is financed that the signature
  /// is waited for, and go on saying it of who was billed since.
  package var observacaoMostrada: String? {
    guard situacao.status == .financiado, decisao == nil, liberacao == nil,
      let faturamento, faturamento.devolucao == nil
    else { return situacao.observacao }
    return "Faturado no relatório nº \(faturamento.relatorio)"
  }
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

extension TipoDeAlerta.Severidade {
  /// For people.
  package var nome: String {
    switch self {
    case .baixa: "baixa"
    case .media: "média"
    case .alta: "alta"
    }
  }
}

extension TipoDeAlerta {
  /// For people.
  package var nome: String {
    switch self {
    case .gestoresNaoBase: "em Gestores, fora da base"
    case .webopayNaoBase: "no WeboPay, fora da base"
    case .pixNaoConfirmado: "PIX não confirmado"
    case .financiadoSemValor: "financiado sem valor"
    case .multiplasCorrespondencias: "nome repetido"
    case .financiadoNoWebopay: "financiado no WeboPay"
    case .valoresDivergentes: "valores divergentes"
    case .webopaySemGestores: "no WeboPay, sem Gestores"
    case .formaDesconhecida: "forma desconhecida"
    }
  }
}
