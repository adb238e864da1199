import Dominio

/// One fact changed, the others left, and what the engine would say then.
package struct Hipotese: Sendable {
  /// The changes of a single fact that lead there, in words: `a FORMA significasse FINANCIADO`.
  package let se: [String]
  package let decisao: Decisao

  /// Every other outcome that the change of one fact leads to, in the order of the table.
  static func todas(sobre fatos: Fatos, hoje: Decisao) -> [Hipotese] {
    let mudancas = fatos.comOutraForma + fatos.comOutroStatus + fatos.comOutroPagamento
    var hipoteses: [Hipotese] = []
    for (se, mudados) in mudancas {
      let decisao = decidir(mudados)
      guard decisao.situacao != hoje.situacao else { continue }
      if let igual = hipoteses.firstIndex(where: { $0.decisao.situacao == decisao.situacao }) {
        hipoteses[igual] = Hipotese(se: hipoteses[igual].se + [se], decisao: decisao)
      } else {
        hipoteses.append(Hipotese(se: [se], decisao: decisao))
      }
    }
    let ordem = Prioridade.tabela.map(\.numero)
    return hipoteses.sorted {
      (ordem.firstIndex(of: $0.decisao.prioridade) ?? 0)
        < (ordem.firstIndex(of: $1.decisao.prioridade) ?? 0)
    }
  }
}

extension Fatos {
  fileprivate typealias Mudanca = (se: String, fatos: Fatos)

  fileprivate var comOutraForma: [Mudanca] {
    let sentidos: [Gestores.Sentido?] = [nil] + Gestores.Sentido.allCases
    return sentidos.filter { $0 != sentido }.map { sentido in
      let se =
        switch sentido {
        case nil: "a FORMA em Gestores estivesse em branco"
        case .desconhecida?: "a FORMA em Gestores não fosse conhecida"
        case let sentido?: "a FORMA em Gestores significasse \(sentido.rawValue)"
        }
      let forma = sentido.map { Gestores.Forma(texto: "…", sentido: $0) }
      return (se, com(gestores: (gestores ?? emBranco).com(forma: forma)))
    }
  }

  /// ENTROU and ABERTO only inform: they are as good as nothing.
  fileprivate var comOutroStatus: [Mudanca] {
    let palavras: [(Gestores.Situacao?, String)] = [
      (nil, "o STATUS em Gestores estivesse em branco"),
      (.desistiu, "o STATUS em Gestores significasse DESISTIU"),
      (.desconto, "o STATUS em Gestores significasse DESCONTO"),
    ]
    return palavras.filter { $0.0 != gestores?.situacao }.map { situacao, se in
      (se, com(gestores: (gestores ?? emBranco).com(situacao: situacao)))
    }
  }

  fileprivate var comOutroPagamento: [Mudanca] {
    let palavras: [(Bool?, String)] = [
      (nil, "a parcela 1 não estivesse no WeboPay"),
      (false, "a parcela 1 estivesse no WeboPay sem estar paga"),
      (true, "a parcela 1 estivesse paga no WeboPay"),
    ]
    return palavras.filter { $0.0 != pago }.map { pago, se in
      let registro = pago.map { pago in
        WeboPay.Registro(
          linha: webopay?.linha ?? 0, cliente: cliente, parcela: 1, valor: webopay?.valor,
          parcelaPaga: pago, comissaoPaga: pago, venda: webopay?.venda ?? WeboPay.Venda())
      }
      return (
        se,
        Fatos(
          cliente: cliente, gestores: gestores, webopay: registro, outrasParcelas: outrasParcelas)
      )
    }
  }

  private func com(gestores: Gestores.Registro) -> Fatos {
    Fatos(
      cliente: cliente, gestores: gestores, webopay: webopay, outrasParcelas: outrasParcelas)
  }

  private var emBranco: Gestores.Registro { Gestores.Registro(linha: 0, cliente: cliente) }
}

extension Gestores.Registro {
  fileprivate func com(forma: Gestores.Forma?) -> Gestores.Registro {
    Gestores.Registro(
      linha: linha, cliente: cliente, forma: forma, situacao: situacao, comissao: comissao,
      empreendimento: empreendimento)
  }

  fileprivate func com(situacao: Gestores.Situacao?) -> Gestores.Registro {
    Gestores.Registro(
      linha: linha, cliente: cliente, forma: forma, situacao: situacao, comissao: comissao,
      empreendimento: empreendimento)
  }
}
