import ComissoesCLI
import JSONDocuments
import TestSupport
import Testing

/// `desfazer` and `refazer` as a person at a terminal, and a script, meet them.
@Suite struct WayBackTests {
  private static let sheets = Fixture.path("planilhas/mes")
  private static let criar = [
    "base", "criar", "--mes", "2025-10", "--acompanhamento",
    "\(sheets)/ACOMPANHAMENTO_SKILL_2025.xlsx",
  ]
  private static let controle = [
    "controle", "--gestores", "\(sheets)/COMISSÕES_GESTORES.xlsx",
    "--webopay", "\(sheets)/relatorio-comissoes_WebroPay.xlsx",
  ]

  private func operacoes(_ session: Session) throws -> Int? {
    try session.document("historico", "listar")["operacoes"]?.array?.count
  }

  @Test("At a terminal it is shown what would change, then asked, and a no changes nothing")
  func desfazerNeverAsked() throws {
    let month = try Month()
    _ = try month.close()
    let before = try month.workspace.tree()
    let terminal = try Terminal()
    terminal.type("n\n")
    let refused = try month.workspace.run(["desfazer"], at: terminal)
    #expect(refused.status == 0)
    #expect(refused.output.isEmpty)
    let screen = refused.complaints
    let plan = try #require(screen.firstRange(of: "12 clientes mudam"))
    let question = try #require(screen.firstRange(of: "Desfazer a operação 3? [s/N] "))
    #expect(plan.upperBound < question.lowerBound)
    #expect(screen.contains("Nada foi mudado."))
    #expect(try month.workspace.tree() == before)

    terminal.type("s\n")
    let done = try month.workspace.run(["desfazer"], at: terminal)
    #expect(done.status == 0)
    #expect(
      done.output
        == "Operação 3 desfeita. Isso ficou registrado como operação 4; para refazê-la:"
        + " comissoes refazer 3\n")
  }

  @Test("With --sim, and where nobody sits, nobody is asked; the changes are shown first")
  func desfazerOfAScript() throws {
    let month = try Month()
    _ = try month.close()
    let undone = try month.workspace.run("desfazer")
    #expect(undone.status == 0)
    let plan = try #require(undone.output.firstRange(of: "12 clientes mudam"))
    let end = try #require(undone.output.firstRange(of: "Operação 3 desfeita."))
    #expect(plan.upperBound < end.lowerBound)

    let redone = try month.workspace.run(["refazer", "--sim"], at: try Terminal())
    #expect(redone.status == 0)
    #expect(redone.output.contains("Operação 3 refeita."))
    #expect(!redone.complaints.contains("[s/N]"))
  }

  @Test("What another terminal does while one is asked is not taken back in its place")
  func bareDesfazerWithTwoTerminals() throws {
    let session = Session()
    #expect(session.run(Self.criar).code == .done)
    let outcome = session.run(["desfazer"]) { question in
      #expect(question == "Desfazer a operação 1?")
      // The lock is free while somebody thinks.
      #expect(session.run(Self.controle).code == .done)
      return true
    }
    #expect(outcome.code == .busy)
    #expect(outcome.errors.contains("foi gravado mais: 2 (controle, por rosa)"))
    #expect(try operacoes(session) == 2)

    let twice = session.run(["desfazer"]) { _ in
      #expect(session.run(["desfazer"]).code == .done)
      return true
    }
    #expect(twice.code == .busy)
    #expect(try operacoes(session) == 3)
  }

  @Test("The report that ceases is named; one that was changed by hand stays, and nothing is done")
  func desfazerDeletedAHandEditedReport() throws {
    let month = try Month()
    _ = try month.close()
    let name = "dados/relatorios/2025-10-recebimentos-0001.xlsx"
    let plan = try month.workspace.run("desfazer", "--dry-run").output
    #expect(plan.contains("Relatório nº 1, de 03/11/2025 (12 clientes, R$ 4.524,77): deixa de"))
    #expect(plan.contains(name))

    let good = try month.workspace.bytes(name)
    try month.workspace.write(good + [0], to: name)
    let before = try month.workspace.tree()
    #expect(try month.workspace.run("desfazer", "--dry-run").output.contains("alterado por fora"))
    let refused = try month.workspace.run("desfazer")
    #expect(refused.status == 65)
    #expect(refused.complaints.contains("\(name): o relatório nº 1 foi alterado por fora"))
    #expect(try month.workspace.tree() == before)

    try month.workspace.remove(name)
    let document = try month.workspace.run("desfazer", "--formato", "json").document()
    #expect(document["relatorios"]?.elements.first?["retirado"] == .boolean(true))
    let back = try month.workspace.run("refazer", "--formato", "json").document()
    #expect(back["relatorios"]?.elements.first?["retirado"] == .boolean(false))
    #expect(try month.workspace.bytes(name) == good)
  }

  @Test("What nobody could see is not done")
  func desfazerWithoutAReader() throws {
    let month = try Month()
    _ = try month.close()
    let before = try month.workspace.tree()
    let words = [Workspace.program, "desfazer"].map { "'\($0)'" }.joined(separator: " ")
    let outcome = try month.workspace.run(
      ["-c", "\(words) > /dev/full"], program: "/bin/sh")
    #expect(outcome.status == 74)
    #expect(try month.workspace.tree() == before)
  }

  @Test("Each refusal says what it is about, and what can be done instead")
  func contradictoryHintsOfDesfazer() throws {
    let session = Session()
    #expect(session.run(["desfazer"]).errors.contains("não há dados aqui"))
    #expect(session.run(Self.criar).code == .done)
    #expect(session.run(["refazer"]).errors.contains("nada a refazer"))
    #expect(session.run(["refazer", "1"]).errors.contains("A operação 1 não está desfeita"))
    #expect(session.run(["desfazer"]).code == .done)
    #expect(
      session.run(["desfazer", "1"]).errors.contains("A operação 1 já está desfeita"))
    let counter = session.run(["desfazer", "2"]).errors
    #expect(counter.contains("é ela mesma um 'desfazer 1'"))
    #expect(counter.contains("'comissoes refazer 1' a refaz"))
    #expect(session.run(["desfazer", "9"]).code == .noInput)
  }
}
