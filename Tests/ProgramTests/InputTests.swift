import Dominio
import Planilhas
import TestSupport
import Testing

@testable import ComissoesCLI

/// What is recorded of a spreadsheet must be what was read.
@Suite struct InputTests {
  @Test("A spreadsheet that is saved again while it is read is refused")
  func changedWhileRead() throws {
    let workspace = try Workspace()
    try workspace.write(Fixture.bytes("casos/1/gestores.xlsx"), to: "G.xlsx")
    let entrada = Entrada(planilha: .gestores, caminho: workspace.file("G.xlsx"), opcoes: .init())
    let other = try Fixture.bytes("casos/2/gestores.xlsx")
    let falha = try #require(throws: Falha.self) {
      try entrada.ler { workbook, arquivo, opcoes throws(PlanilhaError) in
        let leitura = try importarGestores(workbook, arquivo: arquivo, opcoes: opcoes)
        #expect(throws: Never.self) { try workspace.write(other, to: "G.xlsx") }
        return leitura
      }
    }
    #expect(falha.codigo == .badData)
    #expect(falha.mensagens.first?.contains("mudou enquanto era lida") == true)
  }
}
