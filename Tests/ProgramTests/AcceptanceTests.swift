import JSONDocuments
import TestSupport
import Testing

/// The six cases of the customer, on files, by the program itself. `Fixtures/casos/N`
@Suite struct AcceptanceTests {
  @Test("The six acceptance cases", arguments: 1...6)
  func acceptance(number: Int) throws {
    let folder = "casos/\(number)"
    let workspace = try Workspace()
    let expected = try decodeJSON(
      JSONValue.self, from: Fixture.bytes("\(folder)/esperado.json"))

    let base = try workspace.run(
      "base", "criar", "--mes", "2025-10", "--acompanhamento",
      Fixture.path("\(folder)/acompanhamento.xlsx"))
    #expect(base.status == 0, "\(base.complaints)")
    let controle = try workspace.run(
      "controle", "--gestores", Fixture.path("\(folder)/gestores.xlsx"), "--webopay",
      Fixture.path("\(folder)/webopay.xlsx"), "--formato", "json")
    #expect(controle.status == 0, "\(controle.complaints)")

    let document = try controle.document()
    let wanted = try #require(expected["client"]?.object)
    let name = try #require(wanted["nome"]?.string)
    let client = try #require(document["clientes"]?.element("nome", name))
    for (key, value) in wanted { #expect(client[key] == value, "\(key)") }

    let alerts = try #require(document["alertas"]).elements.filter { $0["cliente"]?.string == name }
    let expectedAlerts = try #require(expected["alertas"]?.array)
    #expect(alerts.count == expectedAlerts.count)
    for alert in expectedAlerts {
      #expect(
        alerts.contains {
          $0["numero"] == alert["numero"] && $0["descricao"] == alert["descricao"]
        },
        "\(alert)")
    }
  }
}
