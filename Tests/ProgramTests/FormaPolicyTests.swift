import Foundation
import JSONDocuments
import TestSupport
import Testing

/// `config forma`: the mapping of FORMA as a policy that is set, and shows what it does.
@Suite struct FormaPolicyTests {
  private let month: Month
  private var workspace: Workspace { month.workspace }

  init() throws { month = try Month() }

  private func forma(_ words: String...) throws -> Outcome {
    try workspace.run(["config", "forma"] + words)
  }

  private func config() throws -> String {
    String(decoding: try workspace.bytes("config.json"), as: UTF8.self)
  }

  @Test func aFileIsMadeWhereThereIsNone() throws {
    let outcome = try forma("quitado", "financiado")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("QUITADO passa a significar FINANCIADO (era ALERTA).\n"))
    #expect(
      try config() == "{\n  \"mapeamento_forma\": {\n    \"QUITADO\": \"FINANCIADO\"\n  }\n}\n")
    #expect(try workspace.tree().keys.sorted() == ["config.json"])
  }

  @Test func theRestOfTheFileStaysByteByByte() throws {
    let before =
      "{ \"planilhas\":{\"epr\" : \"E.xls\"},\r\n\t\"mapeamento_forma\":\t{\"Fin\":\"FINANCIADO\","
      + " \"quitado\" :\"ALERTA\"},   \"chave_minha\": [1,2 , 3.50]}"
    try workspace.write(before, to: "config.json")
    #expect(try forma("QUITADO", "PAGO").status == 0)
    #expect(try config() == before.replacing("\"ALERTA\"", with: "\"PAGO\""))
    #expect(
      String(decoding: try workspace.bytes("config.json.anterior"), as: UTF8.self) == before)
    let again = try forma("QUITADO", "PAGO")
    #expect(again.output == "QUITADO já significa PAGO; nada foi mudado.\n")
  }

  @Test func aDryRunShowsTheLinesAndWritesNothing() throws {
    let before = "{\n  \"mapeamento_forma\": {\n    \"QUITADO\": \"PAGO\"\n  }\n}\n"
    try workspace.write(before, to: "config.json")
    let outcome = try forma("QUITADO", "DESCONTO", "--dry-run")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains("  -     \"QUITADO\": \"PAGO\"\n  +     \"QUITADO\": \"DESCONTO\"\n"))
    #expect(try workspace.tree() == ["config.json": Array(before.utf8)])
  }

  @Test func aLinkStaysALink() throws {
    try workspace.write("{}", to: "real/c.json")
    try FileManager.default.createSymbolicLink(
      atPath: workspace.file("config.json"), withDestinationPath: "real/c.json")
    #expect(try forma("QUITADO", "PAGO").status == 0)
    let link = try FileManager.default.destinationOfSymbolicLink(
      atPath: workspace.file("config.json"))
    #expect(link == "real/c.json")
    #expect(try config().contains("PAGO"))
  }

  @Test(arguments: [
    "", "{", "[]", "{\"mapeamento_forma\": []}", "{\"mapeamento_forma\": {\"X\": \"TALVEZ\"}}",
    "{\"mapeamento_forma\": {}, \"mapeamento_forma\": {}}",
  ])
  func aBrokenFileIsRefusedUntouched(text: String) throws {
    try workspace.write(text, to: "config.json")
    let outcome = try forma("QUITADO", "PAGO")
    #expect(outcome.status == 78)
    #expect(try workspace.tree() == ["config.json": Array(text.utf8)])
  }

  @Test func wrongWordsAreUsageErrors() throws {
    let outcome = try forma("QUITADO", "TALVEZ")
    #expect(outcome.status == 64)
    #expect(outcome.complaints.contains("PAGO, FINANCIADO, DESCONTO ou ALERTA"))
    #expect(try forma("QUITADO").status == 64)
    #expect(try forma(" ", "PAGO").status == 64)
    #expect(try forma("QUITADO", "PAGO", "--formato", "csv").status == 64)
    #expect(try forma("QUITADO", "PAGO", "--config", "nada.json").status == 66)
    #expect(try workspace.tree().isEmpty)
  }

  @Test func theListTellsWhatHoldsAndHowOftenItStands() throws {
    _ = try month.base()
    _ = try month.controle()
    _ = try forma("PERMUTA C/ VEÍCULO", "DESCONTO")
    let formas = try #require(try forma("--formato", "json").document()["formas"])
    let permuta = try #require(formas.element("forma", "PERMUTA C/ VEICULO"))
    #expect(permuta["sentido"]?.string == "DESCONTO")
    #expect(permuta["origem"]?.string == "configuracao")
    #expect(permuta["ocorrencias"]?.integer == 1)
    #expect(formas.element("forma", "PIX")?["origem"]?.string == "usual")
    #expect(formas.element("forma", "PIX")?["ocorrencias"]?.integer == 24)
    let csv = try forma("--formato", "csv").output
    #expect(csv.contains("QUITADO,ALERTA,usual,3\r\n"))
  }

  @Test func theNextControleTellsWhatTheMappingChanged() throws {
    _ = try month.base()
    let first = try month.controle()
    #expect(!first.complaints.contains("O sentido de uma FORMA mudou"))
    _ = try forma("QUITADO", "FINANCIADO")
    let said =
      "O sentido de uma FORMA mudou desde o último controle: QUITADO → FINANCIADO (era ALERTA);"
      + " 2 clientes estão diferentes por isso.\n"
    #expect(try month.controle("--dry-run").complaints.contains(said))
    #expect(
      try !month.controle("--dry-run", "--formato", "json").complaints.contains(
        "O sentido de uma FORMA mudou"))
    #expect(try month.controle().complaints.contains(said))
    #expect(try !month.controle().complaints.contains("O sentido de uma FORMA mudou"))
    // Taken back, that controle is the last no more.
    #expect(try workspace.run("desfazer").status == 0)
    #expect(try workspace.run("desfazer").status == 0)
    #expect(try month.controle("--dry-run").complaints.contains("O sentido de uma FORMA mudou"))
  }

  @Test("A new meaning stood in no record: neither who gave it, nor when")
  func aChangeWithoutARecord() throws {
    _ = try month.base()
    _ = try month.controle()
    let bases = try month.data()
    #expect(try forma("QUITADO", "FINANCIADO").output.hasSuffix("Registrado como operação 3.\n"))
    #expect(try forma("QUITADO", "FINANCIADO").output.contains("nada foi mudado"))
    _ = try forma("QUITADO", "PAGO", "--dry-run")
    let operations = try workspace.run("historico", "listar", "--formato", "json")
      .document()["operacoes"]?.elements
    #expect(operations?.count == 3)
    #expect(operations?.last?["acao"] == .string("configurar_forma"))
    #expect(operations?.last?["argumentos"]?["antes"] == .string("ALERTA"))
    #expect(try workspace.run("historico", "listar").output.contains("QUITADO → FINANCIADO"))
    let log = try workspace.run("auditoria", "listar", "--acao", "configurar_forma")
    #expect(log.output.contains("FINANCIADO") && !log.output.contains("mapeamento_forma"))
    #expect(try workspace.run("dados", "verificar").status == 0)
    #expect(try workspace.run("desfazer", "2").status == 0)
    #expect(try workspace.run("refazer").status == 0)
    #expect(try month.data() == bases)
  }

  @Test("To go back on a meaning somebody had to write a command: desfazer did not do it")
  func aMeaningIsTakenBackByteForByte() throws {
    let before = "{ \"planilhas\": {},\r\n\t\"mapeamento_forma\": {\"quitado\" :\"ALERTA\"} }"
    _ = try month.base()
    try workspace.write(before, to: "config.json")
    try set(0o640, of: "config.json")
    #expect(try forma("QUITADO", "FINANCIADO").status == 0)
    let after = try config()
    let bases = try month.data()
    let dry = try workspace.run("desfazer", "--dry-run", "--formato", "json").document()
    #expect(dry["configuracao"]?["arquivo"]?.string?.hasSuffix("/config.json") == true)
    #expect(dry["configuracao"]?["linhas"]?.elements.count == 2)
    #expect(try config() == after)
    let undone = try workspace.run("desfazer")
    #expect(undone.status == 0, "\(undone.complaints)")
    #expect(try config() == before)
    #expect(try mode("config.json") == 0o640)
    #expect(try workspace.run("refazer").status == 0)
    #expect(try config() == after)
    #expect(try month.data() == bases)
    #expect(try workspace.run("desfazer").status == 0)
    // Nothing is in the way of what was done before.
    #expect(try workspace.run("desfazer").status == 0)
    #expect(try month.data().isEmpty)
    #expect(try config() == before)
    #expect(try workspace.run("dados", "verificar").status == 0)
  }

  @Test func aFileThatWasMadeIsTakenAwayAgain() throws {
    _ = try month.base()
    _ = try forma("QUITADO", "FINANCIADO")
    let made = try config()
    #expect(try workspace.run("desfazer").status == 0)
    #expect(try !workspace.tree().keys.contains("config.json"))
    #expect(try workspace.run("refazer").status == 0)
    #expect(try config() == made)
  }

  @Test("What somebody has written into the configuration since is never lost to desfazer")
  func aConfigurationThatWasChangedSinceStays() throws {
    _ = try month.base()
    _ = try forma("QUITADO", "FINANCIADO")
    let changed = try config().replacing("FINANCIADO", with: "PAGO")
    try workspace.write(changed, to: "config.json")
    for words in [["desfazer"], ["desfazer", "--dry-run"], ["desfazer", "2"]] {
      let refused = try workspace.run(words)
      #expect(refused.status == 65)
      #expect(refused.complaints.contains("já não é a que a operação 2 (config forma) deixou"))
      #expect(refused.complaints.contains("Diferença: +     \"QUITADO\": \"PAGO\""))
      #expect(
        refused.complaints.contains(
          "Para voltar: comissoes config forma \"QUITADO\" ALERTA --config "))
      #expect(refused.complaints.contains("'comissoes desfazer 1'"))
    }
    #expect(try config() == changed)
    // Two changes of one file go back in their order.
    try workspace.write(changed.replacing("PAGO", with: "FINANCIADO"), to: "config.json")
    _ = try forma("PERMUTA", "DESCONTO")
    let first = try workspace.run("desfazer", "2")
    #expect(first.status == 65)
    #expect(first.complaints.contains("Desfaça primeiro, nesta ordem: 3 (config forma)"))
  }

  private func said(_ words: String...) throws -> JSONValue? {
    try workspace.run(
      ["controle", "--gestores", Month.gestores, "--webopay", Month.webopay, "--formato", "json"]
        + words
    ).document()["mapeamento_forma"]
  }

  @Test("The first controle of a month is held against the last one of the month before")
  func theFirstControleOfAMonthSaidNothing() throws {
    _ = try month.base()
    #expect(try said() == .array([]))
    _ = try forma("QUITADO", "FINANCIADO")
    _ = try month.base("2025-11")
    let changes = try #require(try said("--mes", "2025-11", "--dry-run"))
    #expect(changes.elements.count == 1)
    let quitado = changes.element("forma", "QUITADO")
    #expect(quitado?["antes"] == .string("ALERTA"))
    #expect(quitado?["depois"] == .string("FINANCIADO"))
    #expect(quitado?["clientes"] == .number(2))
    #expect(quitado?["desde"] == .number(2))
    let text = try month.controle("--mes", "2025-11").complaints
    #expect(text.contains("desde o último controle, o de Outubro/2025: QUITADO → FINANCIADO"))
    #expect(try said("--mes", "2025-11") == .array([]))
  }

  @Test("Only who stands otherwise because of the mapping is counted")
  func everyChangedClientOfTheFormaWasCounted() throws {
    _ = try month.base()
    // Nobody has been through a controle with this status word; the second one changes them all.
    try workspace.write(
      #"{"mapeamento_status": {"EM ABERTO": "DESISTIU"}}"#, to: "config.json")
    _ = try said()
    try workspace.write(
      #"{"mapeamento_forma": {"FIN": "PAGO", "FIN + IMOB": "FINANCIADO"}}"#, to: "config.json")
    let byStatus = try #require(try said("--dry-run"))
    #expect(byStatus.texts("forma") == ["FIN"])
    let counted = try #require(byStatus.element("forma", "FIN")?["clientes"]?.integer)
    // The same change, with nothing else that changes.
    try workspace.write("{}", to: "config.json")
    _ = try said()
    try workspace.write(#"{"mapeamento_forma": {"FIN": "PAGO"}}"#, to: "config.json")
    #expect(
      try said("--dry-run")?.element("forma", "FIN")?["clientes"]?.integer == counted)
  }

  @Test("A client whose FORMA stands under a linked name is counted")
  func linksWereNotFollowed() throws {
    _ = try month.base()
    _ = try said()
    #expect(
      try workspace.run(
        "cliente", "vincular", "VIVIANE SOUZA GONCALVES", "VIVIAN SOUZA GONCALVES", "--motivo", "x"
      ).status == 0)
    _ = try said()
    func counted() throws -> Int {
      try said("--dry-run")?.elements.reduce(0) { $0 + ($1["clientes"]?.integer ?? 0) } ?? 0
    }
    try workspace.write(
      #"{"mapeamento_forma": {"FIN": "ALERTA", "FIN + IMOB": "ALERTA", "FINANCIADO": "ALERTA"}}"#,
      to: "config.json")
    let linked = try counted()
    try workspace.remove("config.json")
    #expect(
      try workspace.run("cliente", "desvincular", "VIVIANE SOUZA", "--motivo", "x").status == 0)
    _ = try said()
    try workspace.write(
      #"{"mapeamento_forma": {"FIN": "ALERTA", "FIN + IMOB": "ALERTA", "FINANCIADO": "ALERTA"}}"#,
      to: "config.json")
    #expect(try counted() == linked - 1)
  }

  @Test("Two spellings of one FORMA that disagree are an error that names both")
  func contradictorySpellingsWereAccepted() throws {
    let text =
      #"{"mapeamento_forma": {"À VISTA": "PAGO", "a vista": "DESCONTO", "X": "PAGO", "x": "PAGO"}}"#
    try workspace.write(text, to: "config.json")
    for outcome in [try forma(), try forma("A VISTA", "PAGO")] {
      #expect(outcome.status == 78)
      #expect(
        outcome.complaints
          == "Erro: config.json: `mapeamento_forma`: \"a vista\" e \"À VISTA\" são a mesma palavra e"
          + " dizem coisas diferentes (DESCONTO e PAGO); deixe só uma.\n")
    }
    #expect(try workspace.tree() == ["config.json": Array(text.utf8)])
  }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: workspace.file(name))[.posixPermissions]
      as? Int
  }

  private func set(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: workspace.file(name))
  }

  @Test func theFileKeepsItsPermissions() throws {
    try workspace.write("{}", to: "config.json")
    try set(0o640, of: "config.json")
    #expect(try forma("QUITADO", "PAGO").status == 0)
    #expect(try mode("config.json") == 0o640)
    #expect(try mode("config.json.anterior") == 0o640)
  }

  @Test func aProtectedFileWasReplaced() throws {
    try workspace.write("{}", to: "config.json")
    try set(0o444, of: "config.json")
    let outcome = try forma("QUITADO", "PAGO")
    #expect(outcome.status == 73)
    #expect(outcome.complaints.contains("config.json: o arquivo está protegido contra gravação"))
    #expect(try workspace.tree() == ["config.json": Array("{}".utf8)])
    #expect(try mode("config.json") == 0o444)
  }

  @Test("Lines that end as on Windows are shown one by one, and stay so")
  func theLinesShownOfAWindowsFileWereGarbage() throws {
    let before = "{\r\n  \"mapeamento_forma\": {\r\n    \"QUITADO\": \"PAGO\"\r\n  }\r\n}\r\n"
    try workspace.write(before, to: "config.json")
    let outcome = try forma("QUITADO", "DESCONTO")
    #expect(
      outcome.output.contains(
        "\n  -     \"QUITADO\": \"PAGO\"\n  +     \"QUITADO\": \"DESCONTO\"\n"))
    #expect(try config() == before.replacing("\"PAGO\"", with: "\"DESCONTO\""))
  }

  @Test("Only a file is a configuration: of a pipe one would wait for ever")
  func aPipeAsConfigurationHung() throws {
    let made = try workspace.run(["ff"], program: "/usr/bin/mkfifo")
    #expect(made.status == 0)
    let outcome = try forma("--config", "ff")
    #expect(outcome.status == 66)
    #expect(outcome.complaints.contains("ff: não é um arquivo comum"))
  }
}
