import Conciliacao
import Dados
import Dominio

// Lists of the data directory as CSV, with the keys of their JSON documents. Docs/regras.md §9

extension [Base] {
  var csv: TabelaCSV {
    var tabela = TabelaCSV(
      ["base", "nome", "clientes"] + Status.allCases.map(\.rawValue)
        + ["a_receber", "faturado", "devolvido", "estornos"])
    for base in self {
      let totais = Totais(base)
      tabela.acrescentar(
        [.texto(base.competencia.iso), .texto(base.nome), .numero(totais.clientes)]
          + Status.allCases.map { .numero(totais.porStatus[$0] ?? 0) }
          + [
            .valor(totais.aReceber), .valor(totais.faturado), .valor(totais.devolvido),
            .valor(totais.estornos),
          ])
    }
    return tabela
  }
}

extension [RelatorioGuardado] {
  var csv: TabelaCSV {
    var tabela = TabelaCSV([
      "numero", "base", "data", "arquivo", "sha256", "clientes", "valor", "desistencias",
    ])
    for guardado in self {
      let relatorio = guardado.relatorio
      tabela.acrescentar([
        .numero(relatorio.numero), .texto(guardado.base.competencia.iso), .dia(relatorio.dia),
        .texto(relatorio.arquivo), .texto(relatorio.sha256), .numero(relatorio.clientes),
        .valor(relatorio.valor), .numero(relatorio.desistencias),
      ])
    }
    return tabela
  }
}

extension [Operacao] {
  func csv(_ efeitos: Efeitos) -> TabelaCSV {
    var tabela = TabelaCSV([
      "numero", "acao", "momento", "usuario", "base", "relatorio", "alvo", "vale", "resultado",
    ])
    for operacao in self {
      tabela.acrescentar([
        .numero(operacao.numero), .texto(operacao.acao.rawValue), .texto(operacao.momento),
        .texto(operacao.usuario), .texto(operacao.competencia?.iso), .numero(operacao.relatorio),
        .numero(operacao.alvo), .logico(efeitos.vale(operacao.numero)),
        .texto(operacao.resultado),
      ])
    }
    return tabela
  }
}

extension [LinhaDeAuditoria] {
  var csv: TabelaCSV {
    var tabela = TabelaCSV([
      "n", "operacao", "momento", "usuario", "acao", "mes", "cliente", "mudanca",
    ])
    for linha in self {
      tabela.acrescentar([
        .numero(linha.numero), .numero(linha.operacao), .texto(linha.momento),
        .texto(linha.usuario), .texto(linha.acao.rawValue), .texto(linha.competencia?.iso),
        .texto(linha.cliente), .texto(linha.mudanca),
      ])
    }
    return tabela
  }
}
