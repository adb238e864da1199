package import Dominio
package import DurableFiles
package import JSONDocuments

/// Why the data directory cannot be read or written.
package enum DadosError: Error, Equatable, Sendable {
  /// Another process is writing there.
  case emUso(pasta: String)
  case arquivo(FileError)
  /// There are no data: the folder is missing or empty, or is another one.
  case semDados(pasta: String)
  /// A file of the directory is not what it must be.
  case invalido(caminho: String, JSONDocumentError)
  /// Something else stands where a file of the directory must be.
  case naoEhArquivo(caminho: String)
  /// A file comes from a newer program.
  case maisNovo(caminho: String, versao: Int, conhecida: Int)
  /// The file of a base was changed by somebody else; the version that holds is kept.
  case alterado(caminho: String)
  /// The copy of a report that a step would take away or put back was changed by somebody.
  case relatorioAlterado(caminho: String, numero: Int)
  /// The file of a base of a month of which no operation tells.
  case desconhecido(caminho: String)
  /// A kept content is gone or damaged, and so is its copy, if it has one.
  case perdido(caminho: String)
  /// The record of an operation is gone, or is not the one that was written.
  case operacaoAusente(numero: Int, caminho: String)
  case operacaoAlterada(numero: Int, caminho: String)
  /// The end of the audit log is not the one that `estado.json` knows.
  case auditoriaAlterada(caminho: String)
  /// There is a history, and not the file that says how far it goes.
  case semEstado(caminho: String)
  /// `estado.json` was changed or damaged.
  case estadoAlterado(caminho: String)
  /// `estado.json` is of an earlier time: there are traces of a later operation.
  case estadoAntigo(caminho: String, operacao: Int, vista: Int)
  /// A spreadsheet changed between being read and being kept.
  case entradaMudou(caminho: String)
  /// A file outside that was to change with a step is not what it was.
  case ajusteMudou(caminho: String)
  /// The file of one month tells of another.
  case mesTrocado(caminho: String, mes: Competencia)
}

/// Tells a failed system call as trouble of the data directory.
@discardableResult
func comoDados<Valor>(_ corpo: () throws(FileError) -> Valor) throws(DadosError) -> Valor {
  do throws(FileError) {
    return try corpo()
  } catch {
    if error.isOtherKind { throw .naoEhArquivo(caminho: error.path) }
    throw .arquivo(error)
  }
}

/// Tells a file that is not what it must be as trouble of the data directory.
func comoDados<Valor>(
  _ caminho: String, _ corpo: () throws(JSONDocumentError) -> Valor
) throws(DadosError) -> Valor {
  do throws(JSONDocumentError) {
    return try corpo()
  } catch {
    throw .invalido(caminho: caminho, error)
  }
}
