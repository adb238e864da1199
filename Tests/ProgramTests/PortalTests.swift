import JSONDocuments
import TestSupport
import Testing

/// What a portal calls `.xls` and is something else.
@Suite struct PortalTests {
  private static func portal(_ name: String) -> String {
    Fixture.path("planilhas/portais/\(name)")
  }

  @Test(
    "The month closes the same on what a portal calls .xls: HTML, XML, separated text",
    arguments: ["EPR_html.xls", "EPR_xml.xls", "EPR_csv.xls"])
  func month(name: String) throws {
    let month = try Month()
    _ = try month.base()
    _ = try month.controle()
    func receipts(_ epr: String) throws -> JSONValue {
      let outcome = try month.workspace.run(
        "recebimentos", "--epr", epr, "--data", "2025-11-03", "--dry-run", "--formato", "json")
      #expect(outcome.status == 0, "\(outcome.complaints)")
      return try outcome.document()
    }
    let usual = try receipts(Month.epr)
    let portal = try receipts(Self.portal(name))
    for key in [
      "a_receber", "sem_valor", "ja_faturados", "aguardando_assinatura", "desistencias", "totais",
    ] {
      let expected = try #require(usual[key])
      #expect(portal[key] == expected, "\(key)")
    }
    #expect(try #require(usual["a_receber"]).elements.isEmpty == false)
    #expect(portal["alertas"]?.texts("descricao") == usual["alertas"]?.texts("descricao"))
    #expect(portal["avisos"]?.texts("celula").count == usual["avisos"]?.texts("celula").count)
  }

  @Test(
    "What is not read is named, with the way to save it",
    arguments: [("libreoffice.ods", "OpenDocument"), ("gnumeric.slk", "SYLK")])
  func refused(name: String, word: String) throws {
    let outcome = try Workspace().run("planilha", "mostrar", Self.portal(name))
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints.contains(word))
    #expect(outcome.complaints.contains("Salvar como → Pasta de Trabalho do Excel (.xlsx)"))
  }
}
