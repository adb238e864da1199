import Dominio
import DurableFiles

/// The files under `bases/` and `relatorios/` that an operation changes, staged before it becomes
/// true, so that publishing them is a matter of renames.
struct Copias {
  private var novas: [StagedFile] = []
  private var velhas: [String] = []

  init(de operacao: Operacao, em acervo: Acervo) throws(DadosError) {
    for (mes, troca) in operacao.gravou.sorted(by: { $0.key < $1.key }) {
      let antes = try Self.relatorios(troca.antes, de: mes, em: acervo)
      let depois = try Self.relatorios(troca.depois, de: mes, em: acervo)
      if let sha256 = troca.depois {
        novas.append(try Self.preparar(sha256, em: acervo.caminho(mes), acervo))
      } else {
        velhas.append(acervo.caminho(mes))
      }
      for relatorio in depois where !antes.contains(relatorio) {
        novas.append(try Self.preparar(relatorio.sha256, em: acervo.caminho(relatorio), acervo))
      }
      velhas += antes.filter { !depois.contains($0) }.map(acervo.caminho)
    }
  }

  /// Puts every copy in its place. One that fails is made good by the next step.
  func publicar() {
    for copia in novas { try? copia.commit() }
    for velha in velhas { try? removeFile(velha) }
  }

  private static func preparar(
    _ sha256: String, em destino: String, _ acervo: Acervo
  ) throws(DadosError) -> StagedFile {
    let bytes = try acervo.guardado(sha256)
    return try comoDados { () throws(FileError) in
      try StagedFile.writing(bytes, to: destino)
    }
  }

  private static func relatorios(
    _ sha256: String?, de mes: Competencia, em acervo: Acervo
  ) throws(DadosError) -> [Relatorio] {
    guard let sha256 else { return [] }
    return try acervo.base(acervo.guardado(sha256), de: mes).relatorios
  }
}
