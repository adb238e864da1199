import Dominio
import DurableFiles

/// The files under `bases/` and `relatorios/` that a step changes, staged before it becomes true, so
/// that publishing them is a matter of renames.
struct Copias {
  private var relatorios: [(copia: StagedFile, caminho: String, soma: String)] = []
  private var retirados: [(caminho: String, soma: String)] = []
  private var bases: [StagedFile] = []
  private var basesRetiradas: [String] = []

  /// - Parameter novos: kept contents that are at hand, by their SHA-256; the others are read.
  init(
    _ trocas: [Competencia: Operacao.Troca], em retrato: Retrato, _ novos: [String: [UInt8]] = [:]
  ) throws(DadosError) {
    let acervo = retrato.acervo
    func preparar(_ sha256: String, em destino: String) throws(DadosError) -> StagedFile {
      let novo = novos[sha256]
      let bytes = if let novo { novo } else { try acervo.guardado(sha256) }
      return try comoDados { () throws(FileError) in try StagedFile.writing(bytes, to: destino) }
    }
    for (mes, troca) in trocas.sorted(by: { $0.key < $1.key }) {
      let antes = try retrato.versao(troca.antes, de: mes)?.relatorios ?? []
      let depois = try retrato.versao(troca.depois, de: mes)?.relatorios ?? []
      for relatorio in depois where !antes.contains(relatorio) {
        let caminho = acervo.caminho(relatorio)
        relatorios.append(
          (try preparar(relatorio.sha256, em: caminho), caminho, relatorio.sha256))
      }
      retirados += antes.filter { !depois.contains($0) }.map {
        (acervo.caminho($0), $0.sha256)
      }
      if let sha256 = troca.depois {
        bases.append(try preparar(sha256, em: acervo.caminho(mes)))
      } else {
        basesRetiradas.append(acervo.caminho(mes))
      }
    }
  }

  /// Puts every copy in its place. Where one fails, the rest is left to the next step. The bases
  /// come last: where they are in place, all is.
  func publicar() {
    try? publicarEmOrdem()
  }

  private func publicarEmOrdem() throws(FileError) {
    // Nothing else that stands there is written over.
    for (copia, caminho, soma) in relatorios
    where try readFileIfThere(caminho).map({ sha256(of: $0) == soma }) ?? true {
      try copia.commit()
    }
    // What somebody has changed meanwhile stays: it is no copy any more.
    for (caminho, soma) in retirados
    where try readFileIfThere(caminho).map({ sha256(of: $0) }) == soma {
      try removeFile(caminho)
    }
    for copia in bases { try copia.commit() }
    for caminho in basesRetiradas { try removeFile(caminho) }
  }
}
