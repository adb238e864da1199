package import Dominio
import DurableFiles

/// What taking an operation back, or doing it again, would do.
package struct Reposicao: Sendable, Equatable {
  package let acao: Operacao.Acao
  package let alvo: Operacao
  /// The SHA-256 of each base afterwards; nil where there is to be none.
  package let bases: [Competencia: String?]
  /// The configuration, where the operation had changed it.
  package var arquivo: TrocaDeArquivo?
}

extension Operacao {
  /// Names of arguments: the configuration as the operation found it, where there was one, and as it
  /// left it.
  package static let configuracaoAntes = "configuracao_antes"
  package static let configuracaoDepois = "configuracao"

  /// True of the arguments that are whole files, and say nothing in a list.
  package static func ehConfiguracao(_ argumento: String) -> Bool {
    [configuracaoAntes, configuracaoDepois].contains(argumento)
  }

  /// What the operation did to the configuration; nil when it did nothing, or does not tell.
  var ajuste: TrocaDeArquivo? {
    guard acao == .configurarForma, let caminho = argumentos["arquivo"],
      let depois = argumentos[Self.configuracaoDepois]
    else { return nil }
    return TrocaDeArquivo(
      caminho: caminho, antes: argumentos[Self.configuracaoAntes].map { Array($0.utf8) },
      depois: Array(depois.utf8))
  }
}

extension TrocaDeArquivo {
  /// The way back.
  var inversa: TrocaDeArquivo {
    TrocaDeArquivo(caminho: caminho, antes: depois, depois: antes)
  }
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
