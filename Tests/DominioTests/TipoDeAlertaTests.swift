import Testing

@testable import Dominio

struct TipoDeAlertaTests {
  /// As the customer numbered and worded them. Docs/regras.md §5
  private static let tabela: [(Int, String, String, String)] = [
    (
      1, "gestores_nao_base", "MEDIA",
      "Verificar se cliente deveria estar na Base de Acompanhamento"
    ),
    (
      2, "webopay_nao_base", "MEDIA", "Verificar se cliente deveria estar na Base de Acompanhamento"
    ),
    (3, "pix_nao_confirmado", "ALTA", "Confirmar se pagamento foi processado no WeboPay"),
    (
      4, "financiado_sem_valor", "ALTA",
      "Revisar planilha de Gestores - valor de comissão não encontrado"
    ),
    (5, "multiplas_correspondencias", "ALTA", "Revisar planilha - duplicidade detectada"),
    (6, "financiado_no_webopay", "MEDIA", "Verificar se houve mudança na forma de pagamento"),
    (7, "valores_divergentes", "ALTA", "Verificar qual valor está correto"),
    (
      8, "webopay_sem_gestores", "MEDIA",
      "Verificar se cliente deveria estar cadastrado em Gestores"
    ),
    (9, "forma_desconhecida", "ALTA", "Analisar manualmente e definir tratamento adequado"),
  ]

  @Test(arguments: tabela)
  func isAsTheCustomerHasIt(numero: Int, codigo: String, severidade: String, acao: String) throws {
    let tipo = try #require(TipoDeAlerta(rawValue: numero))
    #expect(tipo.numero == numero)
    #expect(tipo.codigo == codigo)
    #expect(tipo.severidade.rawValue == severidade)
    #expect(tipo.acaoSugerida == acao)
    #expect(TipoDeAlerta(codigo: codigo) == tipo)
  }

  @Test func thereAreNine() { #expect(TipoDeAlerta.allCases.map(\.numero) == Array(1...9)) }

  @Test func anUnknownCodeIsNone() { #expect(TipoDeAlerta(codigo: "GESTORES_NAO_BASE") == nil) }
}
