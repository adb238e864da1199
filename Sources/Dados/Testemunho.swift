import Archives
import DurableFiles

/// How far the audit log went when a report was made, as its document properties say. Whoever has
/// the report has a witness of the log that nobody can change. Docs/regras.md §8
package struct Testemunho: Sendable, Equatable {
  package let linhas: Int
  /// Of the last of those lines.
  package let sha256: String

  package init(linhas: Int, sha256: String) {
    self.linhas = linhas
    self.sha256 = sha256
  }

  /// As the properties of a report have it.
  package var texto: String { "\(linhas)\(Self.meio)\(sha256)" }

  /// What stands before it there.
  private static let inicio = "Auditoria até aqui: "
  private static let meio = " linhas, SHA-256 "

  /// Finds it within a text.
  init?(em texto: String) {
    guard let comeco = texto.firstRange(of: Self.inicio) else { return nil }
    let resto = texto[comeco.upperBound...]
    let digitos = resto.prefix { $0.isASCII && $0.isNumber }
    let apos = resto.dropFirst(digitos.count)
    guard let linhas = Int(digitos), linhas > 0, apos.hasPrefix(Self.meio) else { return nil }
    let sha256 = String(apos.dropFirst(Self.meio.count).prefix(64))
    guard sha256.ehSHA256 else { return nil }
    self.init(linhas: linhas, sha256: sha256)
  }

  /// That of a workbook; nil when it has none, or cannot be read.
  package init?(workbook bytes: [UInt8]) {
    let limites = ArchiveReader.Limits(entries: 1000, bytesOfAll: 256 << 20, bytesOfOne: 64 << 20)
    guard let pacote = try? ArchiveReader(bytes, within: limites),
      let propriedades = pacote.entries.first(where: { $0.name == "docProps/core.xml" }),
      propriedades.size < 1 << 20, let xml = try? pacote.content(of: propriedades)
    else { return nil }
    self.init(em: String(decoding: xml, as: UTF8.self))
  }
}

extension Retrato {
  /// True when the audit log still holds the line that a witness tells of.
  package func confirma(_ testemunho: Testemunho) throws(DadosError) -> Bool {
    try conferirSoAuditoria().confirma(testemunho)
  }
}

extension Acervo {
  /// A report under `relatorios/` that knows of an audit log; nil when there is none.
  func relatorioComHistoria() throws(DadosError) -> String? {
    let nomes = try comoDados { () throws(FileError) in try listDirectory(pastaDeRelatorios) }
    for nome in nomes where nome.hasSuffix(".xlsx") && !nome.hasPrefix(".") {
      let caminho = "\(pastaDeRelatorios)/\(nome)"
      guard fileKind(caminho) == .file else { continue }
      let bytes = try comoDados { () throws(FileError) in try readFileIfThere(caminho) }
      if let bytes, Testemunho(workbook: bytes) != nil { return caminho }
    }
    return nil
  }
}

extension String {
  /// True for sixty-four hexadecimal digits in lower case.
  var ehSHA256: Bool {
    utf8.count == 64 && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
