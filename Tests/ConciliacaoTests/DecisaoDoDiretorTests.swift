import Dominio
import Testing

@testable import Conciliacao

/// What a manual decision does to the months and to their alerts. Docs/regras.md §11
@Suite struct DecisaoDoDiretorTests {
  private func decidida(
    _ bases: Base..., em iso: String = "2025-10", como status: Status = .pago,
    valor: String? = "10",
    motivo: String = "combinado"
  ) throws -> EfeitoDeDecisao {
    decidir(
      try chave("ANA"), status, valor: try reais(valor), motivo: motivo, dia: try dia("2025-11-03"),
      em: try mes(iso), entre: bases, operacao: 7)
  }

  @Test func itHoldsFromItsMonthOn() throws {
    let efeito = try decidida(
      base("2025-11", cliente("ANA", .financiado, valor: "9")), base("2025-09", cliente("ANA")),
      base("2025-10", cliente("ANA", .requerAnalise)), base("2025-12", cliente("BIA")))
    #expect(efeito.bases.map(\.competencia.iso) == ["2025-10", "2025-11"])
    for base in efeito.bases {
      let ana = try base.cliente("ANA")
      #expect(ana.situacao == ana.decisao?.situacao)
      #expect(ana.situacao.fonte == "Decisão manual")
      #expect(ana.decisao?.base == (try mes("2025-10")))
    }
    #expect(
      try efeito.bases.map { try $0.cliente("ANA").decisao?.contra.status } == [
        .requerAnalise, .financiado,
      ])
  }

  @Test func whatWasDecidedLaterStays() throws {
    let novembro = try #require(
      try decidida(base("2025-11", cliente("ANA")), em: "2025-11", como: .desistiu, valor: "0")
        .bases
        .first)
    let efeito = try decidida(base("2025-10", cliente("ANA")), novembro)
    #expect(efeito.bases.map(\.competencia.iso) == ["2025-10"])
    #expect(efeito.comOutraDecisao.map(\.iso) == ["2025-11"])
  }

  /// A word on a spelling reached the client whom a later link made one with it, and took the place
  /// of his own decision; taking it back took his away.
  @Test func aWordOnASpellingLeavesTheDecisionOfAnotherClient() throws {
    let setembro = try #require(
      try decidida(
        base("2025-09", cliente("ANA"), cliente("ANNA")), em: "2025-09", como: .desistiu,
        valor: "0"
      ).bases.first)
    var outubro = try base("2025-10", cliente("ANA"))
    outubro.clientes[0].decisao = try setembro.cliente("ANA").decisao
    outubro.clientes[0].situacao = try setembro.cliente("ANA").situacao
    outubro.vinculos = [
      Vinculo(
        nome: try chave("ANNA"), cliente: try chave("ANA"), motivo: "mesma pessoa",
        dia: try dia("2025-11-03"), base: try mes("2025-10"))
    ]
    let efeito = decidir(
      try chave("ANNA"), .financiado, valor: try reais("55"), motivo: "outra",
      dia: try dia("2025-11-03"), em: try mes("2025-09"), entre: [setembro, outubro], operacao: 8)
    #expect(efeito.bases.map(\.competencia.iso) == ["2025-09"])
    #expect(efeito.comOutraDecisao.map(\.iso) == ["2025-10"])
    let retirada = retirarDecisao(
      try chave("ANNA"), motivo: "errei", em: try mes("2025-09"),
      entre: efeito.bases + [outubro], operacao: 9)
    #expect(retirada.bases.map(\.competencia.iso) == ["2025-09"])
    #expect(try outubro.cliente("ANA").situacao.status == .desistiu)
  }

  /// The rules are what the first decision was made against, not what it said itself.
  @Test func aSecondDecisionReplacesTheFirst() throws {
    let primeira = try #require(
      try decidida(base("2025-10", cliente("ANA", .requerAnalise, valor: "3"))).bases.first)
    let segunda = try #require(try decidida(primeira, como: .desistiu, valor: "0").bases.first)
    #expect(try segunda.cliente("ANA").decisao?.contra.status == .requerAnalise)
    #expect(try segunda.cliente("ANA").situacao.status == .desistiu)
  }

  private func comAlertas(_ iso: String = "2025-10") throws -> Base {
    var base = try base(iso, cliente("ANA", .requerAnalise), cliente("BIA"))
    base.alertas = try TipoDeAlerta.allCases.map {
      Alerta(
        $0, cliente: try chave("ANA"), planilha: .gestores, descricao: "x", serie: $0.numero)
    }
    base.alertas.append(
      Alerta(
        .formaDesconhecida, cliente: try chave("BIA"), planilha: .gestores, descricao: "x",
        serie: 10))
    return base
  }

  @Test func itEndsWhatTheRulesHadAskedOfTheClient() throws {
    let efeito = try decidida(comAlertas())
    #expect(
      efeito.alertas.map(\.description) == [3, 4, 6, 7, 8, 9].map { "2510-\($0)" })
    let alertas = try #require(efeito.bases.first).alertas
    #expect(
      alertas.filter { $0.desfecho != nil }.allSatisfy {
        $0.desfecho
          == Desfecho(
            .resolvido, motivo: "decisão manual: combinado", autor: .decisao, operacao: 7)
      })
    #expect(alertas.count { $0.desfecho == nil } == 4)
  }

  @Test func withdrawingGivesBackWhatTheRulesSay() throws {
    let original = try comAlertas()
    var decidida = try #require(try self.decidida(original).bases.first)
    // A controle of meanwhile.
    let lugar = try #require(decidida.clientes.firstIndex { $0.decisao != nil })
    let regras = Situacao(.financiado, valor: try reais("5"), fonte: "G", observacao: nil)
    decidida.clientes[lugar].decisao?.regras = regras
    let efeito = retirarDecisao(
      try chave("ANA"), motivo: "engano", em: original.competencia, entre: [decidida], operacao: 9)
    let ana = try #require(efeito.bases.first).cliente("ANA")
    #expect(ana.decisao == nil)
    #expect(ana.situacao == regras)
    #expect(efeito.alertas.count == 6)
    #expect(
      efeito.bases.first?.alertas.filter { $0.reabertura != nil }.map(\.reabertura)
        == Array(repeating: "decisão manual retirada: engano", count: 6))
  }

  /// In November the alert was born ended, because October's had been ended by the decision.
  @Test func withdrawingReopensWhatWasBornEnded() throws {
    let outubro = try #require(try decidida(comAlertas()).bases.first)
    var novembro = try #require(
      try decidida(base("2025-10", cliente("ANA"))).bases.first)
    novembro = Base(
      competencia: try mes("2025-11"), clientes: novembro.clientes,
      alertas: [
        Alerta(
          .formaDesconhecida, cliente: try chave("ANA"), planilha: .gestores, descricao: "x",
          serie: 1,
          desfecho: Desfecho(
            .resolvido, motivo: "m", autor: .mesAnterior, operacao: 8,
            referencia: NumeroDeAlerta(lendo: "2510-9"))),
        Alerta(
          .financiadoSemValor, cliente: try chave("ANA"), planilha: .gestores, descricao: "x",
          serie: 2,
          desfecho: Desfecho(.resolvido, motivo: "m", autor: .pessoa, operacao: 8)),
      ])
    let efeito = retirarDecisao(
      try chave("ANA"), motivo: "engano", em: outubro.competencia, entre: [novembro, outubro],
      operacao: 9)
    #expect(efeito.bases.map(\.competencia.iso) == ["2025-10", "2025-11"])
    #expect(efeito.alertas.last?.description == "2511-1")
    #expect(efeito.bases.last?.alertas.map(\.situacao) == [.pendente, .resolvido])
  }

  /// Withdrawn in November only: October was decided so, and stays.
  @Test func withdrawingLeavesTheMonthsBefore() throws {
    let bases = try decidida(base("2025-10", cliente("ANA")), base("2025-11", cliente("ANA"))).bases
    let efeito = retirarDecisao(
      try chave("ANA"), motivo: "x", em: try mes("2025-11"), entre: bases, operacao: 9)
    #expect(efeito.bases.map(\.competencia.iso) == ["2025-11"])
  }

  @Test func aBilledClientWhoGaveUpOwesTheMoneyBack() throws {
    let faturada = try cliente(
      "ANA", .financiado, valor: "9", faturamento: faturado("9", em: "2025-10"))
    let efeito = try decidida(base("2025-10", faturada), como: .desistiu, valor: "0")
    #expect(try efeito.bases.first?.cliente("ANA").estorno == reais("9"))
    #expect(try efeito.bases.first?.cliente("ANA").faturamento == faturada.faturamento)
  }

  // MARK: - The amount

  @Test func withoutAnAmountNothingIsGuessed() throws {
    let ana = try cliente("ANA", .requerAnalise, valor: "337.3305")
    let nada = try cliente("ANA")
    #expect(try ValorDecidido(.desistiu, informado: nil, de: ana) == .zero)
    #expect(try ValorDecidido(.desconto, informado: .zero, de: ana) == .zero)
    #expect(try ValorDecidido(.nulo, informado: nil, de: ana) == .nenhum)
    #expect(try ValorDecidido(.pago, informado: nil, de: ana).valor == reais("337.3305"))
    #expect(try ValorDecidido(.requerAnalise, informado: nil, de: nada) == .nenhum)
    let dez = try #require(Dinheiro("10"))
    #expect(try ValorDecidido(.financiado, informado: dez, de: ana) == .informado(dez))
  }

  @Test("The zero of who gave up was taken for an amount, and billed")
  func theZeroOfAStatusIsNoAmount() throws {
    let desistente = try cliente("ANA", .desistiu, valor: "0")
    for status in [Status.financiado, .pago] {
      #expect(throws: ValorDecidido.Recusa.falta) {
        try ValorDecidido(status, informado: nil, de: desistente)
      }
    }
    #expect(try ValorDecidido(.requerAnalise, informado: nil, de: desistente) == .nenhum)

    let base = try base("2025-10", cliente("ANA", .financiado, valor: "340"))
    for status in [Status.desistiu, .desconto, .nulo] {
      let decidida = try #require(
        try decidida(base, como: status, valor: status == .nulo ? nil : "0").bases.first)
      let ana = try decidida.cliente("ANA")
      #expect(
        try ValorDecidido(.financiado, informado: nil, de: ana)
          == .regras(try #require(Dinheiro("340")), fonte: nil))
    }
    // Gestores says COMISSÃO 0.
    let zerada = try cliente("ANA", .financiado, valor: "0")
    #expect(throws: ValorDecidido.Recusa.falta) {
      try ValorDecidido(.pago, informado: nil, de: zerada)
    }
  }

  @Test(arguments: [
    (Status.financiado, nil, ValorDecidido.Recusa.falta), (.pago, nil, .falta),
    (.nulo, "1", .sobra), (.desistiu, "1", .sobra), (.desconto, "1", .sobra),
    (.pago, "-1", .negativo), (.desistiu, "-1", .negativo), (.financiado, "0", .nada),
    (.pago, "0.004", .nada),
  ])
  func anAmountThatDoesNotGoWithTheStatusIsRefused(
    status: Status, valor: String?, recusa: ValorDecidido.Recusa
  ) throws {
    let valor = try reais(valor)
    let nada = try cliente("ANA")
    #expect(throws: recusa) { try ValorDecidido(status, informado: valor, de: nada) }
  }
}
