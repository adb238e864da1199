import JSONDocuments
import TestSupport
import Testing

/// The first minute with the program: called alone, and asked to be configured.
@Suite struct FirstMinuteTests {
  @Test("Called alone, without data, it welcomes and names the command to begin with")
  func welcome() throws {
    let workspace = try Workspace()
    let outcome = try workspace.run([], environment: ["SOURCE_DATE_EPOCH": "1762178711"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Bem-vindo"))
    #expect(outcome.output.contains("  comissoes fechar --mes 2025-10 --pasta PASTA\n"))
    #expect(outcome.output.contains("comissoes configurar"))
    #expect(outcome.output.contains("comissoes --ajuda"))
    #expect(try workspace.tree().isEmpty, "looking leaves nothing behind")
  }

  @Test("Called alone it tells the state of the house in about ten lines, in JSON too")
  func stateOfTheHouse() throws {
    let month = try Month()
    _ = try month.close()
    let text = try month.workspace.run().output
    #expect(text.split(separator: "\n").count <= 12)
    for piece in [
      "Outubro/2025", "77 na Base Outubro/2025",
      "30 em aberto (▲ 18 de severidade alta, ◆ 12 média)",
      "9 clientes, R$ 849,55 (5 ainda sem valor em Gestores)",
      "nº 1, de 03/11/2025: 12 clientes, R$ 4.524,77", "comissoes alertas",
    ] {
      #expect(text.contains(piece), "\(piece) in \(text)")
    }
    let document = try month.run("--formato", "json")
    #expect(document["base"] == .string("2025-10"))
    #expect(document["alertas"]?["alta"] == .number(18))
    #expect(document["ultimo_relatorio"]?["valor"] == .string("4524.77"))
    #expect(document["danos"] == .array([]))
  }

  @Test("A damaged data directory is told of, and keeps nobody out")
  func damagedDirectory() throws {
    let month = try Month()
    _ = try month.close()
    try month.workspace.write("não é json", to: "dados/estado.json")
    let outcome = try month.workspace.run()
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("comissoes dados verificar"))
    #expect(outcome.output.contains("dados/estado.json"))
    #expect(!outcome.output.contains("Bem-vindo"))
  }

  @Test("configurar asks, shows the file, and writes it in one step")
  func asksForTheConfiguration() throws {
    let workspace = try Workspace()
    try workspace.write(Fixture.bytes("planilhas/mes/EPR_03-11-25.xls"), to: "baixados/x.xls")
    let before = #"{"linhas_de_cabecalho": 7, "mapeamento_forma": {"TED": "PAGO"}}"#
    try workspace.write(before, to: "config.json")
    let terminal = try Terminal()
    // No folder of that name; then one that is there; one FORMA, and no more; yes.
    terminal.type("guardados\rnada\rbaixados\rpermuta\rdesconto\r\rs\n")
    let outcome = try workspace.run(["configurar"], at: terminal)
    #expect(outcome.status == 0)
    #expect(outcome.complaints.unfolded.contains("não há pasta com este nome"))
    #expect(outcome.complaints.contains("x.xls: EPR"))
    #expect(outcome.complaints.unfolded.contains(#""pasta_das_planilhas": "baixados""#))
    let written = try decodeJSON(JSONValue.self, from: workspace.bytes("config.json"))
    #expect(written["diretorio_dados"] == .string("guardados"))
    #expect(written["pasta_das_planilhas"] == .string("baixados"))
    #expect(written["linhas_de_cabecalho"] == .number(7))
    #expect(
      written["mapeamento_forma"]
        == .object(["TED": .string("PAGO"), "PERMUTA": .string("DESCONTO")]))
    #expect(try workspace.bytes("config.json.anterior") == Array(before.utf8))
  }

  @Test(
    "configurar leaves everything as it was on Escape and on no",
    arguments: [
      "\u{1B}", "guardados\r\r\rn\n",
    ])
  func configurationNotWanted(keys: String) throws {
    let workspace = try Workspace()
    let terminal = try Terminal()
    terminal.type(keys)
    _ = try workspace.run(["configurar"], at: terminal)
    #expect(try workspace.tree().isEmpty)
  }

  @Test("configurar without a terminal says how to do without questions, and does it")
  func configuresWithoutQuestions() throws {
    let workspace = try Workspace()
    let outcome = try workspace.run("configurar")
    #expect(outcome.status == 64)
    #expect(outcome.complaints.contains("--pasta PASTA"))
    #expect(try workspace.run("configurar", "--pasta", "nada").status == 66)
    try workspace.write("", to: "baixados/vazio")
    let words = ["configurar", "--dados", "guardados", "--pasta", "baixados", "--epr", "e.xls"]
    let dry = try workspace.run(words + ["--dry-run", "--formato", "json"]).document()
    #expect(dry["gravado"] == .boolean(false))
    #expect(try workspace.tree()["config.json"] == nil)
    let document = try workspace.run(words + ["--formato", "json"]).document()
    #expect(document["gravado"] == .boolean(true))
    let written = try decodeJSON(JSONValue.self, from: workspace.bytes("config.json"))
    #expect(written["planilhas"]?["epr"] == .string("e.xls"))
    #expect(try workspace.run(words).output.contains("já diz isso"))
  }

  @Test("The folder of the configuration is where fechar looks")
  func configuredFolder() throws {
    let workspace = try Workspace()
    try workspace.write(#"{"pasta_das_planilhas": "\#(Month.sheets)"}"#, to: "config.json")
    let outcome = try workspace.run("fechar", "--mes", "2025-10", "--sim")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains("12 clientes faturados, total R$ 4.524,77"))
  }
}
