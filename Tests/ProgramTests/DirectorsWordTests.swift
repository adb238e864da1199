import ComissoesCLI
import JSONDocuments
import TestSupport
import Testing

/// Manual decisions, linked names, the record of a client, and why.
@Suite struct DirectorsWordTests {
  private let flavia = "FLÁVIA ROCHA MELO"

  private func controlled() throws -> Month {
    let month = try Month()
    _ = try month.base()
    _ = try month.controle()
    return month
  }

  private func client(_ name: String, in month: Month, _ mes: String = "2025-10") throws
    -> JSONValue?
  {
    try month.run("base", "mostrar", "--mes", mes, "--formato", "json")["clientes"]?
      .element("nome", name)
  }

  private func json(_ words: String..., in month: Month) throws -> JSONValue {
    let outcome = try month.workspace.run(words + ["--formato", "json"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    return try outcome.document()
  }

  // MARK: - Decisions

  @Test func aDecisionHoldsThroughAControleAndIsTakenBackByte() throws {
    let month = try controlled()
    let before = try month.data()
    let result = try json(
      "cliente", "decidir", "flavia rocha", "--status", "pago", "--valor", "R$ 1.337,33",
      "--motivo", "recebida em setembro", in: month)
    #expect(result["depois"]?["valor_comissao"] == .string("1337.33"))
    #expect(result["valor_de"] == .string("informado"))
    #expect(result["regras"]?["status"] == .string("REQUER_ANALISE"))
    #expect(result["alertas"]?.elements.count == 1)
    _ = try month.controle()
    let shown = try client(flavia, in: month)
    #expect(shown?["status"] == .string("PAGO"))
    #expect(shown?["fonte"] == .string("Decisão manual"))
    #expect(shown?["observacao"] == .string("recebida em setembro"))
    let table = try month.workspace.run("base", "mostrar", "--nome", "flavia").output
    #expect(table.contains("decisão manual: recebida em setembro"))

    #expect(try month.workspace.run("desfazer").status == 0)
    #expect(try month.workspace.run("desfazer").status == 0)
    #expect(try month.data() == before)
  }

  @Test func aDecisionIsWithdrawn() throws {
    let month = try controlled()
    let before = try client(flavia, in: month)
    _ = try json(
      "cliente", "decidir", "flavia", "--status", "desistiu", "--motivo", "x", in: month)
    #expect(try client(flavia, in: month)?["valor_comissao"] == .string("0"))
    let withdrawn = try json(
      "cliente", "retirar-decisao", "flavia", "--motivo", "engano", in: month)
    #expect(withdrawn["alertas"]?.elements.count == 1)
    #expect(try client(flavia, in: month) == before)
    let again = try month.workspace.run(
      "cliente", "retirar-decisao", "flavia", "--motivo", "engano")
    #expect(again.status == 65)
  }

  @Test func aDryRunDecidesNothing() throws {
    let month = try controlled()
    let before = try month.workspace.tree()
    let result = try json(
      "cliente", "decidir", "flavia", "--status", "nulo", "--motivo", "x", "--dry-run", in: month)
    #expect(result["operacao"] == .null)
    #expect(result["depois"]?["status"] == .string("NULO"))
    _ = try json(
      "cliente", "vincular", "VIVIANE SOUZA GONCALVES", "VIVIAN SOUZA GONCALVES", "--motivo", "x",
      "--dry-run", in: month)
    #expect(try month.workspace.tree() == before)
  }

  @Test(arguments: [
    ("flavia", ["--status", "pago", "--valor", "1.234"], 64, "escreva com vírgula"),
    ("flavia", ["--status", "pago", "--valor", "muito"], 64, "337,33"),
    ("flavia", ["--status", "talvez"], 64, "os status são"),
    ("flavia", ["--status", "nulo", "--valor", "3"], 64, "--valor de fora"),
    ("ivo martins", ["--status", "pago"], 64, "Diga-o com --valor"),
    ("maria", ["--status", "nulo"], 66, "MARIA DA SILVA; ZILDA MARIA PORTO"),
    ("mariah da silva", ["--status", "nulo"], 66, "Parecidos: MARIA DA SILVA"),
  ])
  func whatIsNotPlainIsRefused(name: String, words: [String], status: Int32, said: String) throws {
    let month = try controlled()
    let before = try month.data()
    let outcome = try month.workspace.run(
      ["cliente", "decidir", name] + words + ["--motivo", "x"])
    #expect(outcome.status == status)
    #expect(outcome.complaints.contains(said), "\(outcome.complaints)")
    #expect(try month.data() == before)
  }

  @Test func aReasonOfBlanksIsNone() throws {
    let outcome = try controlled().workspace.run(
      "cliente", "decidir", "flavia", "--status", "nulo", "--motivo", "  ")
    #expect(outcome.status == 64)
  }

  @Test func aMistypedDataDirectoryDoesNotComeIntoBeing() throws {
    let workspace = try Workspace()
    for words in [
      ["decidir", "x", "--status", "nulo"], ["retirar-decisao", "x"], ["vincular", "x", "y"],
      ["desvincular", "x"],
    ] {
      #expect(try workspace.run(["cliente"] + words + ["--motivo", "x"]).status == 66)
    }
    #expect(try workspace.run("cliente", "mostrar", "x").status == 66)
    #expect(try workspace.run("explicar", "x").status == 66)
    #expect(try workspace.tree().isEmpty)
  }

  @Test func aBilledClientWhoIsDecidedToHaveGivenUpOwesTheMoneyBack() throws {
    let month = try Month()
    _ = try month.close()
    let result = try json(
      "cliente", "decidir", "cleonice", "--status", "desistiu", "--motivo", "distrato", in: month)
    #expect(result["estorno"] == .string("331.48"))
    let table = try month.workspace.run("cliente", "mostrar", "cleonice").output
    #expect(table.contains("A devolver: R$ 331,48."))
  }

  @Test func aDecisionReachesTheMonthsThatAreThere() throws {
    let month = try controlled()
    _ = try month.base("2025-11")
    let result = try json(
      "cliente", "decidir", "flavia", "--status", "nulo", "--motivo", "x", "--mes", "2025-10",
      in: month)
    #expect(result["bases"] == .array([.string("2025-10"), .string("2025-11")]))
    #expect(try client(flavia, in: month, "2025-11")?["fonte"] == .string("Decisão manual"))
  }

  // MARK: - Names

  @Test func linkedNamesAreOneFromTheNextControleOn() throws {
    let month = try controlled()
    let before = try month.data()
    let result = try json(
      "cliente", "vincular", "viviane souza", "VIVIAN SOUZA GONCALVES", "--motivo", "mesma",
      in: month)
    #expect(result["nome"] == .string("VIVIANE SOUZA GONCALVES"))
    #expect(result["cliente"] == .string("VIVIAN SOUZA GONCALVES"))
    #expect(result["nome_conhecido"] == .boolean(true))
    #expect(try client("VIVIAN SOUZA GONCALVES", in: month)?["status"] == .string("NULO"))
    let early = try json("explicar", "vivian souza", in: month)
    #expect(early["confere"] == .boolean(false))
    _ = try month.controle()
    #expect(try client("VIVIAN SOUZA GONCALVES", in: month)?["status"] == .string("FINANCIADO"))
    let why = try json("explicar", "viviane", in: month)
    #expect(why["nome"] == .string("VIVIAN SOUZA GONCALVES"))
    #expect(why["vinculos"]?.texts("nome") == ["VIVIANE SOUZA GONCALVES"])
    #expect(why["confere"] == .boolean(true))
    #expect(why["alertas"]?.texts("status") == ["resolvido"])

    _ = try json("cliente", "desvincular", "viviane", "--motivo", "eram duas", in: month)
    _ = try month.controle()
    #expect(try client("VIVIAN SOUZA GONCALVES", in: month)?["status"] == .string("NULO"))
    for _ in 1...4 { #expect(try month.workspace.run("desfazer").status == 0) }
    #expect(try month.data() == before)
  }

  @Test func anExplanationIsAListForPrograms() throws {
    let month = try controlled()
    let lines = try month.workspace.run("explicar", "flavia", "--formato", "csv").output
      .split(separator: "\r\n")
    #expect(lines.first?.hasPrefix("base,nome,prioridade,condicao,veredito,planilha,") == true)
    let facts = try json("explicar", "flavia", in: month)["prioridades"]?.elements.reduce(0) {
      $0 + max(1, $1["fatos"]?.elements.count ?? 0)
    }
    #expect(lines.count - 1 == facts)
    #expect(
      lines.contains {
        $0.hasPrefix("2025-10,FLÁVIA ROCHA MELO,3,") && $0.contains(",vale,Gestores,FORMA,15,")
      })
    let nobody = try month.workspace.run("explicar", "IGNACIO", "--formato", "csv")
    #expect(nobody.status == 66)
  }

  @Test("The list said nothing of a decision in force, nor told an unread amount from a blank one")
  func explanationAsAListWasIncomplete() throws {
    let month = try controlled()
    let igor = try month.workspace.run("explicar", "IGOR SANTANA REIS", "--formato", "csv").output
    #expect(igor.contains(",I19,\"\"\"a definir\"\"\",não lido,FINANCIADO,,"))
    let text = try month.workspace.run("explicar", "IGOR SANTANA REIS").output
    #expect(text.contains("COMISSÃO: \"a definir\" → não lido ("))
    _ = try json(
      "cliente", "decidir", "flavia", "--status", "pago", "--valor", "10,50", "--motivo",
      "recebida", "--data", "2025-11-05", in: month)
    let lines = try month.workspace.run("explicar", "flavia", "--formato", "csv").output
      .split(separator: "\r\n")
    #expect(
      lines.first?.hasSuffix(
        ",lido,status,valor_comissao,fonte,decidido_em,motivo_da_decisao,alertas") == true)
    #expect(
      lines.dropFirst().allSatisfy {
        $0.hasSuffix(",PAGO,10.5,Decisão manual,2025-11-05,recebida,2510-27 resolvido")
      })
  }

  @Test func aNameThatIsNotLinkedIsToldPlainly() throws {
    let month = try controlled()
    let none = try month.workspace.run("cliente", "desvincular", "x", "--motivo", "y")
    #expect(none.status == 66)
    #expect(none.complaints.contains("Não há nomes vinculados na Base Outubro/2025"))
    _ = try json(
      "cliente", "vincular", "viviane", "vivian souza", "--motivo", "x", in: month)
    let other = try month.workspace.run("cliente", "desvincular", "zulmira", "--motivo", "y")
    #expect(
      other.complaints.contains(
        "Não há nome vinculado \"zulmira\" na Base Outubro/2025."))
  }

  @Test(arguments: [
    ("MARIA DA SILVA", "IVO MARTINS", 65, "são dois clientes"),
    ("FULANO", "BELTRANO", 66, "Um dos dois tem de ser"),
    (" ", "IVO MARTINS", 64, "em branco"),
  ])
  func namesThatCannotBeOneAreRefused(
    one: String, other: String, status: Int32, said: String
  ) throws {
    let month = try controlled()
    let outcome = try month.workspace.run("cliente", "vincular", one, other, "--motivo", "x")
    #expect(outcome.status == status)
    #expect(outcome.complaints.contains(said), "\(outcome.complaints)")
  }

  @Test func aSpellingThatNoSpreadsheetHasIsTold() throws {
    let outcome = try controlled().workspace.run(
      "cliente", "vincular", "IVO MARTINZ", "IVO MARTINS", "--motivo", "x")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("confira se está escrito como na planilha"))
    #expect(outcome.output.contains("comissoes controle"))
  }

  @Test func controleProposesNamesToPeopleOnly() throws {
    let month = try Month()
    _ = try month.base()
    let text = try month.controle("--dry-run").output
    #expect(
      text.contains(
        "talvez: THAIS DE MOURA ARAUJO em Acompanhamento (97%: mesmo nome, sem contar acentos e sinais)"
      ))
    let document = try month.controle("--formato", "json").output
    #expect(!document.contains("talvez") && !document.contains("97"))
  }

  /// Nobody's name is given away by a decision, a link or a proposal.
  @Test func theAnonymousCopyHolds() throws {
    let month = try controlled()
    _ = try json(
      "cliente", "decidir", "flavia", "--status", "nulo", "--motivo", "segredo", in: month)
    _ = try json(
      "cliente", "vincular", "viviane souza", "VIVIAN SOUZA GONCALVES", "--motivo", "segredo",
      in: month)
    _ = try json("dados", "anonimizar", "copia", in: month)
    let copy = try month.workspace.run("dados", "verificar", "--dados", "copia")
    #expect(copy.status == 0, "\(copy.output)")
    let base = String(
      decoding: try month.workspace.bytes("copia/bases/2025-10.json"), as: UTF8.self)
    for word in ["FLÁVIA", "VIVIAN", "THAIS", "segredo"] { #expect(!base.contains(word)) }
    #expect(base.contains("mesmo nome, sem contar acentos e sinais"))
  }

  // MARK: - The record, and why

  @Test func theRecordTellsEveryChangeWithItsOperation() throws {
    let month = try controlled()
    _ = try json("cliente", "decidir", "flavia", "--status", "nulo", "--motivo", "x", in: month)
    let record = try json("cliente", "mostrar", "FLAVIA", in: month)
    #expect(record["meses"]?.texts("base") == ["2025-10"])
    #expect(record["mudancas"]?.elements.compactMap { $0["operacao"]?.integer } == [1, 2, 3, 3])
    #expect(record["meses"]?.elements.first?["alertas"]?.texts("status") == ["resolvido"])
    let csv = try month.workspace.run("cliente", "mostrar", "flavia", "--formato", "csv").output
    #expect(csv.hasPrefix("operacao,momento,usuario,base,acao,mudanca,motivo\r\n"))
    #expect(csv.split(separator: "\r\n").count == 5)
  }

  @Test func whyNamesTheCellAndWhatStandsInIt() throws {
    let month = try controlled()
    let why = try json("explicar", "flavia", in: month)
    let rows = try #require(why["prioridades"]?.elements)
    #expect(
      rows.compactMap { $0["veredito"]?.string } == ["nao_vale", "nao_vale", "vale"]
        + Array(repeating: "nao_avaliada", count: 7))
    let forma = try #require(rows[2]["fatos"]?.element("coluna", "FORMA"))
    #expect(forma["celula"] == .string("J15"))
    #expect(forma["na_celula"] == .string("\"PERMUTA  c/ Veículo\""))
    #expect(forma["lido"] == .string("PERMUTA C/ VEÍCULO"))
    #expect(why["confere"] == .boolean(true))
    let text = try month.workspace.run("explicar", "flavia").output
    #expect(text.contains("3. VALE: "))
    #expect(text.contains("(COMISSÕES_GESTORES.xlsx › GESTORES › J15)"))
    #expect(text.contains("As demais não foram olhadas, porque a "))
    #expect(text.contains("se a FORMA em Gestores significasse FINANCIADO"))
  }

  /// Every client: the engine run again on the kept spreadsheets says what the base says.
  @Test func whyAgreesWithTheBaseForEveryClient() throws {
    let session = Session()
    for words in [
      ["base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento],
      ["controle", "--gestores", Month.gestores, "--webopay", Month.webopay],
    ] { #expect(session.run(words).code == .done) }
    let names = try #require(try session.document("base", "mostrar")["clientes"]).texts("nome")
    #expect(names.count == 77)
    for name in names.enumerated().filter({ $0.offset % 4 == 0 }).map(\.element) {
      let why = try session.document("explicar", name)
      #expect(why["nome"] == .string(name))
      #expect(why["confere"] == .boolean(true), "\(name)")
      #expect(why["regras"]?["status"] == why["cliente"]?["status"], "\(name)")
    }
  }

  @Test func aNameOfASpreadsheetOnlyGetsAnAnswer() throws {
    let month = try controlled()
    let why = try json("explicar", "viviane", in: month)
    #expect(why["cliente"] == .null)
    #expect(why["candidatos"]?.texts("nome") == ["VIVIAN SOUZA GONCALVES"])
    #expect(why["regras"]?["status"] == .string("FINANCIADO"))
    let text = try month.workspace.run("explicar", "viviane").output
    #expect(text.contains("Não está na base"))
    #expect(text.contains("93%, muito provável: uma letra de diferença"))
  }

  @Test func whyTellsOfADecisionAndOfAnotherConfiguration() throws {
    let month = try controlled()
    _ = try json("cliente", "decidir", "flavia", "--status", "nulo", "--motivo", "x", in: month)
    try month.workspace.write(
      #"{"mapeamento_forma": {"PERMUTA C/ VEÍCULO": "FINANCIADO"}}"#, to: "config.json")
    let why = try json("explicar", "flavia", in: month)
    #expect(why["confere"] == .boolean(false))
    #expect(why["regras"]?["status"] == .string("REQUER_ANALISE"))
    #expect(why["configuracao_atual"]?["status"] == .string("FINANCIADO"))
    let text = try month.workspace.run("explicar", "flavia").output
    #expect(text.contains("vale a decisão manual, até ser retirada"))
    #expect(text.contains("Com a configuração de agora"))
  }

  @Test func withoutAControleThereIsNothingToExplain() throws {
    let month = try Month()
    _ = try month.base()
    let outcome = try month.workspace.run("explicar", "flavia")
    #expect(outcome.status == 66)
    #expect(outcome.complaints.contains("comissoes controle"))
  }

  // MARK: - The record of a client

  @Test("Why a decision was withdrawn, or names were parted, is on the record; no row is empty")
  func reasonsWereMissingAndRowsEmpty() throws {
    let month = try controlled()
    let workspace = month.workspace
    _ = try json(
      "cliente", "decidir", "flavia", "--status", "nulo", "--motivo", "a conferir", in: month)
    // What the rules say changes under the decision.
    try workspace.write(
      #"{"mapeamento_forma": {"PERMUTA C/ VEÍCULO": "DESCONTO"}}"#, to: "config.json")
    _ = try month.controle()
    _ = try json("cliente", "retirar-decisao", "flavia", "--motivo", "foi engano", in: month)
    let shown = try workspace.run("cliente", "mostrar", "flavia").output
    #expect(shown.contains("; motivo: foi engano"))
    #expect(!shown.contains("; motivo: a conferir"))
    let changes = try #require(try json("cliente", "mostrar", "flavia", in: month)["mudancas"])
    #expect(changes.elements.allSatisfy { $0["mudanca"]?.string?.isEmpty == false })
    #expect(changes.elements.last?["motivo"] == .string("foi engano"))
    #expect(changes.elements.first?["motivo"] == .null)
    #expect(changes.texts("mudanca").contains("o que as regras dizem; vale a decisão manual"))
    let csv = try workspace.run("cliente", "mostrar", "flavia", "--formato", "csv").output
    #expect(csv.contains(",foi engano\r\n"))

    let (one, other) = ("VIVIANE SOUZA GONCALVES", "VIVIAN SOUZA GONCALVES")
    _ = try json("cliente", "vincular", one, other, "--motivo", "mesma pessoa", in: month)
    _ = try json("cliente", "desvincular", one, "--motivo", "eram duas", in: month)
    let record = try workspace.run("cliente", "mostrar", other).output
    #expect(record.contains("nome \(one) vinculado; motivo: mesma pessoa"))
    #expect(record.contains("nome \(one) desvinculado; motivo: eram duas"))
  }

  @Test("Where a base was made under a link, parting the names says how to part the rows")
  func rowsOfAPartedNameStayedTheClients() throws {
    let month = try controlled()
    let workspace = month.workspace
    // The next month's Acompanhamento has the other spelling too.
    try workspace.write(
      "NOME;DATA\nIVO MARTINS;01/11/2025\nIVO MARTINZ;02/11/2025\n", to: "novembro.csv")
    _ = try json("cliente", "vincular", "IVO MARTINZ", "IVO MARTINS", "--motivo", "x", in: month)
    let criar = [
      "base", "criar", "--mes", "2025-11", "--acompanhamento", "novembro.csv", "--formato", "json",
    ]
    #expect(try workspace.run(criar).document()["clientes"] == .number(1))
    let parted = try workspace.run(
      "cliente", "desvincular", "IVO MARTINZ", "--motivo", "são dois")
    #expect(parted.status == 0)
    #expect(parted.output.contains("Em Acompanhamento de Novembro/2025 há linhas de IVO MARTINZ"))
    #expect(parted.output.contains("comissoes base criar --mes 2025-11"))
    #expect(try workspace.run(criar + ["--substituir"]).document()["clientes"] == .number(2))
    _ = try json(
      "cliente", "vincular", "VIVIANE SOUZA GONCALVES", "VIVIAN SOUZA GONCALVES", "--mes",
      "2025-10", "--motivo", "x", in: month)
    let other = try json(
      "cliente", "desvincular", "VIVIANE", "--mes", "2025-10", "--motivo", "x", in: month)
    #expect(other["juntadas"] == .array([]))
  }
}
