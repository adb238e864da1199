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

/// The file of a base, as its envelope and it would be decoded: they are the largest files.
func lerBase(_ bytes: [UInt8], caminho: String) throws(DadosError) -> BaseGravada {
  let (versao, gravada) = try comoDados(caminho) { () throws(JSONDocumentError) in
    try readJSON(bytes) { (members) throws(JSONDocumentError) -> (Int, BaseGravada?) in
      let formato = try members.text("formato")
      guard formato == BaseGravada.formatoConhecido else {
        throw JSONDocumentError(.invalidValue(formato), path: "formato")
      }
      let versao = try members.integer("versao")
      guard versao >= 1 else {
        throw JSONDocumentError(.invalidValue(String(versao)), path: "versao")
      }
      guard versao <= BaseGravada.versaoConhecida else { return (versao, nil) }
      var members = members.fromTheFirst
      return (versao, try BaseGravada(&members))
    }
  }
  guard let gravada else {
    throw .maisNovo(caminho: caminho, versao: versao, conhecida: BaseGravada.versaoConhecida)
  }
  return gravada
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
