package import Dominio

/// What was done to the data directory, once and for all: one run of a command that writes.
/// Docs/regras.md §8
package struct Operacao: Sendable, Equatable {
  package enum Acao: String, CaseIterable, Sendable {
    case criarBase = "criar_base"
    case executarControle = "executar_controle"
    case gerarRelatorio = "gerar_relatorio"
    case registrarEstorno = "registrar_estorno"
    case liberarCliente = "liberar_cliente"
    case decidirCliente = "editar_cliente"
    case retirarDecisao = "retirar_decisao"
    case vincularNomes = "vincular_nomes"
    case desvincularNomes = "desvincular_nomes"
    case encerrarAlertas = "resolver_alerta"
    case reabrirAlertas = "reabrir_alerta"
    /// Changes the configuration, and no base.
    case configurarForma = "configurar_forma"
    case desfazer
    case refazer
  }

  /// The file of one base before and after, by SHA-256; nil where there was, or is, none.
  package struct Troca: Sendable, Equatable {
    package let antes: String?
    package let depois: String?

    package init(antes: String?, depois: String?) {
      self.antes = antes
      self.depois = depois
    }
  }

  /// From 1, without gaps.
  package let numero: Int
  package let acao: Acao
  /// UTC, to the second: `2025-11-03T14:05:11Z`.
  package let momento: String
  package let usuario: String
  package let competencia: Competencia?
  /// What was asked for, by name; enough to run it again.
  package let argumentos: [String: String]
  package let estatisticas: [String: String]
  /// The spreadsheets that were read. Their bytes are kept by SHA-256.
  package let entradas: [Fonte]
  /// The other bases that the outcome depended on, by the SHA-256 of their files.
  package let leu: [Competencia: String]
  package let gravou: [Competencia: Troca]
  /// The number of the report that it kept.
  package let relatorio: Int?
  /// The alerts that it raised: those that no earlier run had, in the order of identities.
  package var alertas: [Alerta.Identidade] = []
  /// The operation that it took back, or did again.
  package let alvo: Int?
  /// SHA-256 of the record of the operation before; nil for the first.
  package let anterior: String?
}
