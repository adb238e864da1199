package import Dominio
import DurableFiles

/// What a data directory is worth, as it lies there: whether every file says what the program
/// wrote. Docs/regras.md §8
///
/// Whether the bases agree with each other about what was billed is for `Conciliacao` to say.
package struct ConferenciaDeDados: Sendable, Equatable {
  /// Something that must not be.
  package enum Achado: Sendable, Equatable {
    /// A file of the directory cannot be read, or is not what it must be.
    case arquivo(DadosError)
    /// The record of an operation is not the one that was written.
    case operacaoAlterada(numero: Int, caminho: String)
    case operacaoAusente(numero: Int, caminho: String)
    /// The operations do not lead to what `estado.json` says of this month.
    case historicoNaoLeva(a: Competencia, ate: Int)
    /// The last report number is not the highest that an operation has given.
    case ultimoRelatorio(dito: Int, dado: Int)
    /// A kept content that is named and not there.
    case objetoAusente(sha256: String, caminho: String, dito: String)
    /// What is kept there is damaged.
    case objetoAlterado(caminho: String, dito: String)
    case copiaAusente(caminho: String, objeto: String)
    case copiaAlterada(caminho: String, objeto: String)
    case auditoria(ConferenciaDeAuditoria.Achado)
  }

  /// Something worth knowing that harms nothing.
  package enum Observacao: Sendable, Equatable {
    /// A kept content that nothing names: what a step that was cut short has left.
    case semNome(caminho: String)
    /// A file that the program did not put there.
    case desconhecido(caminho: String)
    /// The last step was cut short before its copies were in place; the next one finishes it.
    case copiaAtrasada(caminho: String)
    /// Bytes of the audit log that were never confirmed.
    case sobraDeAuditoria(bytes: Int)
  }

  package struct Contagens: Sendable, Equatable {
    package var operacoes = 0
    package var bases = 0
    package var relatorios = 0
    package var objetos = 0
    package var linhasDeAuditoria = 0
  }

  package var achados: [Achado] = []
  package var observacoes: [Observacao] = []
  package var contagens = Contagens()
  /// The bases that can be read.
  package var bases: [Base] = []
  /// The highest number ever given to a report.
  package var ultimoRelatorio = 0
}

extension Acervo {
  /// Looks at every file of the directory. Takes no lock: when another process makes a step true
  /// meanwhile, it looks again.
  package func conferir() throws(DadosError) -> ConferenciaDeDados {
    for _ in 0..<4 {
      let antes = try comoDados { () throws(FileError) in try readFileIfThere(estado) }
      let conferencia = try Conferidor.conferir(self)
      let depois = try comoDados { () throws(FileError) in try readFileIfThere(estado) }
      if antes == depois { return conferencia }
    }
    throw .emUso(pasta: raiz)
  }
}
