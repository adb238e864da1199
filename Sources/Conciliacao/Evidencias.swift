import Dominio

// What a row says, column by column: the values that alerts rest on. Docs/regras.md §10

extension Acompanhamento.Registro: RegistroDeCliente {
  var evidenciasDeRepeticao: [Evidencia] {
    [
      Evidencia(ColunaDeAcompanhamento.nome, linha: linha, valor: grafia.texto),
      Evidencia(
        ColunaDeAcompanhamento.empreendimento, linha: linha, valor: cadastro.empreendimento),
      Evidencia(ColunaDeAcompanhamento.unidade, linha: linha, valor: cadastro.unidade),
    ]
  }
}

extension Gestores.Registro: RegistroDeCliente {
  var evidenciasDeRepeticao: [Evidencia] { evidencias(.nome, .forma, .status, .comissao) }

  func evidencias(_ colunas: ColunaDeGestores...) -> [Evidencia] {
    colunas.map { Evidencia($0, linha: linha, valor: valor($0)) }
  }

  private func valor(_ coluna: ColunaDeGestores) -> String? {
    switch coluna {
    case .nome: grafia.texto
    case .forma: forma?.texto
    case .status: situacao?.rawValue
    case .comissao: comissao?.texto
    case .empreendimento: empreendimento
    }
  }
}

extension WeboPay.Registro: RegistroDeCliente {
  var evidenciasDeRepeticao: [Evidencia] {
    evidencias(.pagador, .valor, .statusDaParcela, .statusDaComissao)
  }

  func evidencias(_ colunas: ColunaDeWeboPay...) -> [Evidencia] {
    colunas.map { Evidencia($0, linha: linha, valor: valor($0)) }
  }

  private func valor(_ coluna: ColunaDeWeboPay) -> String? {
    switch coluna {
    case .pagador: grafia.texto
    case .parcela: String(parcela)
    case .valor: valor?.texto
    case .statusDaParcela: parcelaPaga ? "pago" : "não pago"
    case .statusDaComissao: comissaoPaga ? "pago" : "não pago"
    case .empreendimento: venda.empreendimento
    case .unidade: venda.unidade
    case .venda: venda.dia?.iso
    case .totalDeParcelas: venda.parcelas.map(String.init)
    }
  }
}

extension EPR.Registro: RegistroDeCliente {
  var evidenciasDeRepeticao: [Evidencia] {
    [
      Evidencia(ColunaDeEPR.mutuario, linha: linha, valor: grafia.texto),
      Evidencia(ColunaDeEPR.contrato, linha: linha, valor: contrato),
      Evidencia(ColunaDeEPR.assinatura, linha: linha, valor: assinatura?.iso),
    ]
  }
}
