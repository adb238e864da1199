package import Dominio
package import DurableFiles
package import JSONDocuments

/// Why the data directory cannot be read or written.
package enum DadosError: Error, Equatable, Sendable {
  /// Another process is writing there.
  case emUso(pasta: String)
  case arquivo(FileError)
  /// A file of the directory is not what it must be.
  case invalido(caminho: String, JSONDocumentError)
  /// A file comes from a newer program.
  case maisNovo(caminho: String, versao: Int, conhecida: Int)
  /// The file of one month tells of another.
  case mesTrocado(caminho: String, mes: Competencia)
}
