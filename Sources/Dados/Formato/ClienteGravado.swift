import Dominio
import JSONDocuments

/// A client in the file of a base.
struct ClienteGravado: JSONReadable {
  struct Cadastro: JSONReadable {
    let data: String?
    let corretor: String?
    let imobiliaria: String?
    let empreendimento: String?
    let unidade: String?

    init(_ cadastro: Acompanhamento.Cadastro) {
      data = cadastro.dia?.iso
      corretor = cadastro.corretor
      imobiliaria = cadastro.imobiliaria
      empreendimento = cadastro.empreendimento
      unidade = cadastro.unidade
    }

    init(_ members: inout JSONMembers) throws(JSONDocumentError) {
      data = try members.textIfAny("data")
      corretor = try members.textIfAny("corretor")
      imobiliaria = try members.textIfAny("imobiliaria")
      empreendimento = try members.textIfAny("empreendimento")
      unidade = try members.textIfAny("unidade")
    }

    func escrever(em writer: inout JSONWriter) {
      writer.object {
        $0.member("data", data)
        $0.member("corretor", corretor)
        $0.member("imobiliaria", imobiliaria)
        $0.member("empreendimento", empreendimento)
        $0.member("unidade", unidade)
      }
    }
  }

  let nome: String
  let linhas: [Int]
  let cadastro: Cadastro
  let status: String
  let valor: String?
  let fonte: String?
  let observacao: String?
  /// For who reads the file: `faturamento` says the same in full.
  let jaPago: Bool
  let pagamento: String?
  let faturamento: FaturamentoGravado?
  /// Absent in files from before there were any.
  let anteriores: [FaturamentoGravado]?
  let liberacao: PalavraGravada?
  /// Absent in version 1 of the base.
  let decisao: DecisaoGravada?

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    nome = try members.text("nome")
    linhas = try members.integers("linhas")
    cadastro = try members.object("cadastro")
    status = try members.text("status")
    fonte = try members.textIfAny("fonte")
    observacao = try members.textIfAny("observacao")
    faturamento = try members.objectIfAny("faturamento")
    anteriores = try members.objectsIfAny("anteriores")
    liberacao = try members.objectIfAny("liberacao")
    decisao = try members.objectIfAny("decisao")
    valor = try members.textIfAny("valor_comissao")
    jaPago = try members.boolean("ja_pago")
    pagamento = try members.textIfAny("data_pagamento")
  }

  init(_ cliente: Cliente) {
    nome = cliente.chave.texto
    linhas = cliente.linhas
    cadastro = Cadastro(cliente.cadastro)
    status = cliente.situacao.status.rawValue
    valor = cliente.situacao.valor?.texto
    fonte = cliente.situacao.fonte
    observacao = cliente.situacao.observacao
    jaPago = cliente.jaPago
    pagamento = cliente.faturamento?.dia.iso
    faturamento = cliente.faturamento.map(FaturamentoGravado.init)
    anteriores = cliente.anteriores.map(FaturamentoGravado.init)
    liberacao = cliente.liberacao.map { PalavraGravada(data: $0.dia.iso, motivo: $0.motivo) }
    decisao = cliente.decisao.map { DecisaoGravada($0, de: cliente.chave) }
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.member("nome", nome)
      $0.member("status", status)
      $0.member("valor_comissao", valor)
      $0.member("fonte", fonte)
      $0.member("observacao", observacao)
      $0.member("ja_pago", jaPago)
      $0.member("data_pagamento", pagamento)
      $0.key("faturamento")
      if let faturamento { faturamento.escrever(em: &$0) } else { $0.value(nil) }
      if let anteriores, !anteriores.isEmpty {
        $0.list("anteriores", anteriores) { $0.escrever(em: &$1) }
      }
      if let liberacao {
        $0.key("liberacao")
        liberacao.escrever(em: &$0)
      }
      if let decisao {
        $0.key("decisao")
        decisao.escrever(em: &$0)
      }
      $0.key("linhas")
      $0.array(of: linhas)
      $0.key("cadastro")
      cadastro.escrever(em: &$0)
    }
  }

  func lido() throws(JSONDocumentError) -> Cliente {
    // A contradiction here could bill a client twice, so the file is refused.
    guard jaPago == (faturamento != nil) else {
      throw JSONDocumentError(.invalidValue("ja_pago contradiz faturamento"), path: "ja_pago")
    }
    guard pagamento == faturamento?.data else {
      throw JSONDocumentError(
        .invalidValue("data_pagamento contradiz faturamento"), path: "data_pagamento")
    }
    let chave = try Dados.lido(nome, em: "nome", ChaveDeNome.init(nome:))
    return Cliente(
      chave: chave,
      linhas: linhas,
      cadastro: Acompanhamento.Cadastro(
        dia: try Dados.lido(cadastro.data, em: "cadastro.data", Dia.init(lendo:)),
        corretor: cadastro.corretor, imobiliaria: cadastro.imobiliaria,
        empreendimento: cadastro.empreendimento, unidade: cadastro.unidade),
      situacao: Situacao(
        try Dados.lido(status, em: "status", Status.init(rawValue:)),
        valor: try Dados.lido(valor, em: "valor_comissao", Dinheiro.init),
        fonte: fonte, observacao: observacao),
      faturamento: try faturamento.map { (gravado) throws(JSONDocumentError) in
        try gravado.lido(em: "faturamento")
      },
      anteriores: try (anteriores ?? []).map { (gravado) throws(JSONDocumentError) in
        try gravado.lido(em: "anteriores")
      },
      liberacao: try liberacao.map { (palavra) throws(JSONDocumentError) in
        Liberacao(
          dia: try Dados.lido(palavra.data, em: "liberacao.data", Dia.init(lendo:)),
          motivo: palavra.motivo)
      },
      decisao: try decisao.map { (gravada) throws(JSONDocumentError) in
        try gravada.lida(de: chave)
      })
  }
}
