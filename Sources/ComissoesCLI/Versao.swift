import BuildFacts
import Dados

/// What `--versao` tells: the version, which commit it was built from, and which files of a data
/// directory it reads and writes.
let versao = """
  comissoes \(numeroDaVersao)
  \(commit.isEmpty ? "sem commit" : "commit \(commit)")
  formato dos dados: \(formatosDosDados.map { "\($0.nome) \($0.versao)" }.joined(separator: ", "))
  """

let numeroDaVersao = "0.1.0"

/// `a82106e48d12`, with `-dirty` behind it when the sources were not those of the commit. Empty when
/// whoever built it did not say.
private var commit: String { String(cString: build_commit()) }
