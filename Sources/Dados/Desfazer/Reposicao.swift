package import Dominio
import DurableFiles

/// What taking an operation back, or doing it again, would do.
package struct Reposicao: Sendable, Equatable {
  package let acao: Operacao.Acao
  package let alvo: Operacao
  /// The SHA-256 of each base afterwards; nil where there is to be none.
  package let bases: [Competencia: String?]
}

extension Retrato {
  /// The SHA-256 of the base of a month; nil when it has none.
  package func sha256(_ competencia: Competencia) -> String? { estado.bases[competencia] }

  /// True when a file stands in the place of a report's copy that is not that report.
  package func copiaAlterada(_ relatorio: Relatorio) throws(DadosError) -> Bool {
    let caminho = acervo.caminho(relatorio)
    let bytes = try comoDados { () throws(FileError) in try readFileIfThere(caminho) }
    return bytes.map { DurableFiles.sha256(of: $0) != relatorio.sha256 } ?? false
  }

  /// Refuses to go on when a report that would cease, or come back, was changed by somebody: what
  /// they have put into it is not thrown away.
  package func conferirRelatorios(de reposicao: Reposicao) throws(DadosError) {
    for (mes, depois) in reposicao.bases.sorted(by: { $0.key < $1.key }) {
      let antes = try base(mes)?.relatorios ?? []
      let depois = try versao(depois, de: mes)?.relatorios ?? []
      for relatorio in antes.filter({ !depois.contains($0) })
        + depois.filter({ !antes.contains($0) })
      where try copiaAlterada(relatorio) {
        throw .relatorioAlterado(caminho: acervo.caminho(relatorio), numero: relatorio.numero)
      }
    }
  }
}
