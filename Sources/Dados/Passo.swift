package import Dominio

/// One step to be made true: what is done, by whom, with what outcome.
package struct Passo: Sendable {
  /// Who does it and when, as the record will say.
  package struct Autoria: Sendable, Equatable {
    package let usuario: String
    /// UTC, to the second: `2025-11-03T14:05:11Z`.
    package let momento: String

    package init(usuario: String, momento: String) {
      self.usuario = usuario
      self.momento = momento
    }
  }

  /// A spreadsheet that was read: its bytes are kept, so that the run can be done again.
  package struct Entrada: Sendable {
    package let fonte: Fonte
    package let caminho: String

    package init(fonte: Fonte, caminho: String) {
      self.fonte = fonte
      self.caminho = caminho
    }
  }

  /// The finished workbook of a report, under a temporary name.
  package struct Emissao: Sendable {
    package let relatorio: Relatorio
    package let bytes: [UInt8]

    package init(relatorio: Relatorio, bytes: [UInt8]) {
      self.relatorio = relatorio
      self.bytes = bytes
    }
  }

  package let acao: Operacao.Acao
  package let autoria: Autoria
  /// Nil for a step that is about no month.
  package let competencia: Competencia?
  package var argumentos: [String: String] = [:]
  package var estatisticas: [String: String] = [:]
  package var entradas: [Entrada] = []
  /// The alerts that it raises.
  package var alertas: [Alerta.Identidade] = []
  /// The other bases that the outcome depends on.
  package var leu: [Competencia] = []
  /// The bases as they are to be.
  package let bases: [Base]
  package var emissao: Emissao?

  /// - Parameter competencia: the month that it is about; nil for none.
  package init(
    _ acao: Operacao.Acao, _ autoria: Autoria, mes competencia: Competencia?, bases: [Base]
  ) {
    self.acao = acao
    self.autoria = autoria
    self.competencia = competencia
    self.bases = bases
  }
}
