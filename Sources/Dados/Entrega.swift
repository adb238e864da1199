import Dominio
package import DurableFiles
import JSONDocuments

/// The copy of a report that is to stand outside of the data directory. Docs/regras.md §7
///
/// Where it is to stand is noted in the data directory before anything is put there: whoever
/// writes next can finish what a killed process has begun, or take it away. Dropped before
/// `concluir`, it leaves nothing.
package final class Entrega {
  private let nota: String
  private let copia: StagedFile
  private var acabou = false

  fileprivate init(_ bytes: [UInt8], em destino: String, nota: String) throws(FileError) {
    self.nota = nota
    let gravada = EntregaGravada(
      destino: absolutePath(destino), processo: StagedFile.process, sha256: sha256(of: bytes),
      antes: try readFileIfThere(destino).map { sha256(of: $0) })
    try StagedFile.writing(EntregaGravada.bytes(gravada), to: nota).commit()
    do throws(FileError) {
      copia = try StagedFile.writing(bytes, to: destino)
    } catch {
      try? removeFile(nota)
      throw error
    }
  }

  deinit {
    if !acabou { try? removeFile(nota) }
  }

  /// Puts the copy in its place, once the step is true.
  package func concluir() throws(FileError) {
    try copia.commit()
    acabou = true
    // Should this fail, the next writer finds the copy in its place.
    try? removeFile(nota)
  }
}

extension Escrita {
  /// Stages a copy of a report for a place outside of the data directory.
  package func entrega(de bytes: [UInt8], em destino: String) throws(FileError) -> Entrega {
    try Entrega(bytes, em: destino, nota: acervo.entrega)
  }

  /// Finishes what a killed process had noted: a copy of a report that was made is put in its
  /// place, unless somebody else has put something there; of one that was not, nothing stays.
  func terminarEntrega() throws(DadosError) {
    let bytes = try comoDados { () throws(FileError) in try readFileIfThere(acervo.entrega) }
    guard let bytes else { return }
    // One that cannot be read is no note of this program.
    if let nota = try? ler(EntregaGravada.self, bytes, caminho: acervo.entrega) {
      try? StagedFile.removeLeftovers(of: nota.destino, by: nota.processo)
      let relatorio = try retrato.bases().flatMap(\.relatorios).first { $0.sha256 == nota.sha256 }
      if let relatorio { entregar(relatorio, nota) }
    }
    try comoDados { () throws(FileError) in try removeFile(acervo.entrega) }
  }

  private func entregar(_ relatorio: Relatorio, _ nota: EntregaGravada) {
    let presente = (try? readFileIfThere(nota.destino)).flatMap(\.self).map { sha256(of: $0) }
    if presente == nota.sha256 { return }
    if presente == nota.antes, let bytes = try? acervo.guardado(nota.sha256),
      (try? StagedFile.writing(bytes, to: nota.destino).commit()) != nil
    {
      consertos.append(.entregue(caminho: nota.destino, relatorio: relatorio.numero))
    } else {
      consertos.append(.naoEntregue(caminho: nota.destino, relatorio: relatorio.numero))
    }
  }
}

extension Acervo {
  /// Where it is noted that a report is to stand elsewhere too.
  var entrega: String { "\(raiz)/.entrega" }
}

/// The note, version 1.
private struct EntregaGravada: Gravado {
  static let formatoConhecido = "comissoes.entrega"
  static let versaoConhecida = 1

  let destino: String
  /// The number of the process that stages there.
  let processo: Int32
  /// Of the report.
  let sha256: String
  /// Of what stands there before; nil for nothing.
  let antes: String?

  static func bytes(_ entrega: EntregaGravada) -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.object {
      $0.member("formato", formatoConhecido)
      $0.member("versao", versaoConhecida)
      $0.member("destino", entrega.destino)
      $0.member("processo", Int(entrega.processo))
      $0.member("sha256", entrega.sha256)
      $0.member("antes", entrega.antes)
    }
    return writer.finished
  }
}
