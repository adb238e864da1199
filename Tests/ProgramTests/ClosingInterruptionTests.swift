import JSONDocuments
import TestSupport
import Testing

/// Control-C at the questions of `fechar`. Docs/regras.md §9
@Suite struct ClosingInterruptionTests {
  private static let questions = ["Qual vale? (1 a 2)", "[s/N]"]

  @Test(
    "Control-C at a question: nothing is billed, the shell sees 130, the terminal is as it was",
    arguments: questions)
  func controlC(question: String) throws {
    let workspace = try Workspace()
    for sheet in ["ACOMPANHAMENTO_SKILL_2025.xlsx", "COMISSÕES_GESTORES.xlsx", "EPR_03-11-25.xls"] {
      try workspace.write(Fixture.bytes("planilhas/mes/\(sheet)"), to: "baixados/\(sheet)")
    }
    try workspace.write(
      Fixture.bytes("planilhas/mes/relatorio-comissoes_WebroPay.xlsx"), to: "baixados/w.xlsx")
    try workspace.write(
      "Nome Mutuário;Data de Assinatura\nANA LIMA;01/11/2025\n", to: "baixados/epr novo.csv")
    let terminal = try Terminal()
    let usual = try terminal.settings()
    let program = try SeatedProgram(
      [Workspace.program, "fechar", "--mes", "2025-10", "--pasta", "baixados"],
      in: workspace.path, environment: ["PATH": "/usr/bin:/bin", "TERM": "xterm"], at: terminal,
      within: 120)
    try program.wait { $0.contains(Self.questions[0]) }
    if question != Self.questions[0] {
      terminal.type("1\r")
      try program.wait { $0.contains(question) }
    }
    terminal.type("\u{3}")
    // Which a shell tells as 130.
    #expect(try program.end() == .signal(2))
    #expect(try terminal.settings() == usual)

    let left = try workspace.tree()
    #expect(!left.keys.contains { $0.hasPrefix("dados/relatorios/") })
    #expect(!left.keys.contains { $0.contains(".tmp") })
    if question == Self.questions[0] {
      #expect(left["dados"] == nil, "nothing at all was begun")
    } else {
      let verified = try workspace.run("dados", "verificar")
      #expect(verified.status == 0, "\(verified.output)\(verified.complaints)")
      let base = try workspace.run("base", "mostrar", "--formato", "json").document()
      #expect(base["clientes"]?.elements.contains { $0["ja_pago"] == .boolean(true) } == false)
    }
    try workspace.remove("baixados/epr novo.csv")
    let again = try workspace.run(
      "fechar", "--mes", "2025-10", "--pasta", "baixados", "--sim", "--formato", "json")
    #expect(try again.document()["recebimentos"]?["totais"]?["clientes_a_receber"] == .number(12))
  }
}
