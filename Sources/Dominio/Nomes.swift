// How people are told of counts, statuses and alerts.

/// `1 cliente`, `2 clientes`.
package func contagem(_ numero: Int, _ singular: String, _ plural: String) -> String {
  "\(numero) \(numero == 1 ? singular : plural)"
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
