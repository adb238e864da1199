import Dominio

// What the two sheets of the report must say.

extension TabelaConferida {
  init(
    aReceber recebimentos: Recebimentos, _ cabecalho: RelatorioDeRecebimentos.Cabecalho
  ) {
    var linhas: [ChaveDeNome: [Conteudo]] = [:]
    for item in recebimentos.aReceber {
      linhas[item.cliente] = [
        .texto(item.cliente.texto), .init(item.empreendimento), .init(item.contrato),
        .init(item.assinatura), .valor(item.valor),
      ]
    }
    for item in recebimentos.semValor {
      linhas[item.cliente] = [
        .texto(item.cliente.texto), .init(item.empreendimento), .init(item.contrato),
        .init(item.assinatura), .texto(AReceber.revisar),
      ]
    }
    let assinaturas =
      recebimentos.aReceber.map(\.assinatura) + recebimentos.semValor.map(\.assinatura)
    let temFaixas = assinaturas.contains {
      FaixaDeAssinatura(assinatura: $0, em: cabecalho.dia) != nil
    }
    let legenda = [FaixaDeAssinatura.titulo] + FaixaDeAssinatura.allCases.map(\.nome)
    self.init(
      acima: [
        AReceber.titulo, AReceber.caminho, cabecalho.identificacao, AReceber.resumo(recebimentos),
      ] + [cabecalho.origem].compactMap { $0 } + (temFaixas ? legenda : []),
      titulos: ["Cliente", "Empreendimento", "Contrato", "Data de assinatura", "Valor"],
      linhas: linhas.naOrdem, somas: [4: recebimentos.valorAReceber])
  }

  init(
    desistencias recebimentos: Recebimentos, _ cabecalho: RelatorioDeRecebimentos.Cabecalho
  ) {
    var linhas: [ChaveDeNome: [Conteudo]] = [:]
    for item in recebimentos.desistencias {
      linhas[item.cliente] = [
        .texto(item.cliente.texto), .texto(item.status.nome), .init(item.observacao),
        .init(item.estorno),
      ]
    }
    self.init(
      acima: [
        Desistencias.titulo, Desistencias.caminho, cabecalho.identificacao,
        Desistencias.resumo(recebimentos),
      ],
      titulos: ["Cliente", "Situação", "Observação", "Valor a devolver"],
      linhas: linhas.naOrdem, somas: [3: recebimentos.estornos])
  }
}

extension [ChaveDeNome: [Conteudo]] {
  /// The rows in the order of clients.
  fileprivate var naOrdem: [[Conteudo]] { sorted { $0.key < $1.key }.map(\.value) }
}
