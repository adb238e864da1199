import Dominio
import DurableFiles
import JSONDocuments

/// The file `estado.json`, version 1.
struct EstadoGravado: Gravado {
  static let formatoConhecido = "comissoes.estado"
  static let versaoConhecida = 1

  struct Auditoria: Decodable {
    let linhas: Int
    let bytes: Int
    let sha256: String?
  }

  enum CodingKeys: String, CodingKey {
    case operacao, cabeca, bases, auditoria
    case ultimoRelatorio = "ultimo_relatorio"
  }

  let operacao: Int
  let cabeca: String?
  let bases: [String: String]
  let ultimoRelatorio: Int
  let auditoria: Auditoria

  func lido() throws(JSONDocumentError) -> Estado {
    var estado = Estado()
    estado.operacao = operacao
    estado.cabeca = cabeca
    estado.ultimoRelatorio = try numeroDeRelatorio(
      ultimoRelatorio, desde: 0, em: "ultimo_relatorio")
    estado.auditoria.linhas = auditoria.linhas
    estado.auditoria.bytes = auditoria.bytes
    estado.auditoria.sha256 = auditoria.sha256
    estado.bases = try competencias(bases, em: "bases")
    return estado
  }

  static func bytes(_ estado: Estado) -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.object {
      $0.member("formato", formatoConhecido)
      $0.member("versao", versaoConhecida)
      $0.member("operacao", estado.operacao)
      $0.member("cabeca", estado.cabeca)
      $0.member("ultimo_relatorio", estado.ultimoRelatorio)
      $0.key("auditoria")
      $0.object {
        $0.member("linhas", estado.auditoria.linhas)
        $0.member("bytes", estado.auditoria.bytes)
        $0.member("sha256", estado.auditoria.sha256)
      }
      $0.key("bases")
      $0.object { writer in
        for (mes, sha256) in estado.bases.sorted(by: { $0.key < $1.key }) {
          writer.member(mes.iso, sha256)
        }
      }
    }
    let aberto = Array(writer.bytes.dropLast(2))
    return aberto + fim(aberto)
  }

  /// True when the file is as it was written: its last member is the hash of all before.
  static func confere(_ bytes: [UInt8]) -> Bool {
    let tamanho = fim([]).count
    guard bytes.count > tamanho else { return false }
    return fim(Array(bytes.dropLast(tamanho))).elementsEqual(bytes.suffix(tamanho))
  }

  private static func fim(_ aberto: [UInt8]) -> [UInt8] {
    Array(",\n  \"sha256\": \"\(sha256(of: aberto))\"\n}\n".utf8)
  }
}

/// A table by month, as the files write it.
func competencias<Valor>(
  _ tabela: [String: Valor], em chave: String
) throws(JSONDocumentError) -> [Competencia: Valor] {
  var lida: [Competencia: Valor] = [:]
  for (mes, valor) in tabela {
    lida[try lido(mes, em: "\(chave).\(mes)", Competencia.init(lendo:))] = valor
  }
  return lida
}
