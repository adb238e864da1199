/// The nine inconsistencies, numbered as in Docs/regras.md §5. Their descriptions stand beside
/// the conditions that raise them, in `Conciliacao`.
package enum TipoDeAlerta: Int, CaseIterable, Sendable {
  case gestoresNaoBase = 1
  case webopayNaoBase
  case pixNaoConfirmado
  case financiadoSemValor
  case multiplasCorrespondencias
  case financiadoNoWebopay
  case valoresDivergentes
  case webopaySemGestores
  case formaDesconhecida

  package enum Severidade: String, CaseIterable, Sendable {
    case baixa = "BAIXA"
    case media = "MEDIA"
    case alta = "ALTA"
  }

  package var numero: Int { rawValue }
  package var codigo: String { linha.codigo }
  package var severidade: Severidade { linha.severidade }
  package var acaoSugerida: String { linha.acao }

  package init?(codigo: String) {
    guard let tipo = Self.allCases.first(where: { $0.codigo == codigo }) else { return nil }
    self = tipo
  }

  private var linha: (codigo: String, severidade: Severidade, acao: String) {
    switch self {
    case .gestoresNaoBase:
      ("gestores_nao_base", .media, "Verificar se cliente deveria estar na Base de Acompanhamento")
    case .webopayNaoBase:
      ("webopay_nao_base", .media, "Verificar se cliente deveria estar na Base de Acompanhamento")
    case .pixNaoConfirmado:
      ("pix_nao_confirmado", .alta, "Confirmar se pagamento foi processado no WeboPay")
    case .financiadoSemValor:
      (
        "financiado_sem_valor", .alta,
        "Revisar planilha de Gestores - valor de comissão não encontrado"
      )
    case .multiplasCorrespondencias:
      ("multiplas_correspondencias", .alta, "Revisar planilha - duplicidade detectada")
    case .financiadoNoWebopay:
      ("financiado_no_webopay", .media, "Verificar se houve mudança na forma de pagamento")
    case .valoresDivergentes:
      ("valores_divergentes", .alta, "Verificar qual valor está correto")
    case .webopaySemGestores:
      (
        "webopay_sem_gestores", .media,
        "Verificar se cliente deveria estar cadastrado em Gestores"
      )
    case .formaDesconhecida:
      ("forma_desconhecida", .alta, "Analisar manualmente e definir tratamento adequado")
    }
  }
}
