import Dominio
import Testing

@testable import Conciliacao

/// Who is billed, and who is not. Docs/regras.md §7
struct RecebimentosTests {
  @Test func eachListHasItsClients() throws {
    var outubro = try base(
      "2025-10", cliente("A RECEBER", .financiado, valor: "331.4805"),
      cliente("SEM VALOR", .financiado), cliente("AGUARDA", .financiado, valor: "10"),
      cliente("AGUARDA SEM VALOR", .financiado), cliente("DESISTIU", .desistiu, valor: "0"),
      cliente("DESCONTO", .desconto, valor: "0"), cliente("PAGO", .pago, valor: "5"),
      cliente("NULO"), cliente("ANALISE", .requerAnalise, valor: "500"))
    let recebimentos = analisarRecebimentos(
      &outubro,
      epr: try [
        "SEM VALOR", "A Receber", "DESISTIU", "DESCONTO", "PAGO", "NULO", "ANALISE", "STRANGER",
      ].map { try noEPR($0, contrato: "8787") }, outras: [])

    #expect(
      recebimentos.aReceber == [
        .init(
          cliente: try chave("A RECEBER"), valor: try #require(Dinheiro("331.48")),
          assinatura: try dia("2025-10-30"), empreendimento: "VICENZA", contrato: "8787")
      ])
    #expect(
      recebimentos.semValor == [
        .init(
          cliente: try chave("SEM VALOR"), assinatura: try dia("2025-10-30"),
          empreendimento: "VICENZA", contrato: "8787")
      ])
    #expect(
      recebimentos.aguardandoAssinatura == [
        .init(cliente: try chave("AGUARDA"), valor: Dinheiro("10")),
        .init(cliente: try chave("AGUARDA SEM VALOR"), valor: nil),
      ])
    #expect(
      recebimentos.desistencias == [
        .init(cliente: try chave("DESISTIU"), status: .desistiu, observacao: nil, estorno: nil)
      ])
    #expect(recebimentos.jaFaturados.isEmpty)
    #expect(recebimentos.alertas.isEmpty)
    #expect(recebimentos.valorAguardando == Dinheiro("10"))
    #expect(outubro.clientes.allSatisfy { !$0.jaPago }, "looking at the lists bills nobody")
  }

  @Test func theTotalIsTheSumOfTheRoundedAmounts() throws {
    var outubro = try base(
      "2025-10", cliente("A", .financiado, valor: "331.4805"),
      cliente("B", .financiado, valor: "250.125"), cliente("C", .financiado, valor: "301.005"),
      cliente("D", .financiado, valor: "0.005"), cliente("E", .financiado, valor: "0.0049"),
      cliente("F", .financiado, valor: "-150.005"), cliente("G", .financiado, valor: "500"))
    let recebimentos = analisarRecebimentos(
      &outubro, epr: try ["A", "B", "C", "D", "E", "F", "G"].map { try noEPR($0) }, outras: [])
    #expect(
      recebimentos.aReceber.map(\.valor.texto)
        == ["331.48", "250.13", "301.01", "0.01", "0", "-150.01", "500"])
    #expect(recebimentos.valorAReceber == Dinheiro("1232.62"))
  }

  @Test func billedHereIsInNoList() throws {
    var outubro = try base(
      "2025-10",
      cliente(
        "ASSINADA", .financiado, valor: "10", faturamento: faturado("10", em: "2025-10")),
      cliente("SUMIU", .financiado, valor: "10", faturamento: faturado("10", em: "2025-10")))
    let recebimentos = analisarRecebimentos(&outubro, epr: [try noEPR("ASSINADA")], outras: [])
    #expect(recebimentos == Recebimentos())
  }

  @Test(
    "Billed in another month, told by that month's base or by what this base inherited",
    arguments: [
      ("2025-09", true), ("2025-09", false), ("2025-11", false), ("2024-12", false),
    ])
  func billedElsewhereIsNeverBilledAgain(mes: String, inherited: Bool) throws {
    let faturamento = try faturado("10", em: mes, contrato: "878772353735")
    var outubro = try base(
      "2025-10",
      cliente("ANA", .financiado, valor: "10", faturamento: inherited ? faturamento : nil))
    let outra = try base(
      mes, cliente("ANA", .financiado, valor: "10", faturamento: inherited ? nil : faturamento))
    let recebimentos = analisarRecebimentos(
      &outubro, epr: [try noEPR("ANA", contrato: "878772353735")], outras: [outra])
    #expect(
      recebimentos.jaFaturados == [
        .init(cliente: try chave("ANA"), faturamento: faturamento, contratoDiferente: nil)
      ])
    #expect(recebimentos.aReceber.isEmpty)
  }

  @Test(
    arguments: [
      ("1", "1", nil), ("1", "2", "2"), (nil, "2", nil), ("1", nil, nil), (nil, nil, nil),
      ("0012", "12", "12"),
    ] as [(String?, String?, String?)])
  func anotherContractIsRemarkedUpon(faturado: String?, noEPR: String?, diferente: String?) throws {
    let faturamento = try ConciliacaoTests.faturado("10", em: "2025-09", contrato: faturado)
    var outubro = try base(
      "2025-10", cliente("ANA", .financiado, valor: "10", faturamento: faturamento))
    let recebimentos = analisarRecebimentos(
      &outubro, epr: [try ConciliacaoTests.noEPR("ANA", contrato: noEPR)], outras: [])
    #expect(recebimentos.jaFaturados.map(\.contratoDiferente) == [diferente])
  }

  @Test func ofTwoBillsTheEarlierMonthIsNamed() throws {
    var outubro = try base("2025-10", cliente("ANA", .financiado, valor: "10"))
    let recebimentos = analisarRecebimentos(
      &outubro, epr: [try noEPR("ANA")],
      outras: [
        try base("2025-11", cliente("ANA", faturamento: faturado("11", em: "2025-11"))),
        try base("2025-08", cliente("ANA", faturamento: faturado("8", em: "2025-08"))),
        try base("2025-09", cliente("ANA", faturamento: faturado("9", em: "2025-09"))),
      ])
    #expect(recebimentos.jaFaturados.map(\.faturamento.base.iso) == ["2025-08"])
  }

  @Test(arguments: [true, false])
  func whoWasBilledDoesNotWaitForASignature(inherited: Bool) throws {
    let faturamento = try faturado("10", em: "2025-09")
    var outubro = try base(
      "2025-10",
      cliente("ANA", .financiado, valor: "10", faturamento: inherited ? faturamento : nil),
      cliente("BIA", .financiado, valor: "20.005"))
    let setembro = try base("2025-09", cliente("ANA", faturamento: faturamento))
    let recebimentos = analisarRecebimentos(&outubro, epr: [], outras: [setembro])
    #expect(recebimentos.aguardandoAssinatura.map(\.cliente.texto) == ["BIA"])
    #expect(recebimentos.valorAguardando == Dinheiro("20.01"))
  }

  @Test("A base made before another month billed has inherited nothing, but the money is owed back")
  func whoGivesUpAfterAnotherMonthBilledShowsAsEstorno() throws {
    let faturamento = try faturado("331.48", em: "2025-10")
    var novembro = try base(
      "2025-11", cliente("ANA", .desistiu, valor: "0"), cliente("BIA", .desconto, valor: "0"),
      cliente("CID", .desconto, valor: "0"), cliente("DUDA", .desistiu, valor: "0"))
    let outubro = try base(
      "2025-10", cliente("ANA", .financiado, faturamento: faturamento),
      cliente("BIA", .financiado, faturamento: faturamento))
    let recebimentos = analisarRecebimentos(&novembro, epr: [], outras: [outubro])
    #expect(recebimentos.desistencias.map(\.cliente.texto) == ["ANA", "BIA", "DUDA"])
    #expect(
      recebimentos.desistencias.map(\.estorno) == [Dinheiro("331.48"), Dinheiro("331.48"), nil])
    #expect(recebimentos.estornos == Dinheiro("662.96"))
  }

  @Test func faturarMarksTheClientsAndKeepsTheReport() throws {
    var outubro = try base(
      "2025-10", cliente("ANA", .financiado, valor: "331.4805"), cliente("BIA", .financiado),
      cliente("CID", .financiado, valor: "9"))
    let antes = outubro
    let recebimentos = analisarRecebimentos(
      &outubro, epr: [try noEPR("ANA", contrato: "77"), try noEPR("BIA")], outras: [])
    outubro.faturar(recebimentos, em: try relatorio(recebimentos, numero: 7))

    #expect(
      try outubro.cliente("ANA").faturamento
        == Faturamento(
          valor: try #require(Dinheiro("331.48")), dia: try dia("2025-11-03"), contrato: "77",
          base: try mes("2025-10"), relatorio: 7))
    #expect(try outubro.cliente("BIA") == antes.cliente("BIA"))
    #expect(try outubro.cliente("CID") == antes.cliente("CID"))
    #expect(try outubro.cliente("ANA").situacao == antes.cliente("ANA").situacao)
    #expect(outubro.relatorios.map(\.numero) == [7])
  }

  @Test func theSecondRunBillsNothing() throws {
    var outubro = try base(
      "2025-10", cliente("ANA", .financiado, valor: "331.4805"), cliente("BIA", .financiado))
    let epr = [try noEPR("ANA"), try noEPR("BIA")]
    let primeiro = analisarRecebimentos(&outubro, epr: epr, outras: [])
    outubro.faturar(primeiro, em: try relatorio(primeiro))
    let clientes = outubro.clientes

    let segundo = analisarRecebimentos(&outubro, epr: epr, outras: [])
    #expect(segundo.aReceber.isEmpty)
    #expect(segundo.jaFaturados.isEmpty)
    #expect(segundo.semValor == primeiro.semValor)
    outubro.faturar(segundo, em: try relatorio(segundo, numero: 2))
    #expect(outubro.clientes == clientes)
  }

  @Test func aBillIsNeverReplacedByALaterReport() throws {
    var outubro = try base("2025-10", cliente("ANA", .financiado, valor: "10"))
    let recebimentos = analisarRecebimentos(&outubro, epr: [try noEPR("ANA")], outras: [])
    outubro.faturar(recebimentos, em: try relatorio(recebimentos, numero: 1))
    outubro.faturar(recebimentos, em: try relatorio(recebimentos, numero: 2))
    #expect(try outubro.cliente("ANA").faturamento?.relatorio == 1)
  }

  @Test func theSecondRunRaisesNoNewAlert() throws {
    var outubro = try base("2025-10", cliente("ANA", .financiado, valor: "10"))
    let epr = [try noEPR("ANA", linha: 2), try noEPR("ANA", linha: 9)]
    let primeiro = analisarRecebimentos(&outubro, epr: epr, outras: [])
    let anotada = outubro
    let segundo = analisarRecebimentos(&outubro, epr: epr, outras: [])
    #expect(primeiro.alertas.map(\.novo) == [true])
    #expect(segundo.alertas.map(\.novo) == [false])
    #expect(outubro == anotada)
  }
}
