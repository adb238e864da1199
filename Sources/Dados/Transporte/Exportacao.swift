import Archives
import Dominio
import DurableFiles

/// A data directory as one file, for a backup or for moving it. Docs/regras.md §8
///
/// It holds what one moment of the directory is made of, whoever writes meanwhile: nothing that
/// the program does not know, and copies as they must be.
package struct Exportacao: Sendable {
  package let arquivos: Int
  /// The bytes of the zip archive.
  package let bytes: [UInt8]

  package init(_ acervo: Acervo) throws(TransporteError) {
    let retrato = try comoTransporte { () throws(DadosError) in try acervo.retrato() }
    let nomes = try comoTransporte { () throws(DadosError) in try retrato.arquivos() }
    guard !nomes.isEmpty else { throw .semDados(pasta: acervo.raiz) }
    let pacote = try comoTransporte { () throws(ArchiveError) in try ArchiveWriter() }
    for nome in nomes {
      let bytes = try comoTransporte { () throws(DadosError) in try retrato.conteudo(de: nome) }
      guard let bytes else { continue }
      try comoTransporte { () throws(ArchiveError) in
        try pacote.add(nome.texto, bytes, isCompressed: nome.estaComprimido)
      }
    }
    arquivos = nomes.count
    bytes = try comoTransporte { () throws(ArchiveError) in try pacote.finish() }
  }
}

extension Retrato {
  /// The files of this moment, in the order of their names.
  fileprivate func arquivos() throws(DadosError) -> [NomeNoAcervo] {
    var nomes: [NomeNoAcervo] = []
    for mes in try competencias() {
      nomes.append(.base(mes))
      nomes += try base(mes)?.relatorios.map { .relatorio($0.arquivo) } ?? []
    }
    if let estado = historia {
      nomes += [.estado, .auditoria]
      for numero in stride(from: 1, through: estado.operacao, by: 1) {
        nomes.append(.operacao(numero))
      }
      nomes += try comoDados { () throws(FileError) in try acervo.objetos.all() }.map {
        .objeto($0)
      }
    }
    return nomes.sorted { $0.texto.utf8.lexicographicallyPrecedes($1.texto.utf8) }
  }

  /// What the file says at this moment.
  fileprivate func conteudo(de nome: NomeNoAcervo) throws(DadosError) -> [UInt8]? {
    switch nome {
    case .estado: return historia.map { EstadoGravado.bytes($0) }
    case .auditoria:
      let bytes = try ler(acervo.auditoria)
      return Array(bytes.prefix(max(0, historia?.auditoria.bytes ?? 0)))
    case .operacao(let numero): return try ler(acervo.caminho(operacao: numero))
    case .objeto(let sha256): return try ler(acervo.objetos.path(of: sha256))
    case .base(let mes): return try conteudo(mes)
    case .relatorio(let arquivo): return try ler("\(acervo.pastaDeRelatorios)/\(arquivo)")
    }
  }

  private func ler(_ caminho: String) throws(DadosError) -> [UInt8] {
    try comoDados { () throws(FileError) in try readFile(caminho) }
  }
}

extension NomeNoAcervo {
  /// Its path from the root of the directory.
  var texto: String {
    switch self {
    case .estado: "estado.json"
    case .auditoria: "auditoria.jsonl"
    case .operacao(let numero): "operacoes/\(preenchido(numero, 6)).json"
    case .objeto(let sha256): "objetos/\(sha256.prefix(2))/\(sha256.dropFirst(2)).gz"
    case .base(let mes): "bases/\(mes.iso).json"
    case .relatorio(let arquivo): "relatorios/\(arquivo)"
    }
  }

  fileprivate var estaComprimido: Bool {
    switch self {
    case .objeto, .relatorio: true
    case .estado, .auditoria, .operacao, .base: false
    }
  }
}
