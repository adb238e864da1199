import JSONDocuments
import TestSupport
import Testing

/// What `fechar` says, where it is read: in the folder of the four, at the question, after a no.
/// Docs/regras.md §9
@Suite struct ClosingWordsTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    for name in [
      "ACOMPANHAMENTO_SKILL_2025.xlsx", "COMISSÕES_GESTORES.xlsx",
      "relatorio-comissoes_WebroPay.xlsx", "EPR_03-11-25.xls",
    ] {
      try workspace.write(Fixture.bytes("planilhas/mes/\(name)"), to: name)
    }
  }

  /// At a terminal at which this is typed.
  private func atTerminal(_ words: [String], typing text: String) throws -> Outcome {
    let terminal = try Terminal()
    terminal.type(text)
    return try workspace.run(words, at: terminal)
  }

  private func line(after words: String, in text: String) throws -> [String] {
    let lines = text.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.hasSuffix(words) }, "\(text)")
    return Array(shellWords(lines[place + 1]).dropFirst())
  }

  @Test("Where the four lie, fechar found nothing, and was told a folder that is not there")
  func currentFolder() throws {
    let said = try workspace.run(
      [], environment: ["SOURCE_DATE_EPOCH": "1762178711"]
    ).output
    #expect(said.contains("\n  comissoes fechar --mes 2025-10\n"), "\(said)")
    let closed = try workspace.run("fechar", "--mes", "2025-10", "--dry-run")
    #expect(closed.status == 0, "\(closed.complaints)")
    #expect(closed.output.contains("Planilhas da pasta atual:"))
    #expect(closed.output.contains("A faturar: 12 clientes, R$ 4.524,77"))
  }

  @Test("What is missing is told with what to do about it")
  func oneMissing() throws {
    try workspace.remove("EPR_03-11-25.xls")
    let outcome = try workspace.run("fechar", "--mes", "2025-10")
    #expect(outcome.status == 64)
    #expect(
      outcome.complaints.contains(
        "Falta a planilha EPR. Ponha o arquivo na pasta e rode de novo, ou guarde onde ele fica com"
          + " 'comissoes configurar'."), "\(outcome.complaints)")
  }

  @Test("After a no, the line that was told billed without a question")
  func lineAfterNo() throws {
    let words = ["fechar", "--mes", "2025-10", "--pasta", ".", "--data", "2025-11-03"]
    let no = try atTerminal(words, typing: "n\n")
    let told = try line(after: "responder outra vez:", in: no.output)
    #expect(told == words)
    let again = try atTerminal(told, typing: "n\n")
    #expect(again.complaints.contains("Faturar 12 clientes, no total de R$ 4.524,77? [s/N]"))
    #expect(again.output.contains("Nada foi faturado"))
  }

  @Test("The files that were named are in the line that is told")
  func lineAfterNoWithFiles() throws {
    let files = [Month.acompanhamento, Month.gestores, Month.webopay, Month.epr]
    let no = try atTerminal(["fechar", "--mes", "2025-10"] + files, typing: "n\n")
    let told = try line(after: "responder outra vez:", in: no.output)
    #expect(told == ["fechar", "--mes", "2025-10"] + files)
  }

  @Test("The alerts that fechar counts are those that alertas shows, but for those told apart")
  func alertsThatOnlyBillingKeeps() throws {
    let dry = try workspace.run("fechar", "--mes", "2025-10", "--dry-run").output
    #expect(dry.contains("Alertas em aberto: 30 "))
    #expect(!dry.contains("comissoes alertas"), "there is nothing to be seen yet")
    let unbilled = try workspace.run("fechar", "--mes", "2025-10").output
    #expect(
      unbilled.contains("Alertas em aberto: 30 (▲ 18 de severidade alta, ◆ 12 média), 1 deles só"))
    #expect(try workspace.run().output.contains("29 em aberto"))
    let billed = try workspace.run("fechar", "--mes", "2025-10", "--sim").output
    #expect(billed.contains("Alertas em aberto: 30 (▲ 18 de severidade alta, ◆ 12 média). Veja"))
    #expect(try workspace.run().output.contains("30 em aberto"))
  }

  private static let october = ["SOURCE_DATE_EPOCH": "1762178711"]

  @Test("The Acompanhamento of October became a base of November without a word")
  func sameAcompanhamento() throws {
    _ = try workspace.run("fechar", "--mes", "2025-10", "--sim")
    for words in [
      ["fechar"], ["base", "criar", "--acompanhamento", "ACOMPANHAMENTO_SKILL_2025.xlsx"],
    ] {
      let dry = words + ["--mes", "2025-11", "--dry-run"]
      let aviso = "é o mesmo Acompanhamento da Base Outubro/2025; confira o mês"
      #expect(try workspace.run(dry).complaints.contains(aviso))
      let document = try workspace.run(dry + ["--formato", "json"]).document()
      let avisos = (document["base_criar"] ?? document)["avisos"]?.texts("mensagem") ?? []
      #expect(avisos.contains(aviso), "\(avisos)")
    }
    let before = try workspace.tree()
    let no = try atTerminal(["fechar", "--mes", "2025-11"], typing: "n\n")
    #expect(no.complaints.contains("Criar a Base Novembro/2025 com ele? [s/N]"))
    #expect(no.complaints.contains("Nada foi mudado."))
    #expect(try workspace.tree() == before)
    let yes = try atTerminal(["fechar", "--mes", "2025-11"], typing: "s\nn\n")
    #expect(yes.complaints.contains("12 clientes") == false, "they are billed in October")
    #expect(try workspace.tree()["dados/bases/2025-11.json"] != nil)
  }

  @Test("A month that has not begun was taken without a word")
  func futureMonth() throws {
    let words = ["--mes", "2031-01", "--dry-run"]
    let outcome = try workspace.run(["fechar"] + words, environment: Self.october)
    #expect(outcome.complaints.contains("Janeiro/2031 ainda não começou; confira o mês"))
    let end = outcome.output.split(separator: "\n").suffix(2)
    #expect(end.first == "! Confira o mês: Janeiro/2031 ainda não começou.", "\(end)")
    let now = try workspace.run(
      ["fechar", "--mes", "2025-11", "--dry-run"], environment: Self.october)
    #expect(!now.complaints.contains("confira o mês"), "the month of today has begun")
  }

  @Test("A COMISSÃO of nothing was told a screen above the question")
  func moneyAboveTheQuestion() throws {
    try workspace.write("NOME;DATA\nANA LIMA;1/10/2025\nBIA COSTA;1/10/2025\n", to: "A.csv")
    try workspace.write(
      "NOME DO CLIENTE;FORMA;STATUS;COMISSÃO\nANA LIMA;FIN;ENTROU;100,00\n"
        + "BIA COSTA;FIN;ENTROU;-10,00\n", to: "G.csv")
    try workspace.write(
      "Nome Mutuário;Data de Assinatura\nANA LIMA;20/10/2025\nBIA COSTA;20/10/2025\n", to: "E.csv")
    let words = ["fechar", "--mes", "2025-10", "A.csv", "G.csv", Month.webopay, "E.csv"]
    let asked = try atTerminal(words, typing: "n\n")
    let line = "! COMISSÃO zerada ou negativa, confira antes de faturar: BIA COSTA (-R$ 10,00).\n"
    #expect(
      asked.complaints.contains("\(line)\nA base e o controle já estão gravados.\nFaturar 2"),
      "\(asked.complaints)")
    let document = try workspace.run(words + ["--formato", "json"]).document()
    let avisos = document["recebimentos"]?["avisos"]?.texts("mensagem") ?? []
    #expect(
      avisos.contains { $0.hasPrefix("a comissão de BIA COSTA seria faturada por -R$ 10,00") })
    let billed = try workspace.run(words + ["--sim"])
    #expect(billed.output.contains("\(line)\n2 clientes faturados"), "\(billed.output)")
  }

  @Test("--silencioso left nothing out of the summary")
  func quiet() throws {
    let output = try workspace.run("fechar", "--mes", "2025-10", "--silencioso", "--dry-run").output
    #expect(output.split(separator: "\n").count <= 8, "\(output)")
    #expect(output.contains("A faturar: 12 clientes, R$ 4.524,77"))
    #expect(output.contains("Alertas em aberto: 30"))
    #expect(!output.contains("tem as colunas") && !output.contains("Nulo"))
  }
}
