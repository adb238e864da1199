import CommandLineKit
import Dominio

let temaStatus = HelpTopic("status", "Os seis status de um cliente, e o que fazer em cada um.") {
  [
    .table(
      Status.allCases.map { .init($0.rawValue, "\($0.explicacao). \($0.oQueFazer)") }),
    .text(
      "Quem decide são as regras, com o que está em Gestores e no WeboPay; 'explicar' mostra"
        + " qual delas valeu, e as células que ela olhou. Quando o diretor sabe mais que as planilhas, 'cliente"
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
    case .desconto: "recebeu desconto de comissão; não é faturado"
    case .desistiu: "fez distrato; não é faturado, e o relatório o lista à parte"
    case .requerAnalise: "forma de pagamento desconhecida; aguarda o diretor"
    }
  }

  fileprivate var oQueFazer: String {
    switch self {
    case .nulo: "Nada a fazer: o próximo controle decide."
    case .financiado:
      "Espere a assinatura: 'recebimentos' fatura a comissão quando o cliente aparece no EPR."
    case .pago:
      "Nada a fazer: a comissão já foi paga por PIX e não entra no relatório."
    case .desconto, .desistiu:
      "Se a comissão já tinha sido faturada, é preciso devolvê-la (estorno): use"
        + " 'estorno registrar' quando o dinheiro voltar."
    case .requerAnalise:
      "Diga o que a FORMA significa, com 'config forma', ou decida sobre o cliente, com 'cliente decidir'."
    }
  }
}
