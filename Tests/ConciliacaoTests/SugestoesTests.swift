import Conciliacao
import Dominio
import Testing

/// Near names beside alerts 1, 2 and 3: proposed, never applied. Docs/regras.md §3
@Suite struct SugestoesTests {
  private func alerta(_ tipo: TipoDeAlerta, _ controle: Controle) throws -> Alerta {
    try #require(controle.alertas.first { $0.tipo == tipo })
  }

  @Test func aNameOfGestoresIsLookedForAmongClientsWithoutARow() throws {
    let base = try base(
      "2025-10", cliente("JOÃO SILVA"), cliente("JOAO  DA SILVA"), cliente("ANA LIMA"))
    let controle = cruzar(
      base,
      gestores: [
        try emGestores("JOAO SILVA", .pix, valor: "10"), try emGestores("JOÃO SILVA", .pix),
      ], webopay: [])
    #expect(
      try alerta(.gestoresNaoBase, controle).candidatos == [
        Candidato(
          nome: try chave("JOAO DA SILVA"), planilha: .acompanhamento, confianca: 95,
          razoes: ["só mudam DA, DE, DOS"])
      ])
    #expect(
      try alerta(.gestoresNaoBase, controle).descricao
        == "Cliente JOAO SILVA está em Gestores mas não na Base")
    #expect(try controle.base.cliente("JOAO DA SILVA").situacao.status == .nulo)
  }

  private func webopay(_ nome: String, unidade: String, valor: String) throws -> WeboPay.Registro {
    WeboPay.Registro(
      linha: 2, cliente: try chave(nome), parcela: 1, valor: try reais(valor), parcelaPaga: true,
      comissaoPaga: true,
      venda: .init(empreendimento: "Vicenza", unidade: unidade))
  }

  /// The other middle name alone would not be enough.
  @Test func theSameUnitAndTheSameAmountSpeakForIt() throws {
    var maria = try cliente("MARIA CLARA SILVA", .financiado, valor: "10.004")
    maria.cadastro.empreendimento = "VICENZA"
    maria.cadastro.unidade = "BL 1 - AP 2"
    let controle = cruzar(
      try base("2025-10", maria), gestores: [],
      webopay: [try webopay("MARIA JOSE SILVA", unidade: "bl 1 ap 2", valor: "8")])
    #expect(
      try alerta(.webopayNaoBase, controle).candidatos.map(\.razoes) == [
        ["um dos nomes é outro", "mesma unidade", "mesmo empreendimento"]
      ])
    #expect(try alerta(.webopayNaoBase, controle).candidatos.map(\.confianca) == [77])

    let semIndicio = cruzar(
      try base("2025-10", cliente("MARIA CLARA SILVA")), gestores: [],
      webopay: [try webopay("MARIA JOSE SILVA", unidade: "bl 1 ap 2", valor: "8")])
    #expect(try alerta(.webopayNaoBase, semIndicio).candidatos.isEmpty)
  }

  @Test func aPixWithoutPaymentIsLookedForAmongNamesOfWeboPayThatAreNoClients() throws {
    let controle = cruzar(
      try base("2025-10", cliente("TIAGO REIS"), cliente("TIAGO  REYS")),
      gestores: [try emGestores("TIAGO REIS", .pix, valor: "10")],
      webopay: [
        try noWeboPay("TIAGO REYS"),
        try noWeboPay("THIAGO REIS", valor: "10", linha: 3),
      ])
    #expect(
      try alerta(.pixNaoConfirmado, controle).candidatos == [
        Candidato(
          nome: try chave("THIAGO REIS"), planilha: .webopay, confianca: 99,
          razoes: ["uma letra de diferença", "mesmo valor"])
      ])
  }

  @Test func atMostThreeAreProposed() throws {
    let base = try base(
      "2025-10", cliente("ANA SOUZA"), cliente("ANNA SOUZA"), cliente("ANA SOUSA"),
      cliente("ANNA SOUSA"))
    let controle = cruzar(base, gestores: [try emGestores("ÁNA SOUZA")], webopay: [])
    let candidatos = try alerta(.gestoresNaoBase, controle).candidatos
    #expect(candidatos.count == 3)
    #expect(candidatos.first?.nome.texto == "ANA SOUZA")
    #expect(candidatos.first?.confiancaPorExtenso == "muito provável")
  }

  /// A proposal is no evidence: who has ended the alert is not asked again because a client came.
  @Test func aNewCandidateDoesNotOpenAnAlertAgain() throws {
    let gestores = [try emGestores("JOAO SILVA")]
    var antes = cruzar(try base("2025-10", cliente("ANA")), gestores: gestores, webopay: []).base
    antes.alertas[0].desfecho = Desfecho(
      .resolvido, motivo: "x", autor: .pessoa, operacao: 2)
    antes.clientes.append(try cliente("JOÃO SILVA"))
    let depois = cruzar(antes, gestores: gestores, webopay: [])
    #expect(depois.alertas.map(\.situacao) == [.resolvido])
    #expect(depois.alertas.map(\.candidatos.count) == [1])
    #expect(cruzar(depois.base, gestores: gestores, webopay: []).base == depois.base)
  }
}
