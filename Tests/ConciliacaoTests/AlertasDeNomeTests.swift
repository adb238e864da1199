import Dominio
import Testing

@testable import Conciliacao

/// Alerts 1, 2 and 5: names that are missing in the base, or stand more than once in a sheet.
struct AlertasDeNomeTests {
  @Test func namesOutsideTheBaseAreToldOnceASheet() throws {
    let controle = cruzar(
      try base("2025-10", cliente("ANA")),
      gestores: [try emGestores("Zé", linha: 9), try emGestores("ana"), try emGestores("Bia")],
      webopay: [try noWeboPay("Bia"), try noWeboPay("ANA")])
    #expect(
      controle.alertas.filter { $0.tipo.numero <= 2 }.map(\.descricao) == [
        "Cliente BIA está em Gestores mas não na Base",
        "Cliente ZÉ está em Gestores mas não na Base",
        "Cliente BIA está no WeboPay mas não na Base",
      ])
    #expect(
      controle.alertas.filter { $0.tipo.numero <= 2 }.map(\.planilha)
        == [.gestores, .gestores, .webopay])
  }

  @Test func aRepeatedNameOutsideTheBaseIsAlert1OnceAndAlert5() throws {
    let controle = cruzar(
      try base("2025-10"),
      gestores: [try emGestores("GORETE LUZ", linha: 7), try emGestores("Gorete  Luz", linha: 31)],
      webopay: [])
    #expect(
      controle.alertas.map(\.descricao) == [
        "Cliente GORETE LUZ está em Gestores mas não na Base",
        "Cliente GORETE LUZ aparece 2 vezes em Gestores (linhas 7, 31)",
      ])
  }

  @Test func laterParcelasOfAStrangerAreNoAlert() throws {
    let controle = cruzar(
      try base("2025-10"), gestores: [],
      webopay: [
        try noWeboPay("RUBENS", parcela: 2), try noWeboPay("RUBENS", parcela: 2, linha: 3),
      ])
    #expect(controle.alertas.isEmpty)
  }

  @Test func inGestoresTheFirstRowOfTheSheetWinsThoughRecordsComeUnordered() throws {
    let controle = cruzar(
      try base("2025-10", cliente("KÁTIA")),
      gestores: [
        try emGestores("KÁTIA", nil, .desistiu, linha: 40),
        try emGestores("KÁTIA", .financiado, valor: "331.4805", linha: 5),
        try emGestores("KÁTIA", .desconto, linha: 12),
      ],
      webopay: [])
    #expect(try controle.base.cliente("KÁTIA").situacao.status == .financiado)
    #expect(
      controle.alertas.map(\.descricao)
        == ["Cliente KÁTIA aparece 3 vezes em Gestores (linhas 5, 12, 40)"])
    #expect(controle.alertas.map(\.tipo) == [.multiplasCorrespondencias])
  }

  @Test func inWeboPayOnlyRowsOfParcela1AreRepeated() throws {
    let controle = cruzar(
      try base("2025-10", cliente("LUIZ"), cliente("OTTO")),
      gestores: [try emGestores("LUIZ", .pix), try emGestores("OTTO", .pix, linha: 4)],
      webopay: [
        try noWeboPay("LUIZ", pago: true, valor: "2", linha: 30),
        try noWeboPay("LUIZ", parcela: 2, linha: 3),
        try noWeboPay("LUIZ", pago: false, valor: "1", linha: 8),
        try noWeboPay("OTTO", linha: 9), try noWeboPay("OTTO", parcela: 2, linha: 10),
        try noWeboPay("OTTO", parcela: 2, linha: 11),
      ])
    #expect(
      try controle.base.cliente("LUIZ").situacao.observacao
        == "PIX pendente de pagamento no WeboPay")
    #expect(
      controle.alertas.map(\.descricao)
        == ["Cliente LUIZ aparece 2 vezes em WeboPay (linhas 8, 30)"])
  }

  @Test func inAcompanhamentoTheFirstRowGivesTheCadastroAndAllRowsAreKept() throws {
    let criacao = criarBase(
      try mes("2025-10"),
      registros: [
        try noAcompanhamento("joão", linha: 90), try noAcompanhamento("ANA", linha: 5),
        try noAcompanhamento("JOÃO ", linha: 7), try noAcompanhamento("JOAO", linha: 8),
      ],
      anterior: nil, outras: [])
    #expect(criacao.base.clientes.map(\.chave.texto) == ["ANA", "JOAO", "JOÃO"])
    let joao = try criacao.base.cliente("JOÃO")
    #expect(joao.linhas == [7, 90])
    #expect(joao.cadastro.corretor == "LINHA 7")
    #expect(
      criacao.alertas.map(\.descricao)
        == ["Cliente JOÃO aparece 2 vezes em Acompanhamento (linhas 7, 90)"])
    #expect(criacao.alertas.map(\.planilha) == [.acompanhamento])
  }

  @Test func inEPROnlyFinancedClientsOfTheBaseAreRepeated() throws {
    var outubro = try base(
      "2025-10", cliente("MARLENE", .financiado, valor: "10"), cliente("NEIDE", .pago, valor: "10"),
      cliente("NULA"))
    let recebimentos = analisarRecebimentos(
      &outubro,
      epr: [
        try noEPR("MARLENE", contrato: "segundo", linha: 60),
        try noEPR("NEIDE", linha: 2), try noEPR("NEIDE", linha: 3), try noEPR("NULA", linha: 4),
        try noEPR("NULA", linha: 5), try noEPR("STRANGER", linha: 6),
        try noEPR("STRANGER", linha: 7), try noEPR("MARLENE", contrato: "primeiro", linha: 20),
      ],
      outras: [])
    #expect(
      recebimentos.alertas.map(\.descricao)
        == ["Cliente MARLENE aparece 2 vezes em EPR (linhas 20, 60)"])
    #expect(recebimentos.aReceber.map(\.contrato) == ["primeiro"])
    #expect(outubro.alertas.map(\.identidade) == recebimentos.alertas.map(\.identidade))
  }

  @Test func aNameRepeatedInTwoSheetsIsTwoAlerts() throws {
    let controle = cruzar(
      try base("2025-10", cliente("ANA")),
      gestores: [try emGestores("ANA", linha: 3), try emGestores("ANA", linha: 4)],
      webopay: [
        try noWeboPay("ANA", pago: false, linha: 2), try noWeboPay("ANA", pago: false, linha: 3),
      ])
    #expect(controle.alertas.map(\.planilha) == [.gestores, .webopay])
    #expect(controle.alertas.allSatisfy { $0.tipo == .multiplasCorrespondencias })
  }
}
