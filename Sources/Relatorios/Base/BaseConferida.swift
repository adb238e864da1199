import Dominio

// What the two sheets of the workbook of a base must say.

extension TabelaConferida {
  init(base linhas: [PlanilhaDaBase.Linha], _ cabecalho: PlanilhaDaBase.Cabecalho) {
    self.init(
      acima: [
        cabecalho.titulo, PlanilhaDaBase.caminho, cabecalho.contagem(linhas.count),
        cabecalho.resumo,
      ] + [PlanilhaDaBase.impressao] + [cabecalho.origem].compactMap { $0 },
      titulos: PlanilhaDaBase.titulos, linhas: linhas.map(\.conteudos),
      somas: [
        PlanilhaDaBase.Coluna.valor: linhas.soma { $0.cliente.situacao.valor?.arredondado },
        PlanilhaDaBase.Coluna.faturado: linhas.soma(\.cliente.faturamento?.valor),
        PlanilhaDaBase.Coluna.aDevolver: linhas.soma(\.cliente.estorno),
        PlanilhaDaBase.Coluna.alertas: .inteiro(linhas.alertas),
      ],
      contagens: [PlanilhaDaBase.Coluna.status: linhas.count])
  }

  init(resumo linhas: [PlanilhaDaBase.Linha], _ cabecalho: PlanilhaDaBase.Cabecalho) {
    let partes = Dictionary(grouping: linhas, by: \.cliente.situacao.status)
    self.init(
      acima: [
        PlanilhaDaBase.tituloDoResumo, PlanilhaDaBase.caminhoDoResumo,
        "\(cabecalho.titulo), \(cabecalho.contagem(linhas.count))",
      ],
      titulos: PlanilhaDaBase.titulosDoResumo,
      linhas: Status.allCases.map { status in
        let parte = partes[status] ?? []
        return [
          .texto(status.nome), .valor(.inteiro(parte.count)),
          .valor(parte.soma { $0.cliente.situacao.valor?.arredondado }),
        ]
      },
      somas: [
        1: .inteiro(linhas.count), 2: linhas.soma { $0.cliente.situacao.valor?.arredondado },
      ])
  }
}

extension PlanilhaDaBase.Linha {
  fileprivate var conteudos: [Conteudo] {
    let (situacao, cadastro) = (cliente.situacao, cliente.cadastro)
    return [
      .texto(cliente.chave.texto), .texto(situacao.status.nome),
      .init(situacao.valor?.arredondado), .init(cliente.faturamento?.valor),
      .init(cliente.faturamento?.dia), .init(cliente.estorno), .valor(.inteiro(alertas)),
      .init(situacao.fonte), .init(cliente.observacaoMostrada), .init(decisao), .init(relatorio),
      .init(cadastro.empreendimento), .init(cadastro.unidade), .init(cadastro.corretor),
      .init(cadastro.imobiliaria), .init(cadastro.dia),
    ]
  }
}

extension Dinheiro {
  /// A count, as a cell holds it.
  fileprivate static func inteiro(_ numero: Int) -> Dinheiro { Dinheiro(centavos: 100 * numero) }
}
