import Dominio
import Testing

@testable import Conciliacao

/// One client's way from October to November, and where the bridge puts it.
struct PonteTests {
  private let outubro: Competencia
  private let novembro: Competencia
  private let dezembro: Competencia

  init() throws {
    outubro = try mes("2025-10")
    novembro = try mes("2025-11")
    dezembro = try mes("2025-12")
  }

  private func ponte(_ bases: Base...) throws -> Ponte {
    try #require(Ponte(bases, de: outubro, para: bases.last?.competencia ?? novembro))
  }

  /// A base with the report that its own bills make.
  private func comRelatorio(_ base: Base, numero: Int) throws -> Base {
    var base = base
    let contas = base.clientes.flatMap(\.faturamentos).filter { $0.base == base.competencia }
    guard !contas.isEmpty else { return base }
    base.relatorios = [
      Relatorio(
        numero: numero, dia: try dia("2025-11-03"), arquivo: "r.xlsx", sha256: "",
        clientes: contas.count, valor: contas.map(\.valor).soma, desistencias: 0)
    ]
    return base
  }

  private func conta(_ centavos: Int, _ base: Competencia, _ relatorio: Int) throws -> Faturamento {
    Faturamento(
      valor: Dinheiro(centavos: centavos), dia: try dia("2025-11-03"), contrato: nil, base: base,
      relatorio: relatorio)
  }

  @Test func theSameMonthOrAMissingOneHasNoBridge() throws {
    let base = Base(competencia: outubro)
    #expect(Ponte([base], de: outubro, para: outubro) == nil)
    #expect(Ponte([base], de: outubro, para: novembro) == nil)
    let outra = Base(competencia: novembro)
    #expect(Ponte([base, outra], de: novembro, para: outubro) == nil)
  }

  /// Every state of a client in October against every state in November.
  @Test func everyCombinationEndsInZeroAndStandsInOneLine() throws {
    let valores: [String?] = [nil, "100", "200.005"]
    var antes: [Cliente?] = [nil]
    var depois: [Cliente?] = [nil]
    for status in Status.allCases {
      for valor in valores {
        for faturamento in [nil, try conta(10_000, outubro, 1)] {
          antes.append(
            try cliente("ANA", status, valor: valor, faturamento: faturamento))
        }
        for caso in 0..<3 {
          var cliente = try cliente("ANA", status, valor: valor)
          if caso == 1 { cliente.faturamento = try conta(20_001, novembro, 2) }
          if caso == 2 {
            cliente.liberacao = Liberacao(dia: try dia("2025-11-20"), motivo: "outro contrato")
          }
          depois.append(cliente)
        }
      }
    }
    for antigo in antes {
      for novo in depois where antigo != nil || novo != nil {
        var novo = novo
        if let faturado = antigo?.faturamento, let atual = novo {
          novo?.anteriores = atual.faturamento == nil ? [] : [faturado]
          novo?.faturamento = atual.faturamento ?? faturado
        }
        let bases = [
          try comRelatorio(
            Base(competencia: outubro, clientes: antigo.map { [$0] } ?? []), numero: 1),
          try comRelatorio(
            Base(competencia: novembro, clientes: novo.map { [$0] } ?? []), numero: 2),
        ]
        let ponte = try #require(Ponte(bases, de: outubro, para: novembro))
        let onde = ponte.linhas.filter { !$0.ehFaturamento }.flatMap(\.clientes)
        let caso = "\(String(describing: antigo)) → \(String(describing: novo)): \(ponte)"
        #expect(onde.count == 1, "\(caso)")
        #expect(ponte.semExplicacao.isEmpty, "\(caso)")
        #expect(ponte.diferenca == .zero, "\(caso)")
        #expect(ponte.fecha, "\(caso)")
        for movimento in ponte.movimentos {
          #expect(
            movimento.inicial + movimento.entraram + movimento.vieram - movimento.sairam
              - movimento.foram == movimento.final, "\(caso)")
        }
      }
    }
  }

  @Test func aBilledClientIsBilledAndOtherwiseTheSame() throws {
    let faturado = try conta(33_148, outubro, 1)
    let ponte = try ponte(
      comRelatorio(
        base("2025-10", cliente("ANA", .financiado, valor: "331.4805", faturamento: faturado)),
        numero: 1),
      base("2025-11", cliente("ANA", .financiado, valor: "331.4805", faturamento: faturado)))
    #expect(ponte.inicial == .init(clientes: 1, valor: Dinheiro(centavos: 33_148)))
    #expect(ponte.final == .init(clientes: 0, valor: .zero))
    #expect(ponte.linha(.faturado(outubro))?.valor == Dinheiro(centavos: -33_148))
    #expect(ponte.linha(.igual)?.clientes == [try chave("ANA")])
    #expect(ponte.fecha)
  }

  /// November's base was made before October was billed, and does not know of the bill.
  @Test func aBillThatTheSecondBaseDoesNotKnowIsNotToReceiveThere() throws {
    let faturado = try conta(33_148, outubro, 1)
    let ponte = try ponte(
      comRelatorio(
        base("2025-10", cliente("ANA", .financiado, valor: "331.4805", faturamento: faturado)),
        numero: 1),
      base("2025-11", cliente("ANA", .financiado, valor: "331.4805")))
    #expect(ponte.final.valor == .zero)
    #expect(ponte.fecha)
  }

  /// What December billed does not change what November had to receive at its end.
  @Test func aBillOfALaterMonthDoesNotCount() throws {
    let bases = [
      try base("2025-10", cliente("ANA", .financiado, valor: "10")),
      try base("2025-11", cliente("ANA", .financiado, valor: "10")),
      try comRelatorio(
        base(
          "2025-12", cliente("ANA", .financiado, valor: "10", faturamento: conta(1000, dezembro, 1))
        ),
        numero: 1),
    ]
    let ate = try #require(Ponte(bases, de: outubro, para: novembro))
    #expect(ate.final.valor == Dinheiro(centavos: 1000))
    #expect(ate.fecha)
    let alem = try #require(Ponte(bases, de: outubro, para: dezembro))
    #expect(alem.linha(.faturado(dezembro))?.valor == Dinheiro(centavos: -1000))
    #expect(alem.fecha)
  }

  @Test func whoWasBilledBetweenAndIsInNeitherBaseIsTold() throws {
    let ponte = try ponte(
      base("2025-10"),
      comRelatorio(
        base(
          "2025-11", cliente("ANA", .financiado, valor: "10", faturamento: conta(1000, novembro, 1))
        ),
        numero: 1),
      base("2025-12"))
    #expect(ponte.linha(.passou)?.valor == Dinheiro(centavos: 1000))
    #expect(ponte.fecha)
  }

  @Test func otherValuesAndReleasesHaveTheirLines() throws {
    let pago = try conta(5000, outubro, 1)
    var beto = try cliente("BETO", .financiado, valor: "50", faturamento: pago)
    let outubro = try comRelatorio(
      base("2025-10", cliente("ANA", .financiado, valor: "10"), beto), numero: 1)
    beto.liberacao = Liberacao(dia: try dia("2025-12-01"), motivo: "segundo contrato")
    let ponte = try ponte(
      outubro, base("2025-11", cliente("ANA", .financiado, valor: "12.5"), beto))
    #expect(ponte.linha(.mudouDeValor)?.valor == Dinheiro(centavos: 250))
    #expect(ponte.linha(.liberado)?.clientes == [beto.chave])
    #expect(ponte.linha(.liberado)?.valor == Dinheiro(centavos: 5000))
    #expect(ponte.fecha)
  }

  /// Financed and billed in between, and doubtful at both ends. (Seed 66 of the random histories.)
  @Test func whoWasBilledAndWentBackToTheFormerStatusIsExplained() throws {
    let ponte = try ponte(
      base("2025-10", cliente("ANA", .requerAnalise, valor: "10")),
      comRelatorio(
        base(
          "2025-11",
          cliente("ANA", .requerAnalise, valor: "10", faturamento: conta(1000, novembro, 1))),
        numero: 1))
    #expect(ponte.linha(.voltou)?.valor == Dinheiro(centavos: 1000))
    #expect(ponte.fecha)
  }

  @Test func moneyThatVanishesIsUnexplainedAndNamed() throws {
    let forjado = try conta(1000, mes("2025-09"), 7)
    let ponte = try ponte(
      base("2025-10", cliente("ANA", .financiado, valor: "10")),
      base("2025-11", cliente("ANA", .financiado, valor: "10", faturamento: forjado)))
    #expect(ponte.semExplicacao == [try chave("ANA")])
    #expect(ponte.diferenca == Dinheiro(centavos: -1000))
    #expect(!ponte.fecha)
  }

  @Test func givenBackMoneyHasABridgeOfItsOwn() throws {
    var contas = [try conta(1000, outubro, 1), try conta(2000, outubro, 1)]
    contas[1].devolucao = Devolucao(dia: try dia("2025-11-20"), motivo: "PIX")
    let ponte = try ponte(
      comRelatorio(
        base(
          "2025-10", cliente("ANA", .financiado, valor: "10", faturamento: contas[0]),
          cliente("BETO", .desistiu, valor: "0", faturamento: contas[1])), numero: 1),
      base(
        "2025-11", cliente("ANA", .desconto, valor: "0", faturamento: contas[0]),
        cliente("BETO", .desistiu, valor: "0", faturamento: contas[1])))
    let estornos = ponte.estornos
    #expect(estornos.inicial == Dinheiro(centavos: 2000))
    #expect(estornos.novos.clientes == [try chave("ANA")])
    #expect(estornos.devolvidos.valor == Dinheiro(centavos: 2000))
    #expect(estornos.encerrados.clientes.isEmpty)
    #expect(estornos.final == Dinheiro(centavos: 1000))
    #expect(ponte.fecha)
  }

  /// It was told as money that has ceased to be an estorno.
  @Test func aNegativeEstornoIsNewWhenTheClientGivesUp() throws {
    let conta = try conta(-1000, outubro, 1)
    func com(_ status: Status, _ mes: String) throws -> Base {
      try base(mes, cliente("ANA", status, valor: "-10", faturamento: conta))
    }
    let estornos = try ponte(
      comRelatorio(com(.financiado, "2025-10"), numero: 1), com(.desistiu, "2025-11")
    ).estornos
    #expect(estornos.novos.valor == Dinheiro(centavos: -1000))
    #expect(estornos.encerrados.clientes.isEmpty)
    #expect(estornos.diferenca == .zero)
    let volta = try ponte(
      comRelatorio(com(.desistiu, "2025-10"), numero: 1), com(.financiado, "2025-11")
    ).estornos
    #expect(volta.encerrados.valor == Dinheiro(centavos: -1000))
    #expect(volta.novos.clientes.isEmpty)
  }
}

extension Ponte {
  func linha(_ motivo: Motivo) -> Linha? { linhas.first { $0.motivo == motivo } }
}

extension Ponte.Linha {
  var ehFaturamento: Bool { if case .faturado = motivo { true } else { false } }
}
