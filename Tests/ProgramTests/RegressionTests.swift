import TestSupport
import Testing

/// Defects of the program that were found once, each under its name.
@Suite struct RegressionTests {
  @Test(
    "A command that fails on its first run leaves no data directory behind",
    arguments: [
      ["base", "criar", "--mes", "2025-10", "--acompanhamento", "não-há.xlsx"],
      ["base", "criar", "--mes", "2025-10", "--acompanhamento", Month.gestores],
      ["controle", "--gestores", Month.gestores, "--webopay", Month.webopay],
      ["recebimentos", "--epr", Month.epr],
      ["recebimentos", "--epr", Month.epr, "--mes", "2025-10"],
    ])
  func failureLeftAnEmptyDataDirectory(words: [String]) throws {
    let workspace = try Workspace()
    let outcome = try workspace.run(words)
    #expect([65, 66].contains(outcome.status), "\(outcome.complaints)")
    #expect(try workspace.tree().isEmpty)
  }

  @Test("Dates of the first rows were shown to people as programs write them")
  func firstRowsShowedISODates() throws {
    let workspace = try Workspace()
    let table = try workspace.run("planilha", "mostrar", Month.epr)
    #expect(table.output.contains("  18/07/2025 "))
    #expect(!table.output.contains("2025-07-18"))
    let document = try workspace.run("planilha", "mostrar", Month.epr, "--formato", "json")
    #expect(document.output.contains("\"2025-07-18\""))
  }

  @Test("A mistyped data directory is not made by a command that needs a base")
  func mistypedDataDirectoryWasMade() throws {
    let month = try Month()
    #expect(try month.base().status == 0)
    let before = try month.workspace.tree()
    let outcome = try month.controle("--dados", "dadso")
    #expect(outcome.status == 66)
    #expect(outcome.complaints.contains("dadso: ainda não há nenhuma base"))
    #expect(try month.workspace.tree() == before)
  }
}
