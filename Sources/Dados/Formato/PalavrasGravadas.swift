import Dominio
import JSONDocuments

// What the director decided beyond the rules, in the file of a base.

/// A manual decision on a client.
struct DecisaoGravada: JSONReadable {
  let status: String
  let valor: String?
  let motivo: String
  let data: String
  /// The name on which it was taken; absent when that is the client's own.
  let nome: String?
  let base: String
  let contra: SituacaoGravada
  let regras: SituacaoGravada

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    status = try members.text("status")
    valor = try members.textIfAny("valor")
    motivo = try members.text("motivo")
    data = try members.text("data")
    nome = try members.textIfAny("nome")
    base = try members.text("base")
    contra = try members.object("contra")
    regras = try members.object("regras")
  }

  init(_ decisao: DecisaoManual, de cliente: ChaveDeNome) {
    status = decisao.status.rawValue
    valor = decisao.valor?.texto
    motivo = decisao.motivo
    data = decisao.dia.iso
    nome = decisao.nome == cliente ? nil : decisao.nome.texto
    base = decisao.base.iso
    contra = SituacaoGravada(decisao.contra)
    regras = SituacaoGravada(decisao.regras)
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.member("status", status)
      $0.member("valor", valor)
      $0.member("motivo", motivo)
      $0.member("data", data)
      if let nome { $0.member("nome", nome) }
      $0.member("base", base)
      $0.key("contra")
      contra.escrever(em: &$0)
      $0.key("regras")
      regras.escrever(em: &$0)
    }
  }

  func lida(de cliente: ChaveDeNome) throws(JSONDocumentError) -> DecisaoManual {
    DecisaoManual(
      try lido(status, em: "decisao.status", Status.init(rawValue:)),
      valor: try lido(valor, em: "decisao.valor", Dinheiro.init), motivo: motivo,
      dia: try lido(data, em: "decisao.data", Dia.init(lendo:)),
      sobre: try lido(nome, em: "decisao.nome", ChaveDeNome.init(nome:)) ?? cliente,
      base: try lido(base, em: "decisao.base", Competencia.init(lendo:)),
      contra: try contra.lida(em: "decisao.contra"), regras: try regras.lida(em: "decisao.regras"))
  }
}

/// What the rules say of a client.
struct SituacaoGravada: JSONReadable {
  let status: String
  let valor: String?
  let fonte: String?
  let observacao: String?

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    status = try members.text("status")
    valor = try members.textIfAny("valor")
    fonte = try members.textIfAny("fonte")
    observacao = try members.textIfAny("observacao")
  }

  init(_ situacao: Situacao) {
    status = situacao.status.rawValue
    valor = situacao.valor?.texto
    fonte = situacao.fonte
    observacao = situacao.observacao
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.member("status", status)
      $0.member("valor", valor)
      $0.member("fonte", fonte)
      $0.member("observacao", observacao)
    }
  }

  func lida(em chave: String) throws(JSONDocumentError) -> Situacao {
    Situacao(
      try lido(status, em: "\(chave).status", Status.init(rawValue:)),
      valor: try lido(valor, em: "\(chave).valor", Dinheiro.init), fonte: fonte,
      observacao: observacao)
  }
}

/// Two spellings that are one client.
struct VinculoGravado: JSONReadable {
  let nome: String
  let cliente: String
  let motivo: String
  let data: String
  let base: String

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    nome = try members.text("nome")
    cliente = try members.text("cliente")
    motivo = try members.text("motivo")
    data = try members.text("data")
    base = try members.text("base")
  }

  init(_ vinculo: Vinculo) {
    nome = vinculo.nome.texto
    cliente = vinculo.cliente.texto
    motivo = vinculo.motivo
    data = vinculo.dia.iso
    base = vinculo.base.iso
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.member("nome", nome)
      $0.member("cliente", cliente)
      $0.member("motivo", motivo)
      $0.member("data", data)
      $0.member("base", base)
    }
  }

  func lido() throws(JSONDocumentError) -> Vinculo {
    Vinculo(
      nome: try Dados.lido(nome, em: "nome", ChaveDeNome.init(nome:)),
      cliente: try Dados.lido(cliente, em: "cliente", ChaveDeNome.init(nome:)), motivo: motivo,
      dia: try Dados.lido(data, em: "data", Dia.init(lendo:)),
      base: try Dados.lido(base, em: "base", Competencia.init(lendo:)))
  }
}
