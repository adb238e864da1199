import Dominio
import JSONDocuments

/// An alert that a run has raised, in the file of a base.
struct AlertaGravado: JSONReadable {
  /// Absent in version 1 of the base, like all that is optional here.
  let numero: Int?
  let tipo: String
  let cliente: String
  let planilha: String
  let descricao: String
  let status: String
  let evidencias: [EvidenciaGravada]?
  let candidatos: [CandidatoGravado]?
  let desfecho: DesfechoGravado?
  let reabertura: String?
  let desfechosAnteriores: [DesfechoAnteriorGravado]?

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    numero = try members.integerIfAny("numero")
    tipo = try members.text("tipo")
    cliente = try members.text("cliente")
    planilha = try members.text("planilha")
    descricao = try members.text("descricao")
    status = try members.text("status")
    evidencias = try members.objectsIfAny("evidencias")
    candidatos = try members.objectsIfAny("candidatos")
    desfecho = try members.objectIfAny("desfecho")
    reabertura = try members.textIfAny("reabertura")
    desfechosAnteriores = try members.objectsIfAny("desfechos_anteriores")
  }

  init(_ alerta: Alerta) {
    numero = alerta.serie
    tipo = alerta.tipo.codigo
    cliente = alerta.cliente.texto
    planilha = alerta.planilha.rawValue
    descricao = alerta.descricao
    status = alerta.situacao.rawValue
    evidencias = alerta.evidencias.map(EvidenciaGravada.init)
    candidatos = alerta.candidatos.map(CandidatoGravado.init)
    desfecho = alerta.desfecho.map(DesfechoGravado.init)
    reabertura = alerta.reabertura
    desfechosAnteriores = alerta.desfechosAnteriores.map(DesfechoAnteriorGravado.init)
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.member("numero", numero)
      $0.member("tipo", tipo)
      $0.member("cliente", cliente)
      $0.member("planilha", planilha)
      $0.member("descricao", descricao)
      $0.member("status", status)
      $0.list("evidencias", evidencias ?? []) { $0.escrever(em: &$1) }
      if let candidatos, !candidatos.isEmpty {
        $0.list("candidatos", candidatos) { $0.escrever(em: &$1) }
      }
      if let desfecho {
        $0.key("desfecho")
        desfecho.escrever(em: &$0)
      }
      if let reabertura { $0.member("reabertura", reabertura) }
      if let desfechosAnteriores, !desfechosAnteriores.isEmpty {
        $0.list("desfechos_anteriores", desfechosAnteriores) { $0.escrever(em: &$1) }
      }
    }
  }

  func lido() throws(JSONDocumentError) -> Alerta {
    let alerta = Alerta(
      try Dados.lido(tipo, em: "tipo", TipoDeAlerta.init(codigo:)),
      cliente: try Dados.lido(cliente, em: "cliente", ChaveDeNome.init(nome:)),
      planilha: try Dados.lido(planilha, em: "planilha", Planilha.init(rawValue:)),
      descricao: descricao,
      evidencias: try (evidencias ?? []).map { (gravada) throws(JSONDocumentError) in
        try gravada.lida()
      },
      candidatos: try (candidatos ?? []).map { (gravado) throws(JSONDocumentError) in
        try gravado.lido()
      },
      serie: numero ?? 0,
      desfecho: try desfecho.map { (gravado) throws(JSONDocumentError) in try gravado.lido() },
      reabertura: reabertura,
      desfechosAnteriores: try (desfechosAnteriores ?? []).map {
        (gravado) throws(JSONDocumentError) in try gravado.lido()
      }, novo: false)
    let situacao = try Dados.lido(status, em: "status", Alerta.Situacao.init(rawValue:))
    // Two words on whether it is open: the file was changed by hand.
    guard alerta.situacao == situacao else {
      throw JSONDocumentError(.invalidValue("status contradiz desfecho"), path: "status")
    }
    return alerta
  }
}

struct EvidenciaGravada: JSONReadable {
  let planilha: String
  let coluna: String
  let linha: Int
  /// What was understood; not `valor`, which is money everywhere else.
  let lido: String?
  let arquivo: String?
  let aba: String?
  let celula: String?

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    planilha = try members.text("planilha")
    coluna = try members.text("coluna")
    linha = try members.integer("linha")
    lido = try members.textIfAny("lido")
    arquivo = try members.textIfAny("arquivo")
    aba = try members.textIfAny("aba")
    celula = try members.textIfAny("celula")
  }

  init(_ evidencia: Evidencia) {
    planilha = evidencia.planilha.rawValue
    coluna = evidencia.coluna
    linha = evidencia.linha
    lido = evidencia.valor
    arquivo = evidencia.lugar?.arquivo
    aba = evidencia.lugar?.aba
    celula = evidencia.lugar?.celula
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.member("planilha", planilha)
      $0.member("coluna", coluna)
      $0.member("linha", linha)
      $0.member("lido", lido)
      $0.member("arquivo", arquivo)
      $0.member("aba", aba)
      $0.member("celula", celula)
    }
  }

  func lida() throws(JSONDocumentError) -> Evidencia {
    var lugar: Lugar?
    if let arquivo, let aba, let celula {
      lugar = Lugar(arquivo: arquivo, aba: aba, celula: celula)
    }
    return Evidencia(
      try Dados.lido(planilha, em: "evidencias.planilha", Planilha.init(rawValue:)), coluna,
      linha: linha, valor: lido, lugar: lugar)
  }
}

struct CandidatoGravado: JSONReadable {
  let nome: String
  let planilha: String
  let confianca: Int
  let razoes: [String]

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    nome = try members.text("nome")
    planilha = try members.text("planilha")
    confianca = try members.integer("confianca")
    razoes = try members.texts("razoes")
  }

  init(_ candidato: Candidato) {
    nome = candidato.nome.texto
    planilha = candidato.planilha.rawValue
    confianca = candidato.confianca
    razoes = candidato.razoes
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.member("nome", nome)
      $0.member("planilha", planilha)
      $0.member("confianca", confianca)
      $0.key("razoes")
      $0.array(of: razoes)
    }
  }

  func lido() throws(JSONDocumentError) -> Candidato {
    Candidato(
      nome: try Dados.lido(nome, em: "candidatos.nome", ChaveDeNome.init(nome:)),
      planilha: try Dados.lido(planilha, em: "candidatos.planilha", Planilha.init(rawValue:)),
      confianca: confianca, razoes: razoes)
  }
}
