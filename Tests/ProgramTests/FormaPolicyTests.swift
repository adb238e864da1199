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
    #expect(!first.complaints.contains("mapeamento_forma mudou"))
    _ = try forma("QUITADO", "FINANCIADO")
    let said =
      "mapeamento_forma mudou desde o último controle: QUITADO → FINANCIADO (era ALERTA);"
      + " 2 clientes mudaram por isso.\n"
    #expect(try month.controle("--dry-run").complaints.contains(said))
    #expect(
      try !month.controle("--dry-run", "--formato", "json").complaints.contains(
        "mapeamento_forma mudou"))
    #expect(try month.controle().complaints.contains(said))
    #expect(try !month.controle().complaints.contains("mapeamento_forma mudou"))
    // Taken back, that controle is the last no more.
    #expect(try workspace.run("desfazer").status == 0)
    #expect(try workspace.run("desfazer").status == 0)
    #expect(try month.controle("--dry-run").complaints.contains("mapeamento_forma mudou"))
  }
}
