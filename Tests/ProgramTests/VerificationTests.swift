import Archives
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

  private func restore(_ bytes: [UInt8], to name: String) throws {
    try workspace.write(bytes, to: name)
    chmod(workspace.file(name), 0o600)
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

  /// A mistyped directory is no directory that is well.
  @Test func aDirectoryThatIsNotThereOrHoldsNothingIsTold() throws {
    try FileManager.default.createDirectory(
      atPath: workspace.file("vazia"), withIntermediateDirectories: true)
    let before = try workspace.tree()
    for folder in ["outra", "vazia"] {
      for words in [
        ["dados", "verificar"], ["auditoria", "verificar"], ["desfazer"], ["refazer"],
        ["estorno", "registrar", "ana", "--motivo", "x"],
        ["cliente", "liberar", "ana", "--motivo", "x"], ["dados", "exportar", "x.zip"],
        ["dados", "anonimizar", "x"],
      ] {
        let outcome = try workspace.run(words + ["--dados", folder])
        #expect(outcome.status == 66, "\(words): \(outcome.complaints)")
        #expect(outcome.complaints.contains("\(folder): não há dados"), "\(outcome.complaints)")
      }
    }
    #expect(try workspace.tree() == before)
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
          try restore(original, to: file)
          continue
        }
        #expect(status == 1, "\(file)")
        #expect(!achados.isEmpty, "\(file)")
        let outcome = try workspace.run("dados", "verificar")
        #expect(outcome.output.contains(file) || file == "dados/estado.json", "\(file)")
        try restore(original, to: file)
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
    // These, and that others may read what was put there.
    #expect(observacoes.count == 4)
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

  /// A report that was sent away is a witness: of a directory set back as a whole nothing else tells.
  @Test func aReportThatWasSentAwayTellsOfADirectorySetBack() throws {
    let report = "dados/relatorios/2025-10-recebimentos-0001.xlsx"
    try workspace.write(workspace.bytes(report), to: "enviado.xlsx")
    func verify(_ dados: String = "dados") throws -> Outcome {
      try workspace.run(
        "auditoria", "verificar", "--relatorio", "enviado.xlsx", "--dados", dados)
    }
    let good = try verify()
    #expect(good.status == 0, "\(good.complaints)")
    #expect(good.output.contains("Como no relatório enviado.xlsx, até a linha"))

    // Another month closed elsewhere, as whole as this one, with another history.
    let other = try workspace.run(
      "base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento, "--dados",
      "outro")
    #expect(other.status == 0)
    let bad = try verify("outro")
    #expect(bad.status == 1)
    #expect(bad.output.contains("trocado por um mais antigo"))
    let document = try workspace.run(
      "auditoria", "verificar", "--relatorio", "enviado.xlsx", "--dados", "outro", "--formato",
      "json"
    ).document()
    #expect(document["relatorio"]?["confere"] == .boolean(false))

    // The same report under `relatorios/` of the other directory.
    try workspace.write(
      workspace.bytes(report), to: "outro/relatorios/2025-10-recebimentos-0001.xlsx")
    let verified = try workspace.run("dados", "verificar", "--dados", "outro")
    #expect(verified.status == 1)
    #expect(verified.output.contains("outra linha"), "\(verified.output)")
    #expect(!verified.output.contains("não gravou"))

    let none = try workspace.run("auditoria", "verificar", "--relatorio", Month.gestores)
    #expect(none.status == 65)
    #expect(try workspace.run("auditoria", "verificar", "--relatorio", "falta").status == 66)
  }

  /// Each kind of damage in its own words; the listing shows the rest.
  @Test func aDamagedRecordHasItsOwnMessage() throws {
    let record = "dados/operacoes/000002.json"
    let original = try workspace.bytes(record)
    let package = try workspace.run("dados", "exportar", "c.zip")
    #expect(package.status == 0)
    for damage in [flip, remove] {
      try damage(record)
      let list = try workspace.run("historico", "listar")
      #expect(list.status == 65)
      #expect(list.output.contains("criar base") && list.output.contains("recebimentos"))
      #expect(list.complaints.contains("\(record): "), "\(list.complaints)")
      #expect(list.complaints.contains("operação 2"))
      #expect(list.complaints.contains("Devolva só este arquivo"))
      let json = try workspace.run("historico", "listar", "--formato", "json")
      #expect(try json.document()["danificadas"]?.elements == [.number(2)])
      #expect(try workspace.run("historico", "mostrar", "3").status == 65)
      #expect(try workspace.run("desfazer", "--dry-run").status == 65)
      // What is advised helps.
      let reader = try ArchiveReader(
        workspace.bytes("c.zip"),
        within: .init(entries: 1000, bytesOfAll: 1 << 30, bytesOfOne: 1 << 30))
      let entry = try #require(reader.entries.first { $0.name == "operacoes/000002.json" })
      let content = try reader.content(of: entry)
      #expect(content == original)
      try restore(content, to: record)
      #expect(try verificar() == (0, [], []))
    }
  }

  /// A limit on the size of files is an error, not the death of the program.
  @Test func aLimitOnTheSizeOfFilesIsAnError() throws {
    let before = try workspace.tree()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "ulimit -f 2; \"$@\" 2>/dev/null >/dev/null", "sh", Workspace.program, "base", "criar",
      "--mes", "2025-12", "--acompanhamento", Month.acompanhamento,
    ]
    process.currentDirectoryURL = URL(filePath: workspace.path)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect([73, 74].contains(process.terminationStatus), "\(process.terminationStatus)")
    // Folders that hold nothing yet do no harm; the lock notes for the next writer that a step was
    // cut short.
    let after = try workspace.tree().filter { !$0.value.isEmpty && $0.key != "dados/.trava" }
    #expect(after == before.filter { !$0.value.isEmpty })
  }
}
