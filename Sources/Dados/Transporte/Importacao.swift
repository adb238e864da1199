import Archives
import DurableFiles

/// A data directory brought back from one file. Docs/regras.md §8
///
/// It is unpacked beside its place; look at `provisorio`, then `publicar`. Dropped before that, it
/// leaves nothing.
package final class Importacao {
  package let arquivos: Int
  private let destino: Acervo
  private let pasta: StagedFolder

  /// What a package may hold: ten thousand operations with their spreadsheets, and no bomb.
  private static let limites = ArchiveReader.Limits(
    entries: 200_000, bytesOfAll: 4 << 30, bytesOfOne: 512 << 20)
  private static let maiorPacote = 2 << 30

  /// - Parameter caminho: a file that `Exportacao` has made.
  package init(de caminho: String, para destino: Acervo) throws(TransporteError) {
    self.destino = destino
    try exigirVazio(destino)
    let bytes = try comoTransporte { () throws(FileError) in
      try readFile(caminho, atMost: Self.maiorPacote)
    }
    let pacote = try comoTransporte { () throws(ArchiveError) in
      try ArchiveReader(bytes, within: Self.limites)
    }
    for entrada in pacote.entries where NomeNoAcervo(entrada.name) == nil {
      throw .estranho(nome: entrada.name)
    }
    guard !pacote.entries.isEmpty else { throw .vazio(caminho: caminho) }
    let pasta = try comoTransporte { () throws(FileError) in try StagedFolder(destino.raiz) }
    for entrada in pacote.entries {
      let conteudo = try comoTransporte { () throws(ArchiveError) in
        try pacote.content(of: entrada)
      }
      try comoTransporte { () throws(FileError) in
        try pasta.write(conteudo, to: entrada.name)
      }
    }
    self.pasta = pasta
    arquivos = pacote.entries.count
  }

  /// The directory as it will be, to be verified.
  package var provisorio: Acervo { Acervo(raiz: pasta.temporary) }

  /// Makes it the data directory.
  package func publicar() throws(TransporteError) {
    guard fileKind(destino.raiz) != nil else {
      return try comoTransporte { () throws(FileError) in try pasta.commit() }
    }
    let trava = try comoTransporte { () throws(FileError) in
      try DirectoryLock(folder: destino.raiz)
    }
    guard let trava else { throw .dados(.emUso(pasta: destino.raiz)) }
    try exigirVazio(destino)
    try comoTransporte { () throws(FileError) in
      // The lock file moves along: who waits for it waits for the directory that is to be.
      try moveFile("\(destino.raiz)/.trava", to: "\(pasta.temporary)/.trava")
      try removeEmptyTree(destino.raiz)
      try pasta.commit()
    }
    withExtendedLifetime(trava) {}
  }
}

/// Refuses a directory that holds anything but what an unfinished first step leaves.
private func exigirVazio(_ acervo: Acervo) throws(TransporteError) {
  switch fileKind(acervo.raiz) {
  case nil: return
  case .folder: break
  case .file, .other: throw .ocupado(caminho: acervo.raiz)
  }
  let arquivos = try comoTransporte { () throws(FileError) in try listTree(acervo.raiz) }
  if let primeiro = arquivos.first(where: { $0 != ".trava" }) {
    throw .ocupado(caminho: "\(acervo.raiz)/\(primeiro)")
  }
}
