import Dominio
import JSONDocuments

/// The record of an operation, version 1: `operacoes/000007.json`.
struct OperacaoGravada: Gravado {
  static let formatoConhecido = "comissoes.operacao"
  static let versaoConhecida = 1

  struct Troca: Decodable {
    let antes: String?
    let depois: String?
  }

  struct AlertaGerado: Decodable {
    let tipo: String
    let cliente: String
    let planilha: String
  }

  let numero: Int
  let acao: String
  let momento: String
  let usuario: String
  let mes: String?
  let argumentos: [String: String]
  let estatisticas: [String: String]
  let entradas: [FonteGravada]
  let leu: [String: String]
  let gravou: [String: Troca]
  let relatorio: Int?
  /// Missing in the records of earlier programs, which did not note them.
  let alertas: [AlertaGerado]?
  let alvo: Int?
  let anterior: String?

  func lida() throws(JSONDocumentError) -> Operacao {
    var fontes: [Fonte] = []
    for entrada in entradas { fontes.append(try entrada.lida()) }
    var gerados: [Alerta.Identidade] = []
    for alerta in alertas ?? [] { gerados.append(try alerta.lido()) }
    return Operacao(
      numero: numero, acao: try lido(acao, em: "acao", Operacao.Acao.init(rawValue:)),
      momento: momento, usuario: usuario,
      competencia: try lido(mes, em: "mes", Competencia.init(lendo:)),
      argumentos: argumentos, estatisticas: estatisticas, entradas: fontes,
      leu: try competencias(leu, em: "leu"),
      gravou: try competencias(gravou, em: "gravou").mapValues {
        Operacao.Troca(antes: $0.antes, depois: $0.depois)
      },
      relatorio: relatorio, alertas: gerados, alvo: alvo, anterior: anterior)
  }

  static func bytes(_ operacao: Operacao) -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.object {
      $0.member("formato", formatoConhecido)
      $0.member("versao", versaoConhecida)
      $0.member("numero", operacao.numero)
      $0.member("acao", operacao.acao.rawValue)
      $0.member("momento", operacao.momento)
      $0.member("usuario", operacao.usuario)
      $0.member("mes", operacao.competencia?.iso)
      $0.key("argumentos")
      $0.table(operacao.argumentos)
      $0.key("estatisticas")
      $0.table(operacao.estatisticas)
      $0.list("entradas", operacao.entradas) { FonteGravada($0).escrever(em: &$1) }
      $0.key("leu")
      $0.table(operacao.leu.porTexto)
      $0.key("gravou")
      $0.object { writer in
        for (mes, troca) in operacao.gravou.sorted(by: { $0.key < $1.key }) {
          writer.key(mes.iso)
          writer.object {
            $0.member("antes", troca.antes)
            $0.member("depois", troca.depois)
          }
        }
      }
      $0.member("relatorio", operacao.relatorio)
      $0.list("alertas", operacao.alertas) { AlertaGerado.escrever($0, em: &$1) }
      $0.member("alvo", operacao.alvo)
      $0.member("anterior", operacao.anterior)
    }
    return writer.finished
  }
}

extension OperacaoGravada.AlertaGerado {
  static func escrever(_ alerta: Alerta.Identidade, em writer: inout JSONWriter) {
    writer.object {
      $0.member("numero", alerta.tipo.numero)
      $0.member("tipo", alerta.tipo.codigo)
      $0.member("cliente", alerta.cliente.texto)
      $0.member("planilha", alerta.planilha.rawValue)
    }
  }

  func lido() throws(JSONDocumentError) -> Alerta.Identidade {
    .init(
      tipo: try Dados.lido(tipo, em: "alertas.tipo", TipoDeAlerta.init(codigo:)),
      cliente: try Dados.lido(cliente, em: "alertas.cliente", ChaveDeNome.init(nome:)),
      planilha: try Dados.lido(planilha, em: "alertas.planilha", Planilha.init(rawValue:)))
  }
}

extension JSONWriter {
  /// The document with a line break at its end, as text files have it.

  /// An object of texts, in the order of keys.
  fileprivate mutating func table(_ table: [String: String]) {
    object { writer in
      for (key, text) in table.sorted(by: { $0.key < $1.key }) { writer.member(key, text) }
    }
  }
}

extension [Competencia: String] {
  fileprivate var porTexto: [String: String] {
    Dictionary<String, String>(uniqueKeysWithValues: map { ($0.key.iso, $0.value) })
  }
}
