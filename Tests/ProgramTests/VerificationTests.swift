import Foundation
import JSONDocuments
import TestSupport
import Testing

/// `dados verificar`, `auditoria verificar` and `auditoria listar`, over a month that was closed.
@Suite struct VerificationTests {
  private let workspace: Workspace

  init() throws {
    let month = try Month()
    _ = try month.close()
    workspace = month.workspace
  }

  private func verificar() throws -> (status: Int32?, achados: [String], observacoes: [String]) {
    let outcome = try workspace.run("dados", "verificar", "--formato", "json")
    #expect(outcome.complaints.isEmpty)
    let document = try outcome.document()
    return (
      outcome.status, document["achados"]?.texts("lugar") ?? ["?"],
      document["observacoes"]?.texts("lugar") ?? ["?"]
    )
  }

  /// Changes some bytes in the middle of a file. One bit would not do: in a compressed file it may
  /// lead to another place that says the same, and then nothing is damaged.
  private func flip(_ name: String) throws {
    var bytes = try workspace.bytes(name)
    for place in (bytes.count / 2)..<min(bytes.count / 2 + 8, bytes.count) { bytes[place] ^= 0x5F }
    try workspace.write(bytes, to: name)
  }

  private func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: workspace.file(name))
  }

  @Test func anUntouchedDirectoryHasNoFinding() throws {
    let outcome = try workspace.run("dados", "verificar")
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("3 operações, 1 base, 77 clientes, 1 relatório"))
    #expect(outcome.output.hasSuffix("Tudo confere.\n"))
    #expect(try verificar() == (0, [], []))
  }

  @Test func nothingThereYetHasNoFinding() throws {
    let outcome = try workspace.run("dados", "verificar", "--dados", "outra")
    #expect(outcome.status == 0)
    #expect(try !workspace.tree().keys.contains("outra"))
  }

  /// Every file of the directory, damaged and then removed, is found under its name.
  @Test func everyDamagedOrMissingFileIsFound() throws {
    let files = try workspace.tree().filter { !$0.value.isEmpty }.map(\.key).sorted()
    #expect(files.count > 10)
    for file in files {
      let original = try workspace.bytes(file)
      for damage in [flip, remove] {
        try damage(file)
        let (status, achados, observacoes) = try verificar()
        // The base of the last step, gone: a step cut short looks the same, and harms nothing.
        if status == 0, observacoes.contains(file) {
          try workspace.write(original, to: file)
          continue
        }
        #expect(status == 1, "\(file)")
        #expect(!achados.isEmpty, "\(file)")
        let outcome = try workspace.run("dados", "verificar")
        #expect(outcome.output.contains(file) || file == "dados/estado.json", "\(file)")
        try workspace.write(original, to: file)
      }
    }
    #expect(try verificar() == (0, [], []))
  }

  @Test func whatNobodyNamesIsOnlyObserved() throws {
    try workspace.write("x", to: "dados/leia-me.txt")
    try workspace.write("{}", to: "dados/bases/copia.json")
    try workspace.write("x", to: "dados/objetos/ab/\(String(repeating: "c", count: 62)).gz")
    let (status, achados, observacoes) = try verificar()
    #expect(status == 0)
    #expect(achados == [])
    #expect(observacoes.count == 3)
  }

  /// What it billed would be billed again, were it passed over.
  @Test func aMonthThatTheProgramHasNotWrittenIsAFinding() throws {
    try workspace.write("{}", to: "dados/bases/2025-12.json")
    let (status, achados, _) = try verificar()
    #expect(status == 1)
    #expect(!achados.isEmpty)
  }

  @Test func theAuditLogIsVerified() throws {
    #expect(try workspace.run("auditoria", "verificar").status == 0)
    try flip("dados/auditoria.jsonl")
    let outcome = try workspace.run("auditoria", "verificar", "--formato", "json")
    #expect(outcome.status == 1)
    let document = try outcome.document()
    #expect(document["inteira"] == .boolean(true))
    #expect(document["inalterada"] == .boolean(false))
    let linha = try #require(document["achados"]?.elements.first?["linha"]?.integer)
    #expect((1...160).contains(linha))
    let texto = try workspace.run("auditoria", "verificar")
    #expect(texto.output.contains("linha \(linha): "))
  }

  @Test func theAuditLogIsListed() throws {
    func linhas(_ words: String...) throws -> [JSONValue] {
      let outcome = try workspace.run(["auditoria", "listar", "--formato", "json"] + words)
      #expect(outcome.status == 0, "\(outcome.complaints)")
      return try #require(outcome.document()["linhas"]).elements
    }
    let todas = try linhas()
    #expect(todas.count > 80)
    #expect(
      Set(JSONValue.array(todas).texts("acao")) == [
        "criar_base", "executar_controle", "gerar_relatorio",
      ])
    #expect(try linhas("--mes", "2025-10").count == todas.count)
    #expect(try linhas("--mes", "2025-09").isEmpty)
    #expect(try linhas("--desde", "2999-01-01").isEmpty)
    let faturados = try linhas("--acao", "gerar_relatorio", "--cliente", "cleonice")
    #expect(faturados.count == 1)
    #expect(faturados.first?["depois"]?["faturado"]?.string == "331.48")
    #expect(faturados.first?["antes"]?["faturado"] == nil)
    let tabela = try workspace.run("auditoria", "listar", "--cliente", "cleonice")
    #expect(tabela.output.contains("faturado: – → R$ 331,48"))
  }

  @Test func whereTheDataAre() throws {
    let outcome = try workspace.run("dados", "caminho", "--dados", "um/dois")
    #expect(outcome.output.hasSuffix("/um/dois\n") && outcome.output.hasPrefix("/"))
  }
}
