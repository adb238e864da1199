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

  @Test func anEmptyBaseHasAllSixStatuses() throws {
    let totais = Totais(try base())
    #expect(totais.porStatus.keys.sorted { $0.rawValue < $1.rawValue }.count == 6)
    #expect(totais.aReceber == .zero)
  }
}
