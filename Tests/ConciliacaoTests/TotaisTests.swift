import Dominio
import Testing

@testable import Conciliacao

struct TotaisTests {
  @Test func theTotalsOfABase() throws {
    let totais = Totais(
      try base(
        "2025-10", cliente("A", .financiado, valor: "331.4805"),
        cliente("B", .financiado, valor: "0.005"), cliente("C", .financiado),
        cliente("D", .financiado, valor: "40", faturamento: faturado("40", em: "2025-10")),
        cliente("E", .financiado, valor: "50", faturamento: faturado("50", em: "2025-09")),
        cliente("F", .desistiu, valor: "0", faturamento: faturado("60", em: "2025-10")),
        cliente("G", .desistiu, valor: "0"), cliente("H", .pago, valor: "80"),
        cliente("I", .requerAnalise, valor: "90"), cliente("J")))
    #expect(totais.clientes == 10)
    #expect(
      totais.porStatus == [
        .nulo: 1, .financiado: 5, .pago: 1, .desconto: 0, .desistiu: 2, .requerAnalise: 1,
      ])
    #expect(totais.aReceber == Dinheiro("331.49"))
    #expect(totais.faturado == Dinheiro("100"), "what was inherited belongs to the other month")
    #expect(totais.desistencias == 2)
    #expect(totais.requerAnalise == 1)
    #expect(totais.estornos == Dinheiro("60"))
  }

  @Test func whatAnotherMonthBilledIsNotToBeReceived() throws {
    let novembro = try base(
      "2025-11", cliente("A", .financiado, valor: "10"), cliente("B", .financiado, valor: "20"),
      cliente("C", .desistiu, valor: "0"))
    let outubro = try base(
      "2025-10", cliente("A", .financiado, valor: "10", faturamento: faturado("10", em: "2025-10")),
      cliente("C", .financiado, valor: "5", faturamento: faturado("5", em: "2025-10")))
    #expect(Totais(novembro).aReceber == Dinheiro("30"), "it knows of no other month")
    let bases = comHerancas([outubro, novembro])
    #expect(bases[0] == outubro)
    #expect(Totais(bases[1]).aReceber == Dinheiro("20"))
    #expect(Totais(bases[1]).faturado == .zero)
    #expect(Totais(bases[1]).estornos == Dinheiro("5"))
    #expect(novembro.comHerancas(de: [outubro]) == bases[1])
  }

  @Test func whatWasGivenBackIsToldApartAndWhoIsReleasedIsToBeReceived() throws {
    var devolvido = try faturado("40", em: "2025-10")
    devolvido.devolucao = Devolucao(dia: try dia("2025-11-05"), motivo: "PIX")
    var liberado = try cliente(
      "B", .financiado, valor: "7", faturamento: faturado("5", em: "2025-10"))
    liberado.liberacao = Liberacao(dia: try dia("2025-11-05"), motivo: "segundo contrato")
    let totais = Totais(
      try base(
        "2025-10", cliente("A", .financiado, valor: "40", faturamento: devolvido), liberado))
    #expect(totais.faturado == Dinheiro("45"))
    #expect(totais.devolvido == Dinheiro("40"))
    #expect(totais.aReceber == Dinheiro("7"))
  }

  @Test func anEmptyBaseHasAllSixStatuses() throws {
    let totais = Totais(try base())
    #expect(totais.porStatus.keys.sorted { $0.rawValue < $1.rawValue }.count == 6)
    #expect(totais.aReceber == .zero)
  }
}
