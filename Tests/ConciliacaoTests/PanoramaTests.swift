import Dominio
import Testing

@testable import Conciliacao

@Suite struct PanoramaTests {
  private func financiado(_ nome: String, _ valor: String?) throws -> Cliente {
    Cliente(
      chave: try chave(nome), linhas: [2],
      situacao: Situacao(.financiado, valor: try reais(valor), fonte: nil, observacao: nil))
  }

  private func faturado(
    _ nome: String, _ valor: String, relatorio: Int, base: String = "2025-10"
  ) throws -> Cliente {
    var cliente = try financiado(nome, valor)
    let valor = try #require(try reais(valor))
    cliente.faturamento = Faturamento(
      valor: valor.arredondado, dia: try dia("2025-11-03"), contrato: "7", base: try mes(base),
      relatorio: relatorio)
    return cliente
  }

  @Test func everyReceivableStandsOnceAndTheSumsAreThoseOfTheBase() throws {
    let base = Base(
      competencia: try mes("2025-10"),
      clientes: [
        try faturado("A", "10.005", relatorio: 1), try financiado("B", "20.005"),
        try financiado("C", nil), try financiado("D", "0.5"),
        try faturado("E", "99", relatorio: 1, base: "2025-09"),
      ])
    let eprs = [
      EPRUsada(relatorio: 1, registros: [try noEPR("A")]),
      EPRUsada(relatorio: 2, registros: [try noEPR("B"), try noEPR("C")]),
    ]
    let panorama = Panorama(base, entre: [base], eprs: eprs)
    #expect(panorama.recebiveis.map(\.cliente.texto) == ["A", "B", "C", "D"])
    #expect(
      panorama.recebiveis.map(\.estado) == [
        .faturado(relatorio: 1, dia: try dia("2025-11-03"), devolvidoEm: nil), .assinado, .revisar,
        .aguardando,
      ])
    let abertos = panorama.recebiveis.filter { !$0.estado.ehFaturado }.compactMap(\.valor).soma
    #expect(abertos == panorama.totais.aReceber)
    #expect(panorama.faturados.valor == panorama.totais.faturado)
    #expect(panorama.aguardando == Panorama.Soma(clientes: 1, valor: Dinheiro(centavos: 50)))
    // The day is that of the EPR from which the report was made, though a later one has no such row.
    #expect(panorama.recebiveis[0].assinatura == (try dia("2025-10-30")))
    #expect(panorama.assinaturas.map(\.mes?.brasileiro) == ["10/2025"])
    #expect(panorama.assinaturas.map(\.faturado.valor) == [Dinheiro(centavos: 1001)])
    #expect(panorama.assinaturas.map(\.aFaturar.valor) == [Dinheiro(centavos: 2001)])
  }

  @Test func whoWasReleasedStandsBilledAndOpen() throws {
    var cliente = try faturado("A", "10", relatorio: 1)
    cliente.liberacao = Liberacao(dia: try dia("2025-11-04"), motivo: "x")
    let base = Base(competencia: try mes("2025-10"), clientes: [cliente])
    let panorama = Panorama(base, entre: [base], eprs: [])
    #expect(panorama.recebiveis.map(\.estado.ehFaturado) == [true, false])
    #expect(panorama.recebiveis.last?.estado == .aguardando)
  }

  @Test func whoWaitsStandsWithTheLargestValueFirst() throws {
    let base = Base(
      competencia: try mes("2025-10"),
      clientes: try [("A", "1"), ("B", "30"), ("C", nil), ("D", "30"), ("E", "4")].map {
        try financiado($0, $1)
      })
    let panorama = Panorama(base, entre: [base], eprs: [])
    #expect(panorama.esperas.map(\.cliente.texto) == ["B", "D", "E", "A"])
    #expect(panorama.aguardando.clientes == 5)
    #expect(panorama.assinaturas.isEmpty)
  }

  @Test func theBridgeBeginsAtTheLastMonthThatHasABase() throws {
    let bases = try ["2025-06", "2025-08", "2025-10", "2025-11"].map {
      Base(competencia: try mes($0))
    }
    #expect(Panorama(bases[2], entre: bases, eprs: []).ponte?.de == (try mes("2025-08")))
    #expect(Panorama(bases[0], entre: bases, eprs: []).ponte == nil)
  }
}
