import Foundation
import JSONDocuments
import TestSupport
import Testing

/// `fechar`: four files under any name, one command. Docs/regras.md §9
@Suite struct ClosingTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    // Names that say nothing, or something else than what is in the file.
    try add("planilhas/mes/ACOMPANHAMENTO_SKILL_2025.xlsx", as: "zz EPR.xls")
    try add("planilhas/mes/COMISSÕES_GESTORES.xlsx", as: "a.xlsx")
    try add("planilhas/mes/relatorio-comissoes_WebroPay.xlsx", as: "Acompanhamento.xlsx")
    try add("planilhas/mes/EPR_03-11-25.xls", as: "b (1).xlsx")
    try workspace.write("nome;telefone\nana;1\n", to: "baixados/agenda.csv")
  }

  private func add(_ fixture: String, as name: String) throws {
    try workspace.write(Fixture.bytes(fixture), to: "baixados/\(name)")
  }

  private func close(_ words: String...) throws -> Outcome {
    try workspace.run(["fechar", "--pasta", "baixados", "--data", "2025-11-03"] + words)
  }

  @Test("Files are told apart by what is in them, whatever their names")
  func shuffledNames() throws {
    let document = try close("--mes", "2025-10", "--sim", "--formato", "json").document()
    let chosen = try #require(document["planilhas"]).elements
    #expect(
      chosen.compactMap { $0["planilha"]?.string } == [
        "Acompanhamento", "Gestores", "WeboPay", "EPR",
      ])
    #expect(
      chosen.compactMap { $0["arquivo"]?.string } == [
        "baixados/zz EPR.xls", "baixados/a.xlsx", "baixados/Acompanhamento.xlsx",
        "baixados/b (1).xlsx",
      ])
    #expect(
      chosen.last?["colunas"]?.elements == [
        .string("Nome Mutuário"), .string("Data de Assinatura"),
      ])
    #expect(document["de_fora"]?.elements.count == 1)
    #expect(document["estado"] == .string("faturado"))
    #expect(document["recebimentos"]?["totais"]?["valor_a_receber"] == .string("4524.77"))
    #expect(document["relatorio"] == .string("dados/relatorios/2025-10-recebimentos-0001.xlsx"))
  }

  @Test("It leaves what the three commands leave, byte for byte")
  func sameAsTheThreeCommands() throws {
    let month = try Month()
    let moment = ["SOURCE_DATE_EPOCH": "1762178711"]
    for words in [
      ["base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento],
      ["controle", "--gestores", Month.gestores, "--webopay", Month.webopay],
      ["recebimentos", "--epr", Month.epr],
    ] {
      #expect(try month.workspace.run(words, environment: moment).status == 0)
    }
    let files = [Month.webopay, Month.epr, Month.gestores, Month.acompanhamento]
    let outcome = try workspace.run(
      ["fechar", "--mes", "2025-10", "--sim"] + files, environment: moment)
    #expect(outcome.status == 0, "\(outcome.complaints)")
    func data(_ workspace: Workspace) throws -> [String: [UInt8]] {
      try workspace.tree().filter { $0.key.hasPrefix("dados/") && $0.key != "dados/.trava" }
    }
    let ours = try data(workspace)
    let theirs = try data(month.workspace)
    #expect(Set(ours.keys) == Set(theirs.keys))
    for (name, bytes) in theirs { #expect(ours[name] == bytes, "\(name)") }
  }

  @Test("With --dry-run nothing at all is written, and the figures are those of the real run")
  func dryRun() throws {
    let before = try workspace.tree()
    let dry = try close("--mes", "2025-10", "--dry-run", "--formato", "json").document()
    #expect(try workspace.tree() == before)
    #expect(dry["estado"] == .string("simulado"))
    #expect(dry["relatorio"] == .null)
    let real = try close("--mes", "2025-10", "--sim", "--formato", "json").document()
    for key in ["clientes", "alertas", "estatisticas"] {
      #expect(dry["controle"]?[key] == real["controle"]?[key], "\(key)")
    }
    for key in ["a_receber", "sem_valor", "aguardando_assinatura", "totais"] {
      #expect(dry["recebimentos"]?[key] == real["recebimentos"]?[key], "\(key)")
    }
  }

  @Test("Where nobody can be asked, all is done but the bill, and the line that bills is told")
  func nobodyToAsk() throws {
    let document = try close("--mes", "2025-10", "--formato", "json").document()
    #expect(document["estado"] == .string("nao_faturado"))
    #expect(try workspace.tree()["dados/bases/2025-10.json"] != nil)
    #expect(
      try workspace.run("relatorio", "listar", "--formato", "json").document()["relatorios"]
        == .array([]))
    let line = try #require(document["proximo_comando"]?.string)
    let billed = try workspace.run(Array(shellWords(line).dropFirst()) + ["--formato", "json"])
    let recebimentos = try billed.document()["recebimentos"]
    #expect(recebimentos?["totais"]?["clientes_a_receber"] == .number(12))
    #expect(recebimentos?["relatorio"]?.string != nil)
  }

  @Test("At a terminal it asks once; only a yes bills", arguments: ["s", "n", ""])
  func asks(answer: String) throws {
    let terminal = try Terminal()
    terminal.type("\(answer)\n")
    let outcome = try workspace.run(
      ["fechar", "--mes", "2025-10", "--pasta", "baixados"], at: terminal)
    #expect(outcome.status == 0)
    #expect(outcome.complaints.contains("Faturar 12 clientes, no total de R$ 4.524,77? [s/N]"))
    #expect(outcome.output.contains("12 clientes faturados") == (answer == "s"))
    #expect(outcome.output.contains("Nada foi faturado") == (answer != "s"))
    let report = try workspace.tree()["dados/relatorios/2025-10-recebimentos-0001.xlsx"]
    #expect((report != nil) == (answer == "s"))
  }

  @Test("A second run for a closed month says so and writes nothing")
  func secondRun() throws {
    _ = try close("--mes", "2025-10", "--sim")
    let closed = try workspace.tree()
    let again = try close("--sim", "--formato", "json").document()
    #expect(again["base"] == .string("2025-10"), "the month is that of this Acompanhamento")
    #expect(again["estado"] == .string("ja_fechado"))
    #expect(try workspace.tree() == closed)
    let text = try close("--sim").output
    #expect(text.contains("A Base Outubro/2025 já está fechada"))
    #expect(text.contains("nº 1, de 03/11/2025, 12 clientes, R$ 4.524,77"))
  }

  @Test("Another Acompanhamento for a month that has its base is refused, unless it is asked for")
  func otherAcompanhamento() throws {
    _ = try close("--mes", "2025-10", "--sim")
    let rows = "NOME;DATA\nANA LIMA;01/10/2025\n"
    try workspace.write(rows, to: "baixados/zz EPR.xls")
    let closed = try workspace.tree()
    let refused = try close("--mes", "2025-10", "--sim")
    #expect(refused.status == 73)
    #expect(refused.complaints.contains("--substituir"))
    #expect(try workspace.tree() == closed)
    #expect(try close("--mes", "2025-10", "--substituir").status == 0)
  }

  @Test("Everything that is missing is named at once, and nothing is written")
  func missing() throws {
    try workspace.remove("baixados/a.xlsx")
    try workspace.remove("baixados/b (1).xlsx")
    let before = try workspace.tree()
    let outcome = try close()
    #expect(outcome.status == 64)
    #expect(outcome.complaints.contains("Faltam as planilhas Gestores e EPR."))
    #expect(outcome.complaints.contains("agenda.csv: não é nenhuma das quatro planilhas"))
    #expect(outcome.complaints.contains("--mes 2025-10"))
    #expect(try workspace.tree() == before)

    try workspace.write(
      #"{"planilhas": {"gestores": "\#(Month.gestores)", "epr": "\#(Month.epr)"}}"#,
      to: "config.json")
    #expect(try close("--mes", "2025-10", "--sim").status == 0)
  }

  @Test("A file that is not there ends it before anything is done")
  func absent() throws {
    let before = try workspace.tree()
    let outcome = try workspace.run("fechar", "--mes", "2025-10", "x.xlsx", "y.xlsx")
    #expect(outcome.status == 66)
    #expect(outcome.complaints.contains("x.xlsx") && outcome.complaints.contains("y.xlsx"))
    #expect(try workspace.run("fechar", "--mes", "2025-10", "--pasta", "nada").status == 66)
    #expect(try workspace.run("fechar", "--mes", "2025-10").status == 64)
    #expect(try workspace.run("fechar", "--pasta", "baixados", "x.xlsx").status == 64)
    #expect(try workspace.tree() == before)
  }

  private static let otherEPR = "Nome Mutuário;Data de Assinatura\nANA LIMA;01/11/2025\n"

  @Test("Two that say to be the same are an error that names both")
  func twoEPRs() throws {
    try workspace.write(Self.otherEPR, to: "baixados/epr novo.csv")
    let before = try workspace.tree()
    let outcome = try close("--mes", "2025-10", "--sim")
    #expect(outcome.status == 64)
    #expect(
      outcome.complaints.contains("baixados/b (1).xlsx e baixados/epr novo.csv são todas EPR"))
    #expect(try workspace.tree() == before)
  }

  @Test("At a terminal it asks which of the two")
  func twoEPRsAtATerminal() throws {
    try workspace.write(Self.otherEPR, to: "baixados/epr novo.csv")
    let terminal = try Terminal()
    terminal.type("2\r")
    let outcome = try workspace.run(
      ["fechar", "--mes", "2025-10", "--pasta", "baixados", "--dry-run", "--formato", "json"],
      at: terminal)
    #expect(outcome.complaints.contains("Qual vale? (1 a 2)"))
    let chosen = try #require(try outcome.document()["planilhas"])
    #expect(
      chosen.element("planilha", "EPR")?["arquivo"] == .string("baixados/epr novo.csv"))
  }

  @Test("The same file downloaded twice is one file")
  func copies() throws {
    try add("planilhas/mes/EPR_03-11-25.xls", as: "b (2).xlsx")
    let document = try close("--mes", "2025-10", "--dry-run", "--formato", "json").document()
    let epr = try #require(document["planilhas"]?.element("planilha", "EPR"))
    #expect(epr["arquivo"] == .string("baixados/b (1).xlsx"))
    #expect(epr["iguais"]?.elements == [.string("baixados/b (2).xlsx")])
  }

  @Test("In a folder only its own spreadsheets count: no lock files, no folders, none of ours")
  func folder() throws {
    _ = try close("--mes", "2025-10", "--sim", "--saida", "baixados/relatório.xlsx")
    for name in ["~$a.xlsx", ".a.xlsx", "velhas/a.xlsx", "a.txt.bak"] {
      try workspace.write(Self.otherEPR, to: "baixados/\(name)")
    }
    let document = try close("--dry-run", "--formato", "json").document()
    #expect(document["estado"] == .string("ja_fechado"))
    let aside = document["de_fora"]?.elements.compactMap(\.string) ?? []
    #expect(aside.count == 2)
    #expect(aside.contains { $0.hasPrefix("relatório.xlsx: foi escrita por este programa") })
  }

  @Test("Interrupted at any moment it leaves data that hold, and the next run closes the month")
  func interrupted() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<8 {
      let terminal = try Terminal()
      let process = Process()
      process.executableURL = URL(filePath: Workspace.program)
      process.arguments = ["fechar", "--mes", "2025-10", "--pasta", "baixados"]
      process.currentDirectoryURL = URL(filePath: workspace.path)
      process.environment = Workspace.environment
      process.standardInput = FileHandle(fileDescriptor: terminal.device)
      process.standardError = FileHandle(fileDescriptor: terminal.device)
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      usleep(.random(in: 0..<600_000, using: &random))
      process.interrupt()
      // Nobody answers the question, so nothing but the signal ends it.
      while process.isRunning { _ = terminal.shown() }
      let killed = process.terminationReason == .uncaughtSignal
      #expect(killed ? process.terminationStatus == SIGINT : process.terminationStatus == 130)
      let verified = try workspace.run("dados", "verificar")
      if try workspace.tree()["dados/estado.json"] != nil {
        #expect(verified.status == 0, "\(verified.output)\(verified.complaints)")
      }
    }
    let document = try close("--mes", "2025-10", "--sim", "--formato", "json").document()
    #expect(document["estado"] == .string("faturado"))
    #expect(document["recebimentos"]?["totais"]?["valor_a_receber"] == .string("4524.77"))
  }
}
