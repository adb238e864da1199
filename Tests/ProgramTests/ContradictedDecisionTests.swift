import JSONDocuments
import TestSupport
import Testing

/// Small months of one or two clients, told by CSV: what is said when the director and the
/// spreadsheets disagree, when money has gone back, when alerts open again.
@Suite struct ContradictedDecisionTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  @discardableResult
  private func run(_ words: String...) throws -> Outcome {
    let outcome = try workspace.run(words)
    #expect(outcome.status == 0, "\(words): \(outcome.complaints)")
    return outcome
  }

  private func json(_ words: String...) throws -> JSONValue {
    try workspace.run(words + ["--formato", "json"]).document()
  }

  private func base(_ mes: String, _ names: String...) throws {
    try workspace.write(
      "NOME;DATA\n" + names.map { "\($0);01/10/2025\n" }.joined(), to: "a.csv")
    try run("base", "criar", "--mes", mes, "--acompanhamento", "a.csv")
  }

  @discardableResult
  private func controle(
    _ mes: String, gestores: String..., webopay: String...
  ) throws -> Outcome {
    try workspace.write(
      "NOME DO CLIENTE;FORMA;COMISSÃO;STATUS\n" + gestores.map { "\($0)\n" }.joined(), to: "g.csv")
    try workspace.write(
      "Pagador;Numero_parcela;Valor_original;Status_parcela;Status_comissão\n"
        + webopay.map { "\($0)\n" }.joined(), to: "w.csv")
    return try run("controle", "--mes", mes, "--gestores", "g.csv", "--webopay", "w.csv")
  }

  private func epr(_ rows: String...) throws {
    try workspace.write(
      "Nome Mutuário;Data de Assinatura;Nome Empreendimento;Número Contrato\n"
        + rows.map { "\($0)\n" }.joined(), to: "e.csv")
  }

  @Test("A client under distrato was billed by a manual decision without a word")
  func billingAgainstTheSheetsIsTold() throws {
    try base("2025-08", "ANA SOUZA")
    try controle("2025-08", gestores: "ANA SOUZA;QUITADO;100;ENTROU")
    try run("cliente", "decidir", "ana", "--status", "financiado", "--motivo", "combinado")
    try controle("2025-08", gestores: "ANA SOUZA;QUITADO;100;DISTRATO")
    #expect(try json("resumo")["decisoes_contrariadas"] == .number(1))
    #expect(try run("resumo").output.contains("1 contrariada pelas planilhas"))
    #expect(
      try run("base", "mostrar").output.contains("combinado; mas as planilhas dizem Desistiu"))

    try epr("ANA SOUZA;20/10/2025;Emp;1")
    let rehearsal = try run("recebimentos", "--epr", "e.csv", "--dry-run").complaints
    #expect(rehearsal.contains("a comissão de ANA SOUZA, R$ 100,00, seria faturada por decisão"))
    #expect(rehearsal.contains("as planilhas dizem Desistiu"))
    let billed = try json("recebimentos", "--epr", "e.csv")
    let told = try #require(billed["avisos"]?.elements.first?["mensagem"]?.string)
    #expect(told.contains("foi faturada por decisão manual (combinado)"))
    #expect(told.contains("comissoes desfazer"))
  }

  @Test(
    "The remark that the sheets contradict a decision pointed at FORMA, whatever had changed",
    arguments: [
      ("ANA SOUZA;QUITADO;100;DISTRATO", "", "g.csv", "D2"),
      ("ANA SOUZA;QUITADO;150;ENTROU", "", "g.csv", "C2"),
      ("ANA SOUZA;FIN;100;ENTROU", "", "g.csv", "B2"),
      ("OUTRO;QUITADO;100;ENTROU", "ANA SOUZA;1;90;Pago;pago", "w.csv", "D2"),
    ])
  func contradictionNamesItsCell(
    gestores: String, webopay: String, file: String, cell: String
  ) throws {
    try base("2025-08", "ANA SOUZA")
    try controle("2025-08", gestores: "ANA SOUZA;QUITADO;100;ENTROU")
    try run("cliente", "decidir", "ana", "--status", "desconto", "--motivo", "combinado")
    let remark = try controle("2025-08", gestores: gestores, webopay: webopay).complaints
      .split(separator: "\n").first { $0.contains("por decisão manual") }
    #expect(remark?.hasPrefix("Aviso: \(file)") == true, "\(remark ?? "none")")
    #expect(remark?.contains("\(cell):") == true, "\(remark ?? "none")")
  }

  @Test("Under a manual decision, changes of the sheets were told to change the status")
  func onlyWithdrawingChangesADecidedStatus() throws {
    try base("2025-08", "ANA SOUZA")
    try controle("2025-08", gestores: "ANA SOUZA;QUITADO;100;ENTROU")
    try run("cliente", "decidir", "ana", "--status", "financiado", "--motivo", "combinado")
    let text = try run("explicar", "ana").output
    #expect(text.contains("O que mudaria o status: retirar a decisão manual"))
    #expect(text.contains("O que mudaria o que as regras dizem:"))
  }

  @Test("Money to give back was missing from the summary, and the bridge never said it went back")
  func moneyToGiveBackIsTold() throws {
    try base("2025-08", "JOAO LIMA")
    try controle("2025-08", gestores: "JOAO LIMA;FIN;100;ENTROU")
    try epr("JOAO LIMA;20/10/2025;Emp;1")
    try run("recebimentos", "--epr", "e.csv", "--data", "2025-09-03")
    try controle("2025-08", gestores: "JOAO LIMA;FIN;100;DISTRATO")
    #expect(try run("resumo").output.contains("1 cliente, R$ 100,00"))
    #expect(try json("resumo")["a_devolver"]?["valor"] == .string("100"))
    try base("2025-09", "JOAO LIMA")
    try controle("2025-09", gestores: "JOAO LIMA;FIN;100;DISTRATO")
    try run(
      "estorno", "registrar", "joao", "--motivo", "PIX", "--mes", "2025-08", "--data", "2025-11-05")
    #expect(try json("resumo")["a_devolver"]?["clientes"] == .number(0))
    let bridge = try run("ponte", "--de", "2025-08", "--para", "2025-09").output
    let row = bridge.split(separator: "\n").first { $0.hasPrefix("Desses, devolvidos depois") }
    #expect(row?.split(separator: " ").suffix(3) == ["1", "R$", "100,00"], "\(bridge)")
    let document = try json("ponte", "--de", "2025-08", "--para", "2025-09")
    #expect(document["estornos"]?["devolvidos_depois"] == .string("100"))
    #expect(document["estornos"]?["diferenca"] == .string("0"))
  }

  /// August resolves two amounts that differ; October has others and opens it again; November has
  /// those of August.
  @Test("A carried end referred to an alert that was open, with other values")
  func carriedEndRefersToWhereItHolds() throws {
    let pago = "ANA SOUZA;1;101;Pago;pago"
    for (mes, valor) in [("2025-08", "100"), ("2025-09", "100"), ("2025-10", "99")] {
      try base(mes, "ANA SOUZA")
      try controle(mes, gestores: "ANA SOUZA;PIX;\(valor);ENTROU", webopay: pago)
      if mes == "2025-08" { try run("alertas", "resolver", "1", "--motivo", "visto em agosto") }
    }
    #expect(try run("alertas", "mostrar", "2510-1").output.contains("pendente"))
    try base("2025-11", "ANA SOUZA")
    try controle("2025-11", gestores: "ANA SOUZA;PIX;100;ENTROU", webopay: pago)
    let carried = try run("alertas", "mostrar", "2511-1").output
    #expect(carried.contains("visto em agosto"), "\(carried)")
    #expect(carried.contains("2509-1"), "\(carried)")
    #expect(!carried.contains("2510-1"), "\(carried)")

    let reopened = try run("alertas", "reabrir", "2509-1", "--motivo", "x", "--dry-run")
    #expect(reopened.output.contains("continua encerrado, por referência ao que se reabre: 2511-1"))
    let document = try json("alertas", "reabrir", "2509-1", "--motivo", "x", "--dry-run")
    #expect(document["continuam_encerrados"] == .array([.string("2511-1")]))
  }

  @Test("A name was told to be two clients when both words were the same")
  func aNameIsNotLinkedToItself() throws {
    try base("2025-08", "MARIA LUZ")
    let outcome = try workspace.run(
      "cliente", "vincular", "MARIA LUZ", "maria luz", "--motivo", "x")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("Os dois nomes são o mesmo para o programa, MARIA LUZ"))
  }

  @Test("Parting two names said nothing of money that was given back while they were one")
  func partingTellsWhoseMoneyWentBack() throws {
    try base("2025-08", "JOAO SILVA")
    try controle("2025-08", gestores: "JOAO SILVA;FIN;100;ENTROU")
    try epr("JOAO SILVA;20/10/2025;Emp;1")
    try run("recebimentos", "--epr", "e.csv", "--data", "2025-09-03")
    try base("2025-09", "JOÃO SILVA")
    try run("cliente", "vincular", "JOAO SILVA", "JOÃO SILVA", "--motivo", "o mesmo")
    try controle("2025-09", gestores: "JOÃO SILVA;FIN;100;DISTRATO")
    try run("estorno", "registrar", "JOÃO SILVA", "--motivo", "PIX", "--data", "2025-11-05")
    let parted = try run("cliente", "desvincular", "JOAO SILVA", "--motivo", "são dois").output
    #expect(
      parted.contains(
        "O que foi devolvido é de JOAO SILVA, a quem foi faturado no relatório nº 1"), "\(parted)")
  }

  @Test("Problems of a sheet were listed by their kind, and rows jumped up and down")
  func problemsGoFromTopToBottom() throws {
    try workspace.write(
      "NOME DO CLIENTE;FORMA;COMISSÃO;STATUS\nANA;FIN;x;\nBIA;QUITADO;;\nANA;FIN;1;\nCLEO;FIN;y;\n",
      to: "g.csv")
    let outcome = try workspace.run("conferir", "--gestores", "g.csv", "--formato", "json")
    let cells = try outcome.document()["planilhas"]?.elements.first?["problemas"]?.elements
      .compactMap { $0["celula"]?.string }
    #expect(cells == ["C2", "B3", "A4", "C5"], "\(outcome.output)")
  }

  @Test(
    "Lists of the data directory had no CSV",
    arguments: [
      (["base", "listar"], "base,nome,clientes,", "2025-08,Base Agosto/2025,1,"),
      (["base", "mostrar"], "nome,status,valor_comissao,", "ANA SOUZA,FINANCIADO,100,"),
      (["relatorio", "listar"], "numero,base,data,", "1,2025-08,2025-09-03,"),
      (["historico", "listar"], "numero,acao,momento,", "1,criar_base,"),
      (["auditoria", "listar"], "n,operacao,momento,", "1,1,"),
    ])
  func listsHaveCSV(words: [String], header: String, row: String) throws {
    try base("2025-08", "ANA SOUZA")
    try controle("2025-08", gestores: "ANA SOUZA;FIN;100;ENTROU")
    try epr("ANA SOUZA;20/10/2025;Emp;1")
    try run("recebimentos", "--epr", "e.csv", "--data", "2025-09-03")
    let outcome = try workspace.run(words + ["--formato", "csv"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let lines = outcome.output.split(separator: "\r\n")
    #expect(lines.first?.hasPrefix(header) == true, "\(outcome.output)")
    #expect(lines.dropFirst().first?.hasPrefix(row) == true, "\(outcome.output)")
  }
}
