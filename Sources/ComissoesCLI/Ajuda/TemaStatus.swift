import CommandLineKit
import Dominio

let temaStatus = HelpTopic("status", "Os seis status de um cliente, e o que fazer em cada um.") {
  [
    .table(
      Status.allCases.map { .init($0.rawValue, "\($0.explicacao). \($0.oQueFazer)") }),
    .text(
      "Quem decide são as regras, sobre o que está em Gestores e no WeboPay; 'explicar' mostra"
        + " quais, com as células que olharam. Quando o diretor sabe mais que as planilhas, 'cliente"
        + " decidir' põe a palavra dele no lugar, com o motivo."),
    .examples([
      "comissoes base mostrar --status requer_analise",
      "comissoes explicar \"ANA SOUZA\"",
      "comissoes cliente decidir \"ANA SOUZA\" --status pago --valor 337,33 --motivo \"recebida\"",
    ]),
  ]
}

extension Status {
  /// For help and documents.
  var explicacao: String {
    switch self {
    case .nulo: "sem informação que decida; aguarda dados"
    case .financiado: "financiou; a comissão é liberada na assinatura do contrato (EPR)"
    case .pago: "pagou por PIX, confirmado no WeboPay"
    case .desconto: "recebeu desconto de comissão; nada se fatura"
    case .desistiu: "fez distrato; nada se fatura, e o relatório o lista à parte"
    case .requerAnalise: "forma de pagamento desconhecida; aguarda o diretor"
    }
  }

  fileprivate var oQueFazer: String {
    switch self {
    case .nulo: "Nada a fazer: o próximo controle decide."
    case .financiado: "Espere a assinatura: 'recebimentos' o fatura quando ele está em EPR."
    case .pago: "'recebimentos' o fatura quando ele está em EPR."
    case .desconto, .desistiu:
      "Se a comissão já tinha sido faturada, há um estorno: 'estorno registrar' quando devolver."
    case .requerAnalise:
      "Diga o que a FORMA significa, com 'config forma', ou decida por ele, com 'cliente decidir'."
    }
  }
}
