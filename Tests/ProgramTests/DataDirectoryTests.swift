import ComissoesCLI
import Foundation
import JSONDocuments
import TestSupport
import Testing

/// Data directories that are not there, or are something else.
@Suite struct DataDirectoryTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private static let lists = [
    ["base", "listar"], ["historico", "listar"], ["relatorio", "listar"], ["auditoria", "listar"],
  ]

  @Test("A directory that was named and does not exist is no empty list", arguments: lists)
  func aMistypedDirectoryLookedEmpty(words: [String]) throws {
    for outcome in [
      try workspace.run(words + ["--dados", "dado"]),
      try workspace.run(words, environment: ["COMISSOES_DADOS": "dado"]),
    ] {
      #expect(outcome.status == 66)
      #expect(outcome.output.isEmpty)
      #expect(outcome.complaints.hasPrefix("Erro: dado: a pasta não existe. Confira --dados;"))
    }
    // The usual one has still to come into being.
    #expect(try workspace.run(words).status == 0)
    try workspace.write("", to: "vazia/nada")
    try workspace.remove("vazia/nada")
    #expect(try workspace.run(words + ["--dados", "vazia"]).status == 0)
    #expect(try workspace.tree().keys.sorted() == ["vazia"])
  }

  @Test("A link that leads nowhere is told as that, by who reads and by who writes")
  func aDanglingLinkWasToldAsAMissingFolder() throws {
    try FileManager.default.createSymbolicLink(
      atPath: workspace.file("dados"), withDestinationPath: "nada")
    let said = "Erro: dados: é um link para uma pasta que não existe."
    for words in Self.lists {
      let outcome = try workspace.run(words)
      #expect(outcome.status == 66)
      #expect(outcome.complaints.hasPrefix(said))
    }
    let outcome = try workspace.run(
      "base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento)
    #expect(outcome.status == 73)
    #expect(outcome.complaints.contains(said))
  }

  @Test func aFolderInThePlaceOfTheLockIsToldAsThat() throws {
    let month = try Month()
    _ = try month.base()
    try month.workspace.remove("dados/.trava")
    try month.workspace.write("", to: "dados/.trava/x")
    let outcome = try month.workspace.run("desfazer", "--sim")
    #expect(outcome.status == 73)
    #expect(
      outcome.complaints.contains("dados/.trava: há uma pasta no lugar deste arquivo. Guarde-a"))
  }
}
