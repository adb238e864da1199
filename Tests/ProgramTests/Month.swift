import JSONDocuments
import TestSupport

/// The committed spreadsheets of a month, and the three steps over them.
struct Month {
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
