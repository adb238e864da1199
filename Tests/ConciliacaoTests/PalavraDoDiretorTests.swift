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
      base: base.competencia, contra: .inicial, regras: .inicial)
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
}
