import Dominio
import Testing

@testable import Conciliacao

/// A month's base: what is new, what is inherited, what a replacement keeps. Docs/regras.md §7
struct CriacaoDeBaseTests {
  @Test func aNewBaseKnowsNothingYet() throws {
    let criacao = criarBase(
      try mes("2025-10"),
      registros: [try noAcompanhamento("Zoé", linha: 4), try noAcompanhamento("Ana", linha: 5)],
      anterior: nil, outras: [])
    #expect(criacao.base.nome == "Base Outubro/2025")
    #expect(criacao.base.clientes.map(\.chave.texto) == ["ANA", "ZOÉ"])
    #expect(criacao.base.clientes.map(\.linhas) == [[5], [4]])
    #expect(criacao.base.clientes.allSatisfy { $0.situacao == .inicial && !$0.jaPago })
    #expect(criacao.mantidos.isEmpty)
    #expect(criacao.alertas.isEmpty)
  }

  @Test func theNextMonthInheritsWhatWasBilledAndBillsItNoMore() throws {
    let registros = [try noAcompanhamento("ANA", linha: 4), try noAcompanhamento("BIA", linha: 5)]
    let gestores = try ["ANA", "BIA"].map { try emGestores($0, .financiado, valor: "331.4805") }
    let epr = [try noEPR("ANA", contrato: "77"), try noEPR("BIA", contrato: "78")]
    let outubro = try mesInteiro(
      "2025-10", registros: registros, gestores: gestores, epr: [epr[0]], outras: [])
    #expect(outubro.recebimentos.aReceber.map(\.cliente.texto) == ["ANA"])

    let novembro = try mesInteiro(
      "2025-11", registros: registros, gestores: gestores, epr: epr, outras: [outubro.base])
    #expect(novembro.recebimentos.aReceber.map(\.cliente.texto) == ["BIA"])
    #expect(novembro.recebimentos.jaFaturados.map(\.faturamento.base.iso) == ["2025-10"])
    #expect(
      try novembro.base.cliente("ANA").faturamento == outubro.base.cliente("ANA").faturamento)

    let dezembro = try mesInteiro(
      "2025-12", registros: registros, gestores: gestores, epr: epr, outras: [novembro.base])
    #expect(dezembro.recebimentos.aReceber.isEmpty)
    #expect(
      dezembro.recebimentos.jaFaturados.map(\.faturamento.base.iso) == ["2025-10", "2025-11"])
  }

  @Test func onlyEarlierMonthsAreInherited() throws {
    let criacao = criarBase(
      try mes("2025-10"), registros: [try noAcompanhamento("ANA", linha: 4)], anterior: nil,
      outras: [try base("2025-11", cliente("ANA", faturamento: faturado("10", em: "2025-11")))])
    #expect(criacao.base.clientes.map(\.jaPago) == [false])
  }

  @Test func ofTwoBillsTheFirstIsInherited() throws {
    let criacao = criarBase(
      try mes("2025-12"), registros: [try noAcompanhamento("ANA", linha: 4)], anterior: nil,
      outras: [
        try base("2025-11", cliente("ANA", faturamento: faturado("11", em: "2025-11"))),
        try base("2025-10", cliente("ANA", faturamento: faturado("10", em: "2025-10"))),
      ])
    #expect(criacao.base.clientes.map(\.faturamento?.base.iso) == ["2025-10"])
  }

  @Test func aReplacedBaseKeepsWhatWasDecidedBilledAndReported() throws {
    let antes = try mesInteiro(
      "2025-10",
      registros: [
        try noAcompanhamento("ANA", linha: 4), try noAcompanhamento("ANA", linha: 6),
        try noAcompanhamento("BIA", linha: 5),
      ],
      gestores: [try emGestores("ANA", .financiado, valor: "10"), try emGestores("BIA", .quitado)],
      epr: [try noEPR("ANA")], outras: []
    ).base
    let criacao = criarBase(
      antes.competencia,
      registros: [
        try noAcompanhamento("BIA", linha: 8), try noAcompanhamento("ANA", linha: 9),
        try noAcompanhamento("ANA", linha: 10), try noAcompanhamento("NOVA", linha: 11),
      ],
      anterior: antes, outras: [])

    #expect(criacao.base.clientes.map(\.chave.texto) == ["ANA", "BIA", "NOVA"])
    #expect(criacao.base.clientes.map(\.linhas) == [[9, 10], [8], [11]])
    #expect(try criacao.base.cliente("ANA").cadastro.corretor == "LINHA 9")
    for nome in ["ANA", "BIA"] {
      #expect(try criacao.base.cliente(nome).situacao == antes.cliente(nome).situacao)
      #expect(try criacao.base.cliente(nome).faturamento == antes.cliente(nome).faturamento)
    }
    #expect(try criacao.base.cliente("ANA").jaPago)
    #expect(try criacao.base.cliente("NOVA").situacao == .inicial)
    #expect(criacao.base.relatorios == antes.relatorios)
    #expect(criacao.base.alertas.map(\.identidade) == antes.alertas.map(\.identidade))
    #expect(criacao.alertas.map(\.novo) == [false])
    #expect(criacao.mantidos.isEmpty)
  }

  @Test func billedClientsWhoLeftTheSheetStay() throws {
    let antes = try base(
      "2025-10",
      cliente("ANA", .financiado, valor: "10", faturamento: faturado("10", em: "2025-10")),
      cliente("BIA", .financiado, valor: "20"),
      cliente("CID", .financiado, valor: "30", faturamento: faturado("30", em: "2025-09")),
      cliente("DUDA"))
    let criacao = criarBase(
      antes.competencia, registros: [try noAcompanhamento("DUDA", linha: 4)], anterior: antes,
      outras: [])
    #expect(criacao.mantidos.map(\.texto) == ["ANA"])
    #expect(criacao.base.clientes.map(\.chave.texto) == ["ANA", "DUDA"])
    let ana = try criacao.base.cliente("ANA")
    #expect(ana.linhas.isEmpty)
    #expect(try ana.faturamento == antes.cliente("ANA").faturamento)
    #expect(try ana.situacao == antes.cliente("ANA").situacao)

    let outraVez = criarBase(
      antes.competencia, registros: [try noAcompanhamento("DUDA", linha: 4)],
      anterior: criacao.base, outras: [])
    #expect(outraVez.mantidos == criacao.mantidos)
    #expect(outraVez.base == criacao.base)

    let deVolta = criarBase(
      antes.competencia, registros: [try noAcompanhamento("ANA", linha: 7)],
      anterior: criacao.base, outras: [])
    #expect(deVolta.mantidos.isEmpty)
    #expect(try deVolta.base.cliente("ANA").linhas == [7])
    #expect(try deVolta.base.cliente("ANA").jaPago)
  }

  @Test func aReplacedBaseInheritsWhatEarlierMonthsBilledMeanwhile() throws {
    let antes = try base("2025-11", cliente("ANA", .financiado, valor: "10"))
    let outubro = try base("2025-10", cliente("ANA", faturamento: faturado("10", em: "2025-10")))
    let criacao = criarBase(
      antes.competencia, registros: [try noAcompanhamento("ANA", linha: 4)], anterior: antes,
      outras: [outubro])
    #expect(criacao.base.clientes.map(\.faturamento?.base.iso) == ["2025-10"])
    #expect(criacao.base.clientes.map(\.situacao.status) == [.financiado])
  }

  private func mesInteiro(
    _ iso: String, registros: [Acompanhamento.Registro], gestores: [Gestores.Registro],
    epr: [EPR.Registro], outras: [Base]
  ) throws -> (base: Base, recebimentos: Recebimentos) {
    let criacao = criarBase(try mes(iso), registros: registros, anterior: nil, outras: outras)
    var base = cruzar(criacao.base, gestores: gestores, webopay: []).base
    let recebimentos = analisarRecebimentos(&base, epr: epr, outras: outras)
    base.faturar(recebimentos, em: try relatorio(recebimentos))
    return (base, recebimentos)
  }
}
