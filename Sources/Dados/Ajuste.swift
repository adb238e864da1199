package import DurableFiles
import JSONDocuments

/// Another content for a file outside of the data directory, the configuration, which goes with a
/// step. Docs/regras.md §8
package struct TrocaDeArquivo: Sendable, Equatable {
  /// From the root of the file system, without links.
  package let caminho: String
  /// Nil where there is no file before.
  package let antes: [UInt8]?
  /// Nil where there is to be none.
  package let depois: [UInt8]?
  /// Where the former content is kept; nil for nowhere.
  package let copia: String?

  package init(caminho: String, antes: [UInt8]?, depois: [UInt8]?, copia: String? = nil) {
    self.caminho = caminho
    self.antes = antes
    self.depois = depois
    self.copia = copia
  }

  /// Both contents, staged; who may read and write the file stays.
  fileprivate func preparar() throws(FileError) -> [StagedFile] {
    let permissoes = FilePermissions(of: caminho) ?? .ownerOnly
    var preparados: [StagedFile] = []
    if let copia, let antes {
      preparados.append(try StagedFile.writing(antes, to: copia, permissoes))
    }
    if let depois { preparados.append(try StagedFile.writing(depois, to: caminho, permissoes)) }
    return preparados
  }

  fileprivate func concluir(_ preparados: [StagedFile]) throws(FileError) {
    for preparado in preparados { try preparado.commit() }
    if depois == nil { try removeFile(caminho) }
  }
}

/// A change of such a file that is noted in the data directory and staged. Once the step is true it
/// is put in its place, by this process or, where that was killed, by who writes next. Dropped before
/// `concluir`, it leaves nothing.
package final class Ajuste {
  private let troca: TrocaDeArquivo
  private let nota: String
  private let preparados: [StagedFile]
  private var vale = false

  fileprivate init(
    _ troca: TrocaDeArquivo, operacao: Int, nota: String
  ) throws(FileError) {
    self.troca = troca
    self.nota = nota
    let gravado = AjusteGravado(troca, operacao: operacao)
    try StagedFile.writing(AjusteGravado.bytes(gravado), to: nota).commit()
    do throws(FileError) {
      preparados = try troca.preparar()
    } catch {
      try? removeFile(nota)
      throw error
    }
  }

  deinit {
    if !vale { try? removeFile(nota) }
  }

  /// Puts the content in its place, once the step is true.
  package func concluir() throws(FileError) {
    // Whatever fails from here on, who writes next finishes it.
    vale = true
    try troca.concluir(preparados)
    try? removeFile(nota)
  }
}

extension Escrita {
  /// Stages a change of a file that goes with the next step.
  /// - Throws: also when the file is not what it is said to be before.
  package func ajuste(_ troca: TrocaDeArquivo) throws(DadosError) -> Ajuste {
    let presente = try comoDados { () throws(FileError) in try readFileIfThere(troca.caminho) }
    guard presente == troca.antes else { throw .ajusteMudou(caminho: troca.caminho) }
    return try comoDados { () throws(FileError) in
      try Ajuste(troca, operacao: retrato.operacao + 1, nota: acervo.ajuste)
    }
  }

  /// Finishes what a killed process had noted, where its step is true; of one that is not, nothing
  /// stays. What somebody else has written there meanwhile stays as it is.
  func terminarAjuste() throws(DadosError) {
    let bytes = try comoDados { () throws(FileError) in try readFileIfThere(acervo.ajuste) }
    guard let bytes else { return }
    // One that cannot be read is no note of this program.
    if let nota = try? ler(AjusteGravado.self, bytes, caminho: acervo.ajuste) {
      for caminho in [nota.caminho, nota.copia].compactMap(\.self) {
        try? StagedFile.removeLeftovers(of: caminho, by: nota.processo)
      }
      if nota.operacao <= retrato.operacao { try terminar(nota) }
    }
    try comoDados { () throws(FileError) in try removeFile(acervo.ajuste) }
  }

  private func terminar(_ nota: AjusteGravado) throws(DadosError) {
    let troca = nota.troca
    let presente = try comoDados { () throws(FileError) in try readFileIfThere(troca.caminho) }
    if presente == troca.depois { return }
    guard presente == troca.antes else {
      consertos.append(.naoAjustado(caminho: troca.caminho, operacao: nota.operacao))
      return
    }
    try comoDados { () throws(FileError) in try troca.concluir(try troca.preparar()) }
    consertos.append(.ajustado(caminho: troca.caminho, operacao: nota.operacao))
  }
}

extension Acervo {
  /// Where a change of a file outside is noted.
  var ajuste: String { "\(raiz)/.ajuste" }

  /// A change that is true and has not been put in its place yet: what the file says does not hold.
  package func ajustePendente(de caminho: String) -> TrocaDeArquivo? {
    guard let bytes = try? readFileIfThere(ajuste),
      let nota = try? ler(AjusteGravado.self, bytes, caminho: ajuste),
      nota.caminho == resolvedPath(absolutePath(caminho)),
      let estado = try? lerEstado(), nota.operacao <= estado.operacao,
      let presente = try? PresentFile(nota.caminho), presente.bytes == nota.troca.antes
    else { return nil }
    return nota.troca
  }
}

/// What stands at a path; nil for nothing.
private struct PresentFile {
  let bytes: [UInt8]?

  init(_ path: String) throws(FileError) { bytes = try readFileIfThere(path) }
}

/// The note, version 1.
private struct AjusteGravado: Gravado {
  static let formatoConhecido = "comissoes.ajuste"
  static let versaoConhecida = 1

  let caminho: String
  /// The number of the process that stages there.
  let processo: Int32
  /// The step with which the change goes.
  let operacao: Int
  let antes: String?
  let depois: String?
  let copia: String?

  init(_ troca: TrocaDeArquivo, operacao: Int) {
    caminho = troca.caminho
    processo = StagedFile.process
    self.operacao = operacao
    antes = troca.antes.map { String(decoding: $0, as: UTF8.self) }
    depois = troca.depois.map { String(decoding: $0, as: UTF8.self) }
    copia = troca.copia
  }

  var troca: TrocaDeArquivo {
    TrocaDeArquivo(
      caminho: caminho, antes: antes.map { Array($0.utf8) }, depois: depois.map { Array($0.utf8) },
      copia: copia)
  }

  static func bytes(_ ajuste: AjusteGravado) -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.object {
      $0.member("formato", formatoConhecido)
      $0.member("versao", versaoConhecida)
      $0.member("caminho", ajuste.caminho)
      $0.member("processo", Int(ajuste.processo))
      $0.member("operacao", ajuste.operacao)
      $0.member("antes", ajuste.antes)
      $0.member("depois", ajuste.depois)
      $0.member("copia", ajuste.copia)
    }
    return writer.finished
  }
}
