import CommandLineKit
import Dominio
import Testing

@testable import ComissoesCLI

@Suite struct MesParecidoTests {
  @Test(
    "A month written otherwise is proposed",
    arguments: [
      "outubro/2025", "out/25", "Outubro de 2025", "2025/10", "10-2025", "202510", "102025",
      "10 2025",
    ])
  func proposed(text: String) {
    #expect(Competencia(parecidaCom: text)?.iso == "2025-10")
    let reason = #expect(throws: InvalidValue.self) { try lerMes(text) }
    #expect(reason?.reason == "você quis dizer 2025-10?")
  }

  @Test(
    "What could be anything is not", arguments: ["", "13/2025x", "ou/2025", "2025", "1/2/3", "x"])
  func notProposed(text: String) {
    #expect(Competencia(parecidaCom: text) == nil)
  }
}
