import Dominio
import Testing

@testable import Conciliacao

/// Why the engine says what it says: its own table, and what would change its word.
@Suite struct ExplicacaoTests {
  private func fatos(
    _ forma: Gestores.Forma?, _ situacao: Gestores.Situacao? = nil, pago: Bool?
  ) throws -> Fatos {
    Fatos(
      cliente: try chave("ANA"), gestores: try emGestores("ANA", forma, situacao, valor: "10"),
      webopay: try pago.map { try noWeboPay("ANA", pago: $0, valor: "10") })
  }

  private func todos() throws -> [Fatos] {
    let formas: [Gestores.Forma?] = [nil, .pix, .financiado, .desconto, .quitado]
    let situacoes: [Gestores.Situacao?] = [nil, .desistiu, .desconto, .entrou]
    let pagos: [Bool?] = [nil, false, true]
    var todos = try pagos.map { pago in
      Fatos(
        cliente: try chave("ANA"), gestores: nil,
        webopay: try pago.map { try noWeboPay("ANA", pago: $0, valor: "10") })
    }
    for forma in formas {
      for situacao in situacoes {
        for pago in pagos { todos.append(try fatos(forma, situacao, pago: pago)) }
      }
    }
    return todos
  }

  @Test func oneRowHoldsAndThoseBelowItAreNotLookedAt() throws {
    for fatos in try todos() {
      let explicacao = Explicacao(fatos)
      let vereditos = explicacao.linhas.map(\.veredito)
      #expect(vereditos.count == 10)
      #expect(vereditos.count { $0 == .vale } == 1)
      let lugar = try #require(vereditos.firstIndex(of: .vale))
      #expect(explicacao.linhas[lugar].prioridade.numero == decidir(fatos).prioridade)
      #expect(vereditos[..<lugar].allSatisfy { $0 == .naoVale })
      #expect(vereditos[(lugar + 1)...].allSatisfy { $0 == .naoAvaliada })
    }
  }

  /// No outcome twice, none that holds already, and each way leads to the outcome that it is under.
  @Test func hypothesesAreOtherOutcomes() throws {
    for fatos in try todos() {
      let explicacao = Explicacao(fatos)
      let situacoes = explicacao.hipoteses.map(\.decisao.situacao)
      #expect(!situacoes.contains(explicacao.decisao.situacao))
      for (lugar, situacao) in situacoes.enumerated() {
        #expect(!situacoes[..<lugar].contains(situacao))
      }
      let modos = explicacao.hipoteses.flatMap(\.se)
      #expect(Set(modos).count == modos.count)
    }
  }

  @Test func hypothesesOfAPixWithoutPayment() throws {
    let explicacao = Explicacao(try fatos(.pix, pago: nil))
    let pago = try #require(
      explicacao.hipoteses.first { $0.decisao.situacao.status == .pago })
    #expect(pago.se == ["a parcela 1 estivesse paga no WeboPay"])
    #expect(pago.decisao.situacao.valor == (try reais("10")))
    let financiado = try #require(
      explicacao.hipoteses.first { $0.decisao.situacao.status == .financiado })
    #expect(financiado.se == ["a FORMA em Gestores significasse FINANCIADO"])
    let desconto = try #require(
      explicacao.hipoteses.first { $0.decisao.situacao.status == .desconto })
    #expect(
      desconto.se == [
        "a FORMA em Gestores significasse DESCONTO", "o STATUS em Gestores significasse DESCONTO",
      ])
  }

  @Test func factsNameTheirCells() throws {
    let origem = Origem(
      planilha: .gestores, arquivo: "g.xlsx", aba: "Plan1", colunas: ["STATUS": "I"])
    let primeira = try #require(
      Explicacao(try fatos(.pix, .entrou, pago: nil), origens: [origem]).linhas.first)
    #expect(
      primeira.fatos == [
        Evidencia(
          .gestores, "STATUS", linha: 3, valor: "ENTROU",
          lugar: Lugar(arquivo: "g.xlsx", aba: "Plan1", celula: "I3"))
      ])
  }
}
