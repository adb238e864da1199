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
