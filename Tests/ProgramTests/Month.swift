import JSONDocuments
import TestSupport
import Testing

/// The committed spreadsheets of a month, and the three steps over them.
struct Month {
  static let sheets = Fixture.path("planilhas/mes")
  static let acompanhamento = Fixture.path("planilhas/mes/ACOMPANHAMENTO_SKILL_2025.xlsx")
  static let gestores = Fixture.path("planilhas/mes/COMISSÕES_GESTORES.xlsx")
  static let webopay = Fixture.path("planilhas/mes/relatorio-comissoes_WebroPay.xlsx")
  static let epr = Fixture.path("planilhas/mes/EPR_03-11-25.xls")

  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  func base(_ mes: String = "2025-10", _ words: String...) throws -> Outcome {
    try workspace.run(
      ["base", "criar", "--mes", mes, "--acompanhamento", Self.acompanhamento] + words)
  }

  func controle(_ words: String...) throws -> Outcome {
    try workspace.run(
      ["controle", "--gestores", Self.gestores, "--webopay", Self.webopay] + words)
  }

  func recebimentos(_ words: String...) throws -> Outcome {
    try workspace.run(["recebimentos", "--epr", Self.epr, "--data", "2025-11-03"] + words)
  }

  /// Runs the whole month, as JSON documents.
  func close(_ mes: String = "2025-10") throws -> (
    base: JSONValue, controle: JSONValue, recebimentos: JSONValue
  ) {
    (
      try base(mes, "--formato", "json").document(),
      try controle("--mes", mes, "--formato", "json").document(),
      try recebimentos("--mes", mes, "--formato", "json").document()
    )
  }
}

extension Month {
  /// What bases and reports there are, byte for byte.
  func data() throws -> [String: [UInt8]] {
    try workspace.tree().filter {
      ($0.key.hasPrefix("dados/bases/") || $0.key.hasPrefix("dados/relatorios/"))
    }
  }

  /// The document of a run that must succeed.
  func run(_ words: String...) throws -> JSONValue {
    let outcome = try workspace.run(words)
    #expect(outcome.status == 0, "\(outcome.complaints)")
    return try outcome.document()
  }
}
