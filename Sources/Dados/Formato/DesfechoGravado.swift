import Dominio
import JSONDocuments

/// How an alert ended, in the file of a base.
struct DesfechoGravado: JSONReadable {
  let status: String
  let motivo: String
  let autor: String
  let operacao: Int
  let referencia: String?
  /// Only of an end that holds again.
  let retorno: Int?

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    status = try members.text("status")
    motivo = try members.text("motivo")
    autor = try members.text("autor")
    operacao = try members.integer("operacao")
    referencia = try members.textIfAny("referencia")
    retorno = try members.integerIfAny("retorno")
  }

  init(_ desfecho: Desfecho) {
    status = desfecho.fim.rawValue
    motivo = desfecho.motivo
    autor = desfecho.autor.rawValue
    operacao = desfecho.operacao
    referencia = desfecho.referencia?.description
    retorno = desfecho.retorno
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.member("status", status)
      $0.member("motivo", motivo)
      $0.member("autor", autor)
      $0.member("operacao", operacao)
      $0.member("referencia", referencia)
      if let retorno { $0.member("retorno", retorno) }
    }
  }

  func lido() throws(JSONDocumentError) -> Desfecho {
    Desfecho(
      try Dados.lido(status, em: "desfecho.status", Desfecho.Fim.init(rawValue:)), motivo: motivo,
      autor: try Dados.lido(autor, em: "desfecho.autor", Desfecho.Autor.init(rawValue:)),
      operacao: operacao,
      referencia: try Dados.lido(referencia, em: "desfecho.referencia") {
        NumeroDeAlerta(lendo: $0)
      }, retorno: retorno)
  }
}

/// How an alert had ended while other values caused it.
struct DesfechoAnteriorGravado: JSONReadable {
  let desfecho: DesfechoGravado
  let evidencias: [EvidenciaGravada]

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    desfecho = try members.object("desfecho")
    evidencias = try members.objects("evidencias")
  }

  init(_ anterior: DesfechoAnterior) {
    desfecho = DesfechoGravado(anterior.desfecho)
    evidencias = anterior.evidencias.map(EvidenciaGravada.init)
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.key("desfecho")
      desfecho.escrever(em: &$0)
      $0.list("evidencias", evidencias) { $0.escrever(em: &$1) }
    }
  }

  func lido() throws(JSONDocumentError) -> DesfechoAnterior {
    DesfechoAnterior(
      try desfecho.lido(),
      com: try evidencias.map { (gravada) throws(JSONDocumentError) in try gravada.lida() })
  }
}
