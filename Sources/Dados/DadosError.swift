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
  /// A file was changed or taken away by somebody else: its content has another SHA-256 than the
  /// program recorded.
  case alterado(caminho: String)
  /// The copy of a report that a step would take away or put back was changed by somebody.
  case relatorioAlterado(caminho: String, numero: Int)
  /// A file that the program keeps for itself is gone, cut or damaged.
  case perdido(caminho: String)
  /// There is a history, and not the file that says how far it goes.
  case semEstado(caminho: String)
  /// A spreadsheet changed between being read and being kept.
  case entradaMudou(caminho: String)
  /// The file of one month tells of another.
  case mesTrocado(caminho: String, mes: Competencia)
}
