import JSONDocuments

/// What stands in a file of the data directory, under a name and a version of its format.
protocol Gravado: Decodable {
  static var formatoConhecido: String { get }
  /// Rises when an older program would misread the file: a key that changes its meaning or goes
  /// away. A new key that may be absent is no such case.
  static var versaoConhecida: Int { get }
}

/// Name and version are looked at first: a newer file may have any shape.
struct Envelope<Conteudo: Gravado>: Decodable {
  enum CodingKeys: String, CodingKey { case formato, versao }

  let versao: Int
  /// Nil when the version is newer than the known one.
  let conteudo: Conteudo?

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let formato = try container.decode(String.self, forKey: .formato)
    guard formato == Conteudo.formatoConhecido else {
      throw DecodingError.dataCorruptedError(
        forKey: .formato, in: container, debugDescription: formato)
    }
    versao = try container.decode(Int.self, forKey: .versao)
    guard versao >= 1 else {
      throw DecodingError.dataCorruptedError(
        forKey: .versao, in: container, debugDescription: String(versao))
    }
    conteudo = versao <= Conteudo.versaoConhecida ? try Conteudo(from: decoder) : nil
  }
}

/// The content of a file of the data directory.
func ler<Conteudo: Gravado>(
  _: Conteudo.Type, _ bytes: [UInt8], caminho: String
) throws(DadosError) -> Conteudo {
  let envelope = try comoDados(caminho) { () throws(JSONDocumentError) in
    try decodeJSON(Envelope<Conteudo>.self, from: bytes)
  }
  guard let conteudo = envelope.conteudo else {
    throw .maisNovo(
      caminho: caminho, versao: envelope.versao, conhecida: Conteudo.versaoConhecida)
  }
  return conteudo
}
