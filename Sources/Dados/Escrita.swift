package import Dominio
package import DurableFiles
import JSONDocuments

/// The right to change the data directory; one process has it at a time.
///
/// Read what a step depends on through `acervo` while holding it. Each step becomes true with one
/// rename: that of the base's file.
package final class Escrita {
  package let acervo: Acervo
  private let lock: DirectoryLock

  /// Makes the directory when it is missing.
  package init(_ acervo: Acervo) throws(DadosError) {
    self.acervo = acervo
    let lock = try comoDados { () throws(FileError) in
      try makePrivateDirectory(acervo.pastaDeBases)
      try makePrivateDirectory(acervo.pastaDeRelatorios)
      return try DirectoryLock(folder: acervo.raiz)
    }
    guard let lock else { throw .emUso(pasta: acervo.raiz) }
    self.lock = lock
    try comoDados { () throws(FileError) in
      try StagedFile.sweepLeftovers(in: acervo.pastaDeBases)
      try StagedFile.sweepLeftovers(in: acervo.pastaDeRelatorios)
    }
  }

  /// Puts a base in the place of the one of its month.
  package func gravar(_ base: Base) throws(DadosError) {
    let staged = try preparar(base)
    try comoDados { () throws(FileError) in try staged.commit() }
  }

  /// Keeps a report and marks what it bills, as one step: both are brought to the disk under other
  /// names first, and the report is none until the base tells of it.
  ///
  /// - Parameter workbook: the finished workbook, staged for the report's place.
  package func gravar(_ base: Base, com workbook: StagedFile) throws(DadosError) {
    let staged = try preparar(base)
    try comoDados { () throws(FileError) in try workbook.commit() }
    do throws(DadosError) {
      try comoDados { () throws(FileError) in try staged.commit() }
    } catch {
      // Nobody should find a report of bills that were not recorded.
      if let gravada = try? acervo.base(base.competencia), gravada.relatorios != base.relatorios {
        try? removeFile(workbook.destination)
      }
      throw error
    }
  }

  private func preparar(_ base: Base) throws(DadosError) -> StagedFile {
    let caminho = acervo.caminho(base.competencia)
    let bytes = try comoDados(caminho) { () throws(JSONDocumentError) in
      try encodeJSON(BaseGravada(base))
    }
    return try comoDados { () throws(FileError) in
      try StagedFile.writing(bytes, to: caminho)
    }
  }
}
