import Dominio
import Testing

@testable import Conciliacao

/// What a run may change, and what it counts. Docs/regras.md §6
struct ControleTests {
  private let gestores: [Gestores.Registro]
  private let webopay: [WeboPay.Registro]
  private let outubro: Base

  init() throws {
    gestores = [
      try emGestores("DORA", nil, .desistiu, linha: 3), try emGestores("DAVI", .desconto, linha: 4),
      try emGestores("FINA", .financiado, valor: "331.4805", linha: 5),
      try emGestores("FABIO", .financiado, linha: 6),
      try emGestores("PIA", .pix, valor: "421.1805", linha: 7),
      try emGestores("QUITO", .quitado, valor: "500", linha: 8),
      try emGestores("ESTRANHO", .pix, linha: 9),
    ]
    webopay = [try noWeboPay("PIA", valor: "421.18")]
    outubro = try base(
      "2025-10", cliente("DORA"), cliente("DAVI"), cliente("FINA"), cliente("FABIO"),
      cliente("PIA"), cliente("QUITO"), cliente("VAZIA"))
  }

  @Test func theFirstRunCountsWhatItChanged() {
    let controle = cruzar(outubro, gestores: gestores, webopay: webopay)
    #expect(
      controle.estatisticas
        == Controle.Estatisticas(
          clientesAtualizados: 7,
          novos: [.desistiu: 1, .desconto: 1, .financiado: 2, .pago: 1, .requerAnalise: 1],
          alertasGerados: 3))
    #expect(controle.alertas.map(\.tipo.numero) == [1, 4, 9])
    #expect(controle.alertas.allSatisfy { $0.novo && $0.situacao == .pendente })
  }

  @Test func theSecondRunChangesNothing() {
    let primeiro = cruzar(outubro, gestores: gestores, webopay: webopay)
    let segundo = cruzar(primeiro.base, gestores: gestores, webopay: webopay)
    #expect(segundo.estatisticas == Controle.Estatisticas())
    #expect(segundo.base == primeiro.base)
    #expect(segundo.alertas.map(\.identidade) == primeiro.alertas.map(\.identidade))
    #expect(segundo.alertas.allSatisfy { !$0.novo })
  }

  @Test func aChangeOfValueAloneUpdatesAndEntersNoStatus() throws {
    let primeiro = cruzar(outubro, gestores: gestores, webopay: webopay)
    let segundo = cruzar(
      primeiro.base, gestores: gestores, webopay: [try noWeboPay("PIA", valor: "421.19")])
    #expect(segundo.estatisticas == Controle.Estatisticas(clientesAtualizados: 1))
    #expect(try segundo.base.cliente("PIA").situacao.valor == Dinheiro("421.19"))
  }

  @Test(arguments: Status.allCases)
  func theStatusBeforeDoesNotMatter(antes: Status) throws {
    let controle = cruzar(
      try base("2025-10", cliente("FINA", antes, valor: "1")), gestores: gestores, webopay: [])
    #expect(
      try controle.base.cliente("FINA").situacao
        == Situacao(
          .financiado, valor: Dinheiro("331.4805"), fonte: "Gestores (Financiado)",
          observacao: "Aguardando assinatura (EPR) para faturamento"))
    #expect(controle.estatisticas.novos == (antes == .financiado ? [:] : [.financiado: 1]))
  }

  @Test func aClientWhoLeftTheSheetsIsWithoutInformationAgain() throws {
    let primeiro = cruzar(outubro, gestores: gestores, webopay: webopay)
    let segundo = cruzar(primeiro.base, gestores: [], webopay: [])
    #expect(segundo.estatisticas.clientesAtualizados == 6)
    #expect(segundo.estatisticas.novos == [.nulo: 6])
    #expect(segundo.base.clientes.allSatisfy { $0.situacao.status == .nulo })
    #expect(segundo.alertas.isEmpty)
    #expect(
      segundo.base.alertas.map(\.identidade) == primeiro.base.alertas.map(\.identidade),
      "what was raised stays on record")
  }

  @Test func anAlertThatComesBackIsKnownAndKeepsItsDecision() throws {
    var decidida = cruzar(outubro, gestores: gestores, webopay: webopay).base
    let indice = try #require(decidida.alertas.firstIndex { $0.tipo == .financiadoSemValor })
    decidida.alertas[indice].desfecho = Desfecho(
      .falsoPositivo, motivo: "valor combinado", autor: .pessoa, operacao: 2)
    let sem = cruzar(decidida, gestores: [], webopay: [])
    let outraVez = cruzar(sem.base, gestores: gestores, webopay: webopay)
    let alerta = try #require(outraVez.alertas.first { $0.tipo == .financiadoSemValor })
    #expect(alerta.situacao == .falsoPositivo)
    #expect(!alerta.novo)
    #expect(outraVez.estatisticas.alertasGerados == 0)
  }

  @Test func aKnownAlertTellsTheRowsOfThisRun() throws {
    let primeiro = cruzar(
      try base("2025-10", cliente("ANA")),
      gestores: [try emGestores("ANA", linha: 3), try emGestores("ANA", linha: 4)], webopay: [])
    let segundo = cruzar(
      primeiro.base,
      gestores: [try emGestores("ANA", linha: 3), try emGestores("ANA", linha: 9)], webopay: [])
    let texto = "Cliente ANA aparece 2 vezes em Gestores (linhas 3, 9)"
    #expect(segundo.alertas.map(\.descricao) == [texto])
    #expect(segundo.base.alertas.map(\.descricao) == [texto])
    #expect(segundo.estatisticas.alertasGerados == 0)
  }

  @Test(arguments: [true, false])
  func whatWasBilledIsNeverTouched(inherited: Bool) throws {
    let faturamento = try faturado("331.48", em: inherited ? "2025-09" : "2025-10", contrato: "77")
    for registro in gestores {
      let antes = Cliente(
        chave: registro.cliente, linhas: [4],
        situacao: Situacao(.financiado, valor: Dinheiro("331.4805"), fonte: nil, observacao: nil),
        faturamento: faturamento)
      let controle = cruzar(
        Base(competencia: try mes("2025-10"), clientes: [antes]), gestores: [registro],
        webopay: webopay)
      #expect(controle.base.clientes.map(\.faturamento) == [faturamento])
      #expect(controle.base.clientes.map(\.jaPago) == [true])
    }
  }

  @Test func whoGivesUpAfterBeingBilledShowsAsEstorno() throws {
    let faturamento = try faturado("331.48", em: "2025-10")
    let antes = try base(
      "2025-10", cliente("DORA", .financiado, valor: "331.4805", faturamento: faturamento),
      cliente("DAVI", .financiado, valor: "331.4805", faturamento: faturamento),
      cliente("FINA", .financiado, valor: "331.4805", faturamento: faturamento),
      cliente("PIA", .financiado, valor: "331.4805", faturamento: faturamento),
      cliente("QUITO", .financiado, valor: "331.4805", faturamento: faturamento),
      cliente("VAZIA", .financiado, valor: "331.4805", faturamento: faturamento))
    var depois = cruzar(antes, gestores: gestores, webopay: webopay).base
    let comEstorno = depois.clientes.filter { $0.estorno != nil }
    #expect(comEstorno.map(\.chave.texto) == ["DAVI", "DORA"])
    #expect(comEstorno.map(\.situacao.valor) == [.zero, .zero])

    let recebimentos = analisarRecebimentos(&depois, epr: [], outras: [])
    #expect(recebimentos.desistencias.map(\.cliente.texto) == ["DAVI", "DORA"])
    #expect(recebimentos.desistencias.map(\.status) == [.desconto, .desistiu])
    #expect(recebimentos.desistencias.map(\.estorno) == [Dinheiro("331.48"), Dinheiro("331.48")])
    #expect(recebimentos.estornos == Dinheiro("662.96"))
    #expect(recebimentos.totalDeDesistencias == 1)
    #expect(Totais(depois).estornos == Dinheiro("662.96"))
  }
}
