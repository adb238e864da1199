import Dominio
import Testing

@testable import Planilhas

/// A sheet with the right header and nothing to use below it.
struct PlanilhaVaziaTests {
  @Test("A sheet without a single record was read in silence")
  func emptySheetIsTold() throws {
    let avisos =
      try lerAcompanhamento([]).avisos + lerGestores([]).avisos + lerWeboPay([]).avisos
      + lerEPR([]).avisos
    #expect(
      avisos.map(\.lugar) == [
        "acompanhamento.xlsx/Plan1/A1", "gestores.xlsx/Plan1/A1", "webopay.xlsx/Plan1/A1",
        "epr.xls/Plan1/A1",
      ])
    #expect(avisos.allSatisfy { $0.mensagem.hasPrefix("nenhuma linha abaixo do cabeçalho") })
  }

  @Test("Rows without a name are no records")
  func rowsWithoutNames() throws {
    #expect(try lerGestores([[nil, "PIX"], [" \u{A0}", "FIN"]]).avisos.count == 1)
  }

  @Test("One record is enough")
  func oneRecord() throws {
    #expect(try lerGestores([["ANA"]]).avisos.isEmpty)
  }
}
