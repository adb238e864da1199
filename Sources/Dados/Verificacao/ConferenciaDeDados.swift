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
    /// The operations do not lead to what `estado.json` says of this month.
    case historicoNaoLeva(a: Competencia, ate: Int)
    /// The last report number is not the highest that an operation has given.
    case ultimoRelatorio(dito: Int, dado: Int)
    /// A base has bills or reports, and there is no history that tells of them.
    case semHistoria(Competencia)
    /// A report has a number that was not given yet.
    case relatorioAdiante(caminho: String, numero: Int, ultimo: Int)
    /// A report that knows of an audit log, and of which no operation tells.
    case relatorioSemOperacao(caminho: String)
    /// A report was made when the audit log had a line that it does not have now.
    case testemunho(caminho: String, linhas: Int)
    /// A kept content that is named and not there.
    /// `copia`: the file that the next writer makes it anew from; nil without one.
    case objetoAusente(caminho: String, dito: String, copia: String?)
    /// What is kept there is damaged.
    case objetoAlterado(caminho: String, dito: String, copia: String?)
    /// `versao`: true when the kept version is whole, so that the copy can be made anew.
    case copiaAusente(caminho: String, versao: Bool)
    case copiaAlterada(caminho: String, versao: Bool)
    /// It is a version that held once.
    case copiaAntiga(caminho: String)
    case auditoria(ConferenciaDeAuditoria.Achado)
  }

  /// Something worth knowing that harms nothing.
  package enum Observacao: Sendable, Equatable {
    /// A kept content that nothing names: what a step that was cut short has left.
    case semNome(caminho: String, sha256: String)
    /// A file that is none of a data directory.
    case estranho(caminho: String)
    /// The last step was cut short before its copies were in place; the next one finishes it.
    case copiaAtrasada(caminho: String)
    /// What an interrupted run has left; the next one takes it away.
    case resto(caminho: String)
    /// A copy of a report that was not yet put where it was wanted.
    case entregaPendente(caminho: String)
    /// A change of the configuration that was not yet made, or not yet true.
    case ajustePendente(caminho: String)
    /// Bytes of the audit log that were never confirmed.
    case sobraDeAuditoria(bytes: Int)
    /// Files that others than their owner may read or change.
    case abertos(quantos: Int, primeiro: String)
    /// What follows from a finding: it could not be looked at.
    case naoConferido(NaoConferido)
  }

  /// What cannot be judged because of something else, which is a finding.
  package enum NaoConferido: Sendable, Equatable {
    /// Accounts between the months, because these bases cannot be read.
    case contas([Competencia])
    /// Which kept contents are named, because these records are damaged.
    case nomes(operacoes: [Int])
    /// What reports say of the audit log, because the log is damaged.
    case testemunhos(quantos: Int)
    /// What came after an old `estado.json`.
    case posteriores
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
  /// The months whose bases cannot be read.
  package var ilegiveis: [Competencia] = []
  /// The highest number ever given to a report.
  package var ultimoRelatorio = 0

  /// The kept contents that nothing names.
  var semNome: [String] {
    observacoes.compactMap { if case .semNome(_, let sha256) = $0 { sha256 } else { nil } }
  }
}

extension Acervo {
  /// Looks at every file of the directory. Takes no lock: when another process makes a step true
  /// meanwhile, it looks again.
  package func conferir() throws(DadosError) -> ConferenciaDeDados {
    guard existe else { throw .semDados(pasta: raiz) }
    for _ in 0..<4 {
      let antes = try? readFileIfThere(estado)
      let conferencia = try Conferidor.conferir(self)
      let depois = try? readFileIfThere(estado)
      if antes == depois { return conferencia }
    }
    throw .emUso(pasta: raiz)
  }
}
