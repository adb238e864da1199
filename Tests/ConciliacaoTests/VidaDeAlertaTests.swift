import Conciliacao
import Dominio
import Testing

/// From the first time an alert is raised to the month after. Docs/regras.md §10
@Suite struct VidaDeAlertaTests {
  private let outubro: Base
  private let quitado: Gestores.Registro

  init() throws {
    outubro = try base("2025-10", cliente("ANA"))
    quitado = try emGestores("ANA", .quitado)
  }

  private func controle(
    _ base: Base, _ gestores: [Gestores.Registro], numero: Int, vespera: Base? = nil
  ) -> Controle {
    cruzar(
      base, gestores: gestores, webopay: [],
      em: Corrida(
        operacao: numero,
        origens: [
          Origem(planilha: .gestores, arquivo: "g.xlsx", aba: "Plan1", colunas: ["FORMA": "H"])
        ], passadas: [vespera].compactMap(\.self)))
  }

  private func encerrada(_ base: Base) -> Base {
    var base = base
    base.alertas[0].desfecho = Desfecho(
      .resolvido, motivo: "já recebida", autor: .pessoa, operacao: 2)
    return base
  }

  @Test func evidenceNamesItsCell() throws {
    let alerta = try #require(controle(outubro, [quitado], numero: 1).alertas.first)
    #expect(
      alerta.evidencias == [
        Evidencia(
          .gestores, "FORMA", linha: quitado.linha, valor: "QUITADO",
          lugar: Lugar(arquivo: "g.xlsx", aba: "Plan1", celula: "H\(quitado.linha)"))
      ])
    #expect(alerta.serie == 1)
  }

  @Test func whatIsNotFoundAnyMoreEnds() throws {
    let primeiro = controle(outubro, [quitado], numero: 1)
    let segundo = controle(primeiro.base, [], numero: 7)
    #expect(
      segundo.base.alertas.map(\.desfecho) == [
        Desfecho(
          .resolvido, motivo: "não se repete no controle 7", autor: .naoSeRepete, operacao: 7)
      ])
    let terceiro = controle(segundo.base, [quitado], numero: 8)
    #expect(terceiro.alertas.map(\.situacao) == [.pendente])
    #expect(terceiro.alertas.map(\.reabertura) == ["voltou a aparecer no controle 8"])
    #expect(terceiro.estatisticas.alertasGerados == 0)
  }

  /// A controle has nothing to say of what Acompanhamento or EPR gave rise to.
  @Test func aRunEndsOnlyAlertsOfItsOwnSpreadsheets() throws {
    var base = outubro
    base.alertas = try [Planilha.acompanhamento, .epr].map {
      Alerta(
        .multiplasCorrespondencias, cliente: try chave("ANA"), planilha: $0, descricao: "x",
        serie: 1)
    }
    #expect(controle(base, [], numero: 2).base.alertas.map(\.situacao) == [.pendente, .pendente])
  }

  @Test func whatWasEndedStaysEndedWhenRowsMove() throws {
    let encerrado = encerrada(controle(outubro, [quitado], numero: 1).base)
    let outraLinha = try emGestores(
      "ANA", Gestores.Forma(texto: "QUITADO", sentido: .desconhecida), linha: 77)
    let depois = controle(encerrado, [outraLinha], numero: 3)
    #expect(depois.alertas.map(\.situacao) == [.resolvido])
    #expect(depois.alertas.map { $0.evidencias.map(\.linha) } == [[77]])
  }

  @Test func whatWasEndedOpensAgainWhenItsValueChanges() throws {
    let encerrado = encerrada(controle(outubro, [quitado], numero: 1).base)
    let permuta = try emGestores("ANA", Gestores.Forma(texto: "PERMUTA", sentido: .desconhecida))
    let depois = controle(encerrado, [permuta], numero: 9)
    #expect(depois.alertas.map(\.situacao) == [.pendente])
    #expect(
      depois.alertas.map(\.reabertura) == ["mudou no controle 9: FORMA de QUITADO para PERMUTA"])
  }

  @Test func theNextMonthDoesNotAskAgain() throws {
    let encerrado = encerrada(controle(outubro, [quitado], numero: 1).base)
    let novembro = try base("2025-11", cliente("ANA"))
    let depois = controle(novembro, [quitado], numero: 5, vespera: encerrado)
    #expect(
      depois.alertas.map(\.desfecho) == [
        Desfecho(
          .resolvido, motivo: "já recebida", autor: .mesAnterior, operacao: 5,
          referencia: NumeroDeAlerta(lendo: "2510-1"))
      ])
    #expect(controle(depois.base, [quitado], numero: 6, vespera: encerrado).base == depois.base)
  }

  @Test func theNextMonthAsksWhenTheValueIsAnother() throws {
    let encerrado = encerrada(controle(outubro, [quitado], numero: 1).base)
    let permuta = try emGestores("ANA", Gestores.Forma(texto: "PERMUTA", sentido: .desconhecida))
    let depois = controle(
      try base("2025-11", cliente("ANA")), [permuta], numero: 5, vespera: encerrado)
    #expect(depois.alertas.map(\.situacao) == [.pendente])
    #expect(
      depois.alertas.map(\.reabertura) == [
        "encerrado como 2510-1, mudou desde então: FORMA de QUITADO para PERMUTA"
      ])
  }

  @Test("A reopened alert told its amounts as they are stored, not as people write them")
  func reopenedWithAnAmount() throws {
    func gestores(_ valor: String?) throws -> Gestores.Registro {
      try emGestores("ANA", .pix, valor: valor)
    }
    let antes = encerrada(controle(outubro, [try gestores("999")], numero: 1).base)
    let depois = controle(antes, [try gestores("360.4899")], numero: 9)
    #expect(
      depois.alertas.map(\.reabertura) == [
        "mudou no controle 9: COMISSÃO de R$ 999,00 para R$ 360,4899"
      ])
    let vazio = controle(antes, [try gestores(nil)], numero: 9)
    #expect(
      vazio.alertas.map(\.reabertura) == [
        "mudou no controle 9: COMISSÃO de R$ 999,00 para (vazio)"
      ])
  }

  /// October said it; November did not raise it; December must not ask again.
  @Test func aMonthWithoutTheAlertDoesNotForgetHowItEnded() throws {
    let encerrado = encerrada(controle(outubro, [quitado], numero: 1).base)
    let novembro = controle(try base("2025-11", cliente("ANA")), [], numero: 4).base
    let depois = cruzar(
      try base("2025-12", cliente("ANA")), gestores: [quitado], webopay: [],
      em: Corrida(operacao: 6, passadas: [encerrado, novembro]))
    #expect(depois.alertas.map(\.desfecho?.referencia?.description) == ["2510-1"])
  }

  /// October was ended only after November's controle: the next one takes it over.
  @Test func whatIsEndedLaterInAnEarlierMonthEndsHereToo() throws {
    let aberto = controle(outubro, [quitado], numero: 1).base
    let novembro = controle(
      try base("2025-11", cliente("ANA")), [quitado], numero: 2, vespera: aberto
    ).base
    let depois = controle(novembro, [quitado], numero: 4, vespera: encerrada(aberto))
    #expect(depois.alertas.map(\.situacao) == [.resolvido])
  }

  /// What the program itself had ended in October is no word of anybody.
  @Test func whatEndedByItselfIsAskedInTheNextMonth() throws {
    let ausente = controle(controle(outubro, [quitado], numero: 1).base, [], numero: 2).base
    let depois = controle(
      try base("2025-11", cliente("ANA")), [quitado], numero: 3, vespera: ausente)
    #expect(depois.alertas.map(\.situacao) == [.pendente])
  }

  // MARK: - A wrong file in between

  private func permuta() throws -> Gestores.Registro {
    try emGestores("ANA", Gestores.Forma(texto: "PERMUTA", sentido: .desconhecida))
  }

  @Test func theRightFileEndsAgainWhatAWrongOneHadReopened() throws {
    let encerrado = encerrada(controle(outubro, [quitado], numero: 1).base)
    let errado = controle(encerrado, [try permuta()], numero: 3)
    #expect(errado.alertas.map(\.situacao) == [.pendente])
    #expect(errado.alertas.map { $0.desfechosAnteriores.map(\.desfecho.operacao) } == [[2]])
    let certo = controle(errado.base, [quitado], numero: 4)
    #expect(
      certo.alertas.map(\.desfecho) == [
        Desfecho(.resolvido, motivo: "já recebida", autor: .pessoa, operacao: 2, retorno: 4)
      ])
    #expect(certo.alertas.map(\.reabertura) == [nil])
    #expect(certo.alertas.map(\.desfechosAnteriores) == [[]])
    #expect(controle(certo.base, [quitado], numero: 5).base == certo.base)
  }

  @Test func anAlertThatWasAwayWithTheWrongFileEndsAgainToo() throws {
    let encerrado = encerrada(controle(outubro, [quitado], numero: 1).base)
    let errado = controle(encerrado, [try permuta()], numero: 3).base
    let vazio = controle(errado, [], numero: 4).base
    #expect(vazio.alertas.map(\.desfecho?.autor) == [.naoSeRepete])
    let certo = controle(vazio, [quitado], numero: 5)
    #expect(certo.alertas.map(\.desfecho?.operacao) == [2])
  }

  /// Each of the two was answered once.
  @Test func everyAnswerIsKeptWithItsValues() throws {
    let um = encerrada(controle(outubro, [quitado], numero: 1).base)
    var dois = controle(um, [try permuta()], numero: 3).base
    dois.ouvir([1: .init(.encerrar(.falsoPositivo), motivo: "outra")], operacao: 4)
    let volta = controle(dois, [quitado], numero: 5).base
    #expect(volta.alertas.map(\.desfecho?.motivo) == ["já recebida"])
    let outra = controle(volta, [try permuta()], numero: 6)
    #expect(outra.alertas.map(\.desfecho?.motivo) == ["outra"])
    #expect(outra.alertas.map(\.desfecho?.retorno) == [6])
  }

  @Test func whatSomebodyReopenedDoesNotEndByItself() throws {
    let encerrado = encerrada(controle(outubro, [quitado], numero: 1).base)
    let errado = controle(encerrado, [try permuta()], numero: 3).base
    var certo = controle(errado, [quitado], numero: 4).base
    certo.ouvir([1: .init(.reabrir, motivo: "engano")], operacao: 5)
    let depois = controle(controle(certo, [try permuta()], numero: 6).base, [quitado], numero: 7)
    #expect(depois.alertas.map(\.situacao) == [.pendente])
  }

  @Test func theNextMonthsWrongFileIsForgivenToo() throws {
    let encerrado = encerrada(controle(outubro, [quitado], numero: 1).base)
    let errado = controle(
      try base("2025-11", cliente("ANA")), [try permuta()], numero: 5, vespera: encerrado)
    #expect(errado.alertas.map(\.situacao) == [.pendente])
    let certo = controle(errado.base, [quitado], numero: 6, vespera: encerrado)
    #expect(certo.alertas.map(\.desfecho?.referencia?.description) == ["2510-1"])
  }

  /// October closed on the wrong file; November has the right one.
  @Test func theNextMonthKnowsWhatTheWrongFileHadReopened() throws {
    let encerrado = encerrada(controle(outubro, [quitado], numero: 1).base)
    let errado = controle(encerrado, [try permuta()], numero: 3).base
    let novembro = try base("2025-11", cliente("ANA"))
    #expect(
      controle(novembro, [quitado], numero: 4, vespera: errado).alertas.map(\.situacao)
        == [.resolvido])
    #expect(
      controle(novembro, [try permuta()], numero: 4, vespera: errado).alertas.map(\.situacao)
        == [.pendente])
  }

  // MARK: - Under a manual decision

  private func decidida(_ base: Base) throws -> Base {
    let efeito = decidir(
      try chave("ANA"), .pago, valor: try reais("10"), motivo: "combinado",
      dia: try dia("2025-11-03"), em: base.competencia, entre: [base], operacao: 2)
    return try #require(efeito.bases.first)
  }

  @Test func whatADecisionAnswersIsNotAskedLater() throws {
    let base = try decidida(outubro)
    let depois = controle(base, [quitado], numero: 3)
    #expect(
      depois.alertas.map(\.desfecho) == [
        Desfecho(.resolvido, motivo: "decisão manual: combinado", autor: .decisao, operacao: 3)
      ])
    // Another FORMA is the same question.
    let outra = controle(depois.base, [try permuta()], numero: 4)
    #expect(outra.alertas.map(\.situacao) == [.resolvido])
    #expect(outra.alertas.map(\.reabertura) == [nil])
    #expect(controle(outra.base, [try permuta()], numero: 5).base == outra.base)
    let pix = try emGestores("ANA", .pix)
    #expect(controle(outra.base, [pix], numero: 6).alertas.map(\.situacao) == [.resolvido])
  }

  /// The money that nobody knew of when it was decided.
  @Test func aDecisionDoesNotAnswerForAmountsThatCameLater() throws {
    let base = try decidida(outubro)
    let divergente = cruzar(
      base, gestores: [try emGestores("ANA", .pix, valor: "10")],
      webopay: [try noWeboPay("ANA", valor: "20")])
    #expect(divergente.alertas.map(\.tipo) == [.valoresDivergentes])
    #expect(divergente.alertas.map(\.situacao) == [.pendente])
  }

  @Test("It was said that an amount is missing of whom one had been decided")
  func aDecisionThatGivesTheAmountAnswersForTheOneThatIsMissing() throws {
    let semValor = try emGestores("ANA", .financiado)
    let depois = controle(try decidida(outubro), [semValor], numero: 3)
    #expect(depois.alertas.map(\.tipo) == [.financiadoSemValor])
    #expect(depois.alertas.map(\.desfecho?.autor) == [.decisao])
    let sem = decidir(
      try chave("ANA"), .requerAnalise, valor: nil, motivo: "ver", dia: try dia("2025-11-03"),
      em: outubro.competencia, entre: [outubro], operacao: 2)
    let pendente = controle(try #require(sem.bases.first), [semValor], numero: 3)
    #expect(pendente.alertas.map(\.situacao) == [.pendente])
  }

  @Test("A decision that was withdrawn before the first controle of a month ended its alerts")
  func anEndByADecisionHoldsOnlyWhereTheDecisionDoes() throws {
    let decidida = try decidida(controle(outubro, [quitado], numero: 1).base)
    #expect(decidida.alertas.map(\.desfecho?.autor) == [.decisao])
    func criada(_ iso: String, _ passadas: Base...) throws -> Base {
      criarBase(
        try mes(iso), registros: [try noAcompanhamento("ANA", linha: 4)], anterior: nil,
        outras: passadas
      ).base
    }
    let novembro = try criada("2025-11", decidida)
    #expect(
      controle(novembro, [quitado], numero: 4, vespera: decidida).alertas.map(\.situacao)
        == [.resolvido])
    let livre = try #require(
      retirarDecisao(
        try chave("ANA"), motivo: "x", em: novembro.competencia, entre: [decidida, novembro],
        operacao: 9
      ).bases.first)
    #expect(
      controle(livre, [quitado], numero: 5, vespera: decidida).alertas.map(\.situacao)
        == [.pendente])
    // Nor in December, whether November has raised it or not.
    let dezembro = try criada("2025-12", decidida, livre)
    let depois = cruzar(
      dezembro, gestores: [quitado], webopay: [],
      em: Corrida(operacao: 6, passadas: [decidida, livre]))
    #expect(depois.alertas.map(\.situacao) == [.pendente])
    #expect(depois.alertas.map(\.reabertura) == [nil])
  }

  @Test func whatIsReopenedAgainstADecisionStaysOpen() throws {
    var base = controle(try decidida(outubro), [quitado], numero: 3).base
    base.ouvir([1: .init(.reabrir, motivo: "ainda não")], operacao: 4)
    #expect(controle(base, [quitado], numero: 5).alertas.map(\.situacao) == [.pendente])
  }

  @Test func withdrawingReopensWhatWasBornUnderTheDecision() throws {
    let base = controle(try decidida(outubro), [quitado], numero: 3).base
    let efeito = retirarDecisao(
      try chave("ANA"), motivo: "engano", em: base.competencia, entre: [base], operacao: 9)
    let livre = try #require(efeito.bases.first)
    #expect(livre.alertas.map(\.situacao) == [.pendente])
    #expect(controle(livre, [quitado], numero: 5).alertas.map(\.situacao) == [.pendente])
  }

  /// It must not come back with the file on which the decision had been taken.
  @Test func aWithdrawnDecisionDoesNotHoldAgain() throws {
    func divergente(_ base: Base, _ valor: String) throws -> Base {
      cruzar(
        base, gestores: [try emGestores("ANA", .pix, valor: "10")],
        webopay: [try noWeboPay("ANA", valor: valor)]
      ).base
    }
    let decidida = try decidida(divergente(outubro, "20"))
    #expect(decidida.alertas.map(\.situacao) == [.resolvido])
    let outra = try divergente(decidida, "30")
    #expect(outra.alertas.map(\.situacao) == [.pendente])
    #expect(try divergente(outra, "20").alertas.map(\.situacao) == [.resolvido])
    let livre = try #require(
      retirarDecisao(
        try chave("ANA"), motivo: "x", em: outra.competencia, entre: [outra], operacao: 9
      ).bases
        .first)
    #expect(try divergente(livre, "20").alertas.map(\.situacao) == [.pendente])
  }

  @Test(arguments: [
    ("2510-37", "2025-10", 37), ("37", "2025-11", 37), ("9912-1", "2099-12", 1),
  ])
  func numbersAreRead(texto: String, mes: String, serie: Int) throws {
    let numero = try #require(
      NumeroDeAlerta(lendo: texto, naBase: Competencia(lendo: "2025-11")))
    #expect(numero.base.iso == mes)
    #expect(numero.serie == serie)
  }

  @Test(arguments: ["", "-", "0", "2510-", "2513-1", "251-1", "x", "1-2-3", "2510-0", "+1"])
  func whatIsNoNumberIsNotRead(texto: String) {
    #expect(NumeroDeAlerta(lendo: texto, naBase: Competencia(lendo: "2025-11")) == nil)
  }
}
