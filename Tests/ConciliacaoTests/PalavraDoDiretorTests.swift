import Conciliacao
import Dominio
import Testing

/// Manual decisions and linked names, from the month they are made in to the next.
/// Docs/regras.md §11
@Suite struct PalavraDoDiretorTests {
  private func decidida(_ nome: String, _ status: Status, valor: String? = nil) throws -> Base {
    var base = try base("2025-10", cliente(nome))
    let decisao = DecisaoManual(
      status, valor: try reais(valor), motivo: "combinado", dia: try dia("2025-11-03"),
      sobre: try chave(nome), base: base.competencia, contra: .inicial, regras: .inicial)
    base.clientes[0].decisao = decisao
    base.clientes[0].situacao = decisao.situacao
    return base
  }

  @Test func aDecisionOutranksTheRules() throws {
    let base = try decidida("ANA", .pago, valor: "10")
    let controle = cruzar(
      base, gestores: [try emGestores("ANA", nil, .desistiu)], webopay: [])
    let ana = controle.base.clientes[0]
    #expect(ana.situacao.status == .pago)
    #expect(ana.situacao.fonte == "Decisão manual")
    #expect(ana.decisao?.regras.status == .desistiu)
    #expect(controle.contrariados == [ana.chave])
    #expect(controle.estatisticas.clientesAtualizados == 0)
  }

  /// The rules said NULO when it was decided, and still do.
  @Test func aDecisionIsNotContradictedByWhatItWasMadeAgainst() throws {
    let base = try decidida("ANA", .pago, valor: "10")
    #expect(cruzar(base, gestores: [], webopay: []).contrariados.isEmpty)
  }

  @Test func aDecisionIsCarriedToTheNextMonth() throws {
    let outubro = try decidida("ANA", .desistiu, valor: "0")
    let novembro = criarBase(
      try mes("2025-11"), registros: [try noAcompanhamento("ANA", linha: 4)], anterior: nil,
      outras: [outubro]
    ).base
    #expect(novembro.clientes[0].decisao == outubro.clientes[0].decisao)
    #expect(novembro.clientes[0].situacao.status == .desistiu)
  }

  private func vinculo(_ nome: String, _ cliente: String) throws -> Vinculo {
    Vinculo(
      nome: try chave(nome), cliente: try chave(cliente), motivo: "mesma pessoa",
      dia: try dia("2025-11-03"), base: try mes("2025-10"))
  }

  @Test func aLinkedNameCountsAsTheClient() throws {
    var base = try base("2025-10", cliente("JOÃO"))
    base.vinculos = [try vinculo("JOAO", "JOÃO")]
    let controle = cruzar(
      base, gestores: [try emGestores("JOAO", nil, .desistiu)], webopay: [])
    #expect(controle.base.clientes.map(\.situacao.status) == [.desistiu])
    #expect(controle.alertas.isEmpty)
  }

  @Test func linksAreCarriedAndAcompanhamentoFollowsThem() throws {
    var outubro = try base("2025-10", cliente("JOÃO"))
    outubro.vinculos = [try vinculo("JOAO", "JOÃO")]
    let novembro = criarBase(
      try mes("2025-11"), registros: [try noAcompanhamento("JOAO", linha: 4)], anterior: nil,
      outras: [outubro]
    ).base
    #expect(novembro.clientes.map(\.chave.texto) == ["JOÃO"])
    #expect(novembro.vinculos == outubro.vinculos)
  }

  /// Billed in September under one spelling, linked in October: never billed twice.
  @Test func whatWasBilledUnderALinkedNameIsNotBilledAgain() throws {
    var setembro = try base(
      "2025-09", cliente("JOAO", .financiado, faturamento: faturado("10", em: "2025-09")))
    setembro.relatorios = [
      Relatorio(
        numero: 1, dia: try dia("2025-11-03"), arquivo: "r.xlsx", sha256: "00", clientes: 1,
        valor: try #require(Dinheiro("10")), desistencias: 0)
    ]
    var outubro = try base("2025-10", cliente("JOÃO"))
    outubro.vinculos = [try vinculo("JOAO", "JOÃO")]
    outubro.clientes[0].situacao = Situacao(
      .financiado, valor: try reais("10"), fonte: nil, observacao: nil)
    let listas = analisarRecebimentos(
      &outubro, epr: [try noEPR("JOÃO")], outras: [setembro])
    #expect(listas.aReceber.isEmpty)
    #expect(listas.jaFaturados.map(\.cliente.texto) == ["JOÃO"])

    outubro.clientes[0].faturamento = setembro.clientes[0].faturamento
    #expect(conferirConservacao([setembro, outubro], ultimoRelatorio: 1) == [])
  }

  private func assinavel(_ mes: String, _ nome: String) throws -> Base {
    try base(mes, cliente(nome, .financiado, valor: "500"))
  }

  /// October has JOAO, November has JOÃO and links them, and bills: October must know.
  @Test func aLinkMadeLaterLooksBackAtEarlierMonths() throws {
    var outubro = try assinavel("2025-10", "JOAO")
    var novembro = try base(
      "2025-11", cliente("JOÃO", .financiado, faturamento: faturado("500", em: "2025-11")))
    novembro.vinculos = [try vinculo("JOAO", "JOÃO")]
    let listas = analisarRecebimentos(&outubro, epr: [try noEPR("JOAO")], outras: [novembro])
    #expect(listas.aReceber.isEmpty)
    #expect(listas.jaFaturados.map(\.cliente.texto) == ["JOAO"])
  }

  /// The link stands in October only, because November has both as clients of its own.
  @Test func aLinkOfAnotherMonthStopsASecondBill() throws {
    var outubro = try base(
      "2025-10", cliente("JOÃO", .financiado, faturamento: faturado("500", em: "2025-10")))
    outubro.vinculos = [try vinculo("JOAO", "JOÃO")]
    var novembro = try assinavel("2025-11", "JOAO")
    let listas = analisarRecebimentos(&novembro, epr: [try noEPR("JOAO")], outras: [outubro])
    #expect(listas.aReceber.isEmpty)
  }

  @Test func moneyBilledUnderBothSpellingsIsGivenBackWhole() throws {
    let outubro = try base(
      "2025-10", cliente("JOAO", .financiado, faturamento: faturado("500", em: "2025-10")))
    var novembro = try base(
      "2025-11", cliente("JOÃO", .desistiu, faturamento: faturado("400", em: "2025-11")))
    novembro.vinculos = [try vinculo("JOAO", "JOÃO")]
    #expect(try novembro.comHerancas(de: [outubro]).cliente("JOÃO").estorno == reais("900"))
  }

  /// The same contract under another name, linked or not, is remarked upon.
  @Test func aContractBilledUnderAnotherNameIsRemarkedUpon() throws {
    let outubro = try base(
      "2025-10",
      cliente("ANA", .financiado, faturamento: faturado("500", em: "2025-10", contrato: "C1")))
    var novembro = try assinavel("2025-11", "BIA")
    let listas = analisarRecebimentos(
      &novembro, epr: [try noEPR("BIA", contrato: "C1")], outras: [outubro])
    #expect(listas.aReceber.map(\.mesmoContrato?.cliente.texto) == ["ANA"])
  }

  /// Absent from one Acompanhamento is not forgotten.
  @Test func aDecisionSurvivesAMonthWithoutTheClient() throws {
    let outubro = try decidida("ANA", .pago, valor: "10")
    let novembro = try base("2025-11", cliente("BIA"))
    let dezembro = criarBase(
      try mes("2025-12"), registros: [try noAcompanhamento("ANA", linha: 4)], anterior: nil,
      outras: [outubro, novembro]
    ).base
    #expect(dezembro.clientes[0].decisao == outubro.clientes[0].decisao)
  }

  @Test func aDecisionSurvivesABaseMadeAnewWithoutTheClient() throws {
    let outubro = try decidida("ANA", .pago, valor: "10")
    let refeita = criarBase(
      outubro.competencia, registros: [try noAcompanhamento("BIA", linha: 4)], anterior: outubro,
      outras: [])
    #expect(refeita.mantidos.map(\.texto) == ["ANA"])
    #expect(try refeita.base.cliente("ANA").decisao == outubro.clientes[0].decisao)
  }

  @Test func evidenceOfALinkedRowIsTheNameWrittenThere() throws {
    var base = try base("2025-10", cliente("JOÃO"))
    base.vinculos = [try vinculo("JOAO", "JOÃO")]
    let controle = cruzar(
      base,
      gestores: [
        try emGestores("JOAO", .pix, linha: 3), try emGestores("JOÃO", .pix, linha: 4),
      ], webopay: [])
    let repetido = try #require(
      controle.alertas.first { $0.tipo == .multiplasCorrespondencias })
    let nomes = repetido.evidencias.filter { $0.coluna == "NOME DO CLIENTE" }.map(\.valor)
    #expect(nomes == ["JOAO", "JOÃO"])
  }

  /// Released in September: its base then keeps a bill of November, which October knows not of.
  @Test func theBridgeOfAMonthKnowsNoBillOfItsFuture() throws {
    func financiada(_ mes: String) throws -> Base { try assinavel(mes, "TED") }
    var novembro = try financiada("2025-11")
    let (setembro, outubro) = (try financiada("2025-09"), try financiada("2025-10"))
    let listas = analisarRecebimentos(
      &novembro, epr: [try noEPR("TED")], outras: [setembro, outubro])
    novembro.faturar(listas, em: try relatorio(listas))
    var liberado = setembro
    liberado.liberar(
      try setembro.comHerancas(de: [novembro]).cliente("TED"),
      Liberacao(dia: try dia("2025-12-01"), motivo: "outro contrato"))
    for inicio in ["2025-09", "2025-10"] {
      let ponte = try #require(
        Ponte([liberado, outubro, novembro], de: try mes(inicio), para: try mes("2025-11")))
      #expect(ponte.diferenca == .zero, "\(inicio)")
    }
  }
}
