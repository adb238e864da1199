import ComissoesCLI
import FoundationEssentials
import JSONDocuments
import TestSupport
import Testing

/// October after its controle: 29 alerts, all open.
struct AlertSession {
  static let sheets = Fixture.path("planilhas/mes")

  let session = Session()

  init() throws {
    #expect(
      session.run([
        "base", "criar", "--mes", "2025-10",
        "--acompanhamento", "\(Self.sheets)/ACOMPANHAMENTO_SKILL_2025.xlsx",
      ]).code == .done)
    #expect(controle().code == .done)
  }

  @discardableResult
  func controle() -> Session.Outcome {
    session.run([
      "controle", "--gestores", "\(Self.sheets)/COMISSÕES_GESTORES.xlsx",
      "--webopay", "\(Self.sheets)/relatorio-comissoes_WebroPay.xlsx",
    ])
  }

  func run(_ words: String...) -> Session.Outcome { session.run(["alertas"] + words) }

  /// The numbers of a list.
  func ids(_ words: String...) throws -> [String] {
    let outcome = session.run(["alertas"] + words + ["--formato", "json"])
    return try decodeJSON(JSONValue.self, from: [UInt8](outcome.output.utf8))["alertas"]?
      .texts("id") ?? []
  }

  /// The file of the base.
  func base() throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: "\(session.folder)/bases/2025-10.json")))
  }

  func operations() throws -> Int {
    try session.document("historico", "listar")["operacoes"]?.elements.count ?? 0
  }
}
