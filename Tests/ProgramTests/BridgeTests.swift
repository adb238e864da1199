import FoundationEssentials
import JSONDocuments
import TestSupport
import Testing

/// `ponte`, over months that were closed.
@Suite struct BridgeTests {
  private let month: Month

  init() throws {
    month = try Month()
    _ = try month.close("2025-10")
    _ = try month.close("2025-11")
  }

  @Test func theBridgeEndsInZero() throws {
    let outcome = try month.workspace.run("ponte")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("De Base Outubro/2025 a Base Novembro/2025\n"))
    #expect(outcome.output.hasSuffix("\nDiferença não explicada: R$ 0,00\n"))
  }

  @Test func theDocumentAndTheListSayTheSame() throws {
    let document = try month.workspace.run("ponte", "--formato", "json").document()
    let aReceber = try #require(document["a_receber"])
    #expect(aReceber["diferenca"]?.string == "0")
    let csv = try month.workspace.run("ponte", "--formato", "csv").output
    let lines = csv.components(separatedBy: "\r\n")
    #expect(lines.first == "motivo,mes,de,para,clientes,valor")
    for linha in aReceber["linhas"]?.elements ?? [] {
      let fields = [
        linha["motivo"]?.string, linha["mes"]?.string, linha["de"]?.string, linha["para"]?.string,
        linha["clientes"]?.integer.map { "\($0)" }, linha["valor"]?.string,
      ]
      #expect(lines.contains(fields.map { $0 ?? "" }.joined(separator: ",")))
    }
  }

  /// Whoever changes a sum in a directory without a history, which takes base files as they stand.
  @Test func aChangedReportIsAFinding() throws {
    let workspace = month.workspace
    for mes in ["2025-10", "2025-11"] {
      let file = "dados/bases/\(mes).json"
      try workspace.write(try workspace.bytes(file), to: "soltas/bases/\(mes).json")
    }
    #expect(try workspace.run("ponte", "--dados", "soltas").status == 0)
    let text = String(decoding: try workspace.bytes("soltas/bases/2025-10.json"), as: UTF8.self)
    #expect(text.contains("\"valor\": \"4524.77\""))
    try workspace.write(
      text.replacing("\"valor\": \"4524.77\"", with: "\"valor\": \"4524.78\""),
      to: "soltas/bases/2025-10.json")
    let outcome = try workspace.run("ponte", "--dados", "soltas")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasSuffix("Diferença não explicada: R$ 0,01\n"))
    #expect(outcome.output.contains("comissoes dados verificar"))
  }

  @Test func monthsThatHaveNoBridgeAreRefused() throws {
    let workspace = month.workspace
    #expect(try workspace.run("ponte", "--para", "2025-10").status == 66)
    #expect(try workspace.run("ponte", "--de", "2025-09").status == 66)
    #expect(try workspace.run("ponte", "--de", "2025-11").status == 64)
    #expect(try workspace.run("ponte", "--de", "2025-11", "--para", "2025-10").status == 64)
    #expect(try workspace.run("ponte", "--dados", "nada").status == 66)
  }
}
