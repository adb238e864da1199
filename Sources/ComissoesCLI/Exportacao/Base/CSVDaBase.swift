import Dominio

extension BaseExportada {
  static let colunas = [
    "nome", "status", "valor_comissao", "fonte", "observacao", "ja_pago", "data_pagamento",
    "valor_faturado", "base_faturada", "relatorio", "contrato", "estorno", "alertas_em_aberto",
    "decisao", "decidido_em", "empreendimento", "unidade", "corretor", "imobiliaria", "data",
    "linhas",
  ]

  /// A row for each client.
  var csv: TabelaCSV { csv(de: base.clientes) }

  /// - Parameter clientes: of this base.
  func csv(de clientes: [Cliente]) -> TabelaCSV {
    var tabela = TabelaCSV(Self.colunas)
    for cliente in clientes {
      let (situacao, conta) = (cliente.situacao, cliente.faturamento)
      let cadastro = cliente.cadastro
      tabela.acrescentar([
        .texto(cliente.chave.texto), .texto(situacao.status.rawValue), .valor(situacao.valor),
        .texto(situacao.fonte), .texto(situacao.observacao), .logico(cliente.jaPago),
        .dia(conta?.dia), .valor(conta?.valor), .texto(conta?.base.iso),
        .numero(conta?.relatorio), .texto(conta?.contrato), .valor(cliente.estorno),
        .numero(alertas(de: cliente)), .texto(cliente.decisao?.motivo),
        .dia(cliente.decisao?.dia), .texto(cadastro.empreendimento), .texto(cadastro.unidade),
        .texto(cadastro.corretor), .texto(cadastro.imobiliaria), .dia(cadastro.dia),
        .texto(cliente.linhas.map(String.init).joined(separator: " ")),
      ])
    }
    return tabela
  }
}
