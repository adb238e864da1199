import Foundation
import TestSupport
import Testing

/// A spreadsheet that somebody has open is told, and never overwritten.
@Suite struct OpenSheetTests {
  private let month: Month

  init() throws { month = try Month() }

  @Test(arguments: [("~$A.xlsx", "Excel"), (".~lock.A.xlsx#", "LibreOffice")])
  func anInputThatIsOpenIsTold(lock: String, program: String) throws {
    let workspace = month.workspace
    try FileManager.default.copyItem(
      atPath: Month.acompanhamento, toPath: workspace.file("A.xlsx"))
    let words = ["base", "criar", "--mes", "2025-10", "--acompanhamento", "A.xlsx", "--dry-run"]
    #expect(try !workspace.run(words).complaints.contains("aberta"))
    try workspace.write("", to: lock)
    let outcome = try workspace.run(words)
    #expect(outcome.status == 0)
    #expect(outcome.complaints.contains("Aviso: A.xlsx está aberta no \(program)"))
    #expect(outcome.complaints.contains("salve, feche e rode de novo."))
    #expect(try workspace.run("planilha", "mostrar", "A.xlsx").complaints.contains(program))
  }

  @Test(arguments: ["pasta/~$R.xlsx", "pasta/.~lock.R.xlsx#"])
  func anOutputThatIsOpenIsRefused(lock: String) throws {
    let workspace = month.workspace
    _ = try month.base()
    _ = try month.controle()
    try workspace.write("", to: lock)
    let before = try workspace.tree()
    let outcome = try month.recebimentos("--saida", "pasta/R.xlsx")
    #expect(outcome.status == 73)
    #expect(outcome.complaints.contains("Feche a planilha"))
    #expect(try workspace.tree() == before)
  }
}
