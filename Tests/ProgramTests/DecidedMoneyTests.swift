import JSONDocuments
import TestSupport
import Testing

/// What the director's word does to money that is billed, over the months.
@Suite struct DecidedMoneyTests {
  private let month: Month
  private let lays = "CLEONICE LAYS TRINDADE RIBEIRO"
  private let lais = "CLEONICE LAIS TRINDADE RIBEIRO"

  init() throws {
    month = try Month()
    _ = try month.base()
    _ = try month.controle()
  }

  @discardableResult
  private func run(_ words: String...) throws -> Outcome {
    let outcome = try month.workspace.run(words)
    #expect(outcome.status == 0, "\(outcome.complaints)")
    return outcome
  }

  private func json(_ words: String...) throws -> JSONValue {
    let outcome = try month.workspace.run(words + ["--formato", "json"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    return try outcome.document()
  }

  private func decide(_ name: String, _ words: String...) throws -> Outcome {
    try month.workspace.run(["cliente", "decidir", name] + words + ["--motivo", "y"])
  }

  private func client(_ name: String, _ mes: String) throws -> JSONValue? {
    try json("base", "mostrar", "--mes", mes)["clientes"]?.element("nome", name)
  }

  /// November's Acompanhamento has the client under the other spelling.
  private func november() throws {
    try month.workspace.write("NOME;DATA\n\(lais);01/11/2025\n", to: "novembro.csv")
    try run("base", "criar", "--mes", "2025-11", "--acompanhamento", "novembro.csv")
  }

  private func link() throws -> Outcome {
    try month.workspace.run(
      "cliente", "vincular", lays, lais, "--mes", "2025-11", "--motivo", "mesma pessoa")
  }

  @Test("R$ 0,00 was taken for the amount that the client has")
  func zeroIsNoAmount() throws {
    let joao = "JOÃO PEDRO MACIEL"
    #expect(try decide(joao, "--status", "desistiu").status == 0)
    let financed = try decide(joao, "--status", "financiado")
    #expect(financed.output.contains("→ Financiado R$ 340,00, por decisão manual."))
    #expect(
      financed.output.contains("Valor: R$ 340,00, o que as regras dizem (Gestores (Financiado))."))
    #expect(try decide(joao, "--status", "desistiu").status == 0)
    #expect(
      try json("cliente", "decidir", joao, "--status", "pago", "--motivo", "x")["valor_de"]
        == .string("planilhas"))

    let before = try month.data()
    // The rules themselves say zero.
    let gaveUp = try decide("ANA LÚCIA PRATES", "--status", "financiado")
    #expect(gaveUp.status == 64)
    #expect(gaveUp.complaints.contains("Diga-o com --valor"))
    let zero = try decide(joao, "--status", "financiado", "--valor", "0")
    #expect(zero.status == 64)
    #expect(zero.complaints.contains("não pode ser zero"))
    #expect(try month.data() == before)
  }

  @Test("A decision on one spelling was lost when the next month had the linked one")
  func decisionsFollowLinks() throws {
    #expect(try decide(lays, "--status", "desconto").status == 0)
    try november()
    let linked = try link()
    #expect(linked.status == 0, "\(linked.complaints)")
    #expect(
      linked.output.contains(
        "Passa a valer também para \(lais), em Novembro/2025, a decisão manual sobre \(lays) em Outubro/2025:"
          + " Desconto R$ 0,00 (y)."))
    _ = try month.controle("--mes", "2025-11")
    #expect(try client(lais, "2025-11")?["status"] == .string("DESCONTO"))
    let billed = try month.recebimentos("--mes", "2025-11", "--formato", "json").document()
    #expect(billed["a_receber"]?.elements.isEmpty == true)

    let parted = try run(
      "cliente", "desvincular", lays, "--mes", "2025-11", "--motivo", "são duas")
    #expect(parted.output.contains("Deixa de valer para \(lais)"))
    for _ in 1...4 { try run("desfazer") }
    #expect(try client(lais, "2025-11")?["status"] == .string("NULO"))
  }

  @Test("Two decisions that contradict each other are both named")
  func contradictingDecisions() throws {
    #expect(try decide(lays, "--status", "desconto").status == 0)
    try november()
    #expect(try decide(lais, "--status", "desistiu", "--mes", "2025-11").status == 0)
    let refused = try link()
    #expect(refused.status == 65)
    #expect(refused.complaints.contains("\(lays) como Desconto R$ 0,00 em Outubro/2025 (y)"))
    #expect(refused.complaints.contains("\(lais) como Desistiu R$ 0,00 em Novembro/2025 (y)"))
  }

  @Test("Two releases of one person under linked names were both accepted")
  func oneReleaseOfLinkedNames() throws {
    _ = try month.recebimentos()
    try november()
    #expect(try link().status == 0)
    try run("cliente", "liberar", lays, "--mes", "2025-10", "--motivo", "outro contrato")
    let second = try month.workspace.run(
      "cliente", "liberar", lais, "--mes", "2025-11", "--motivo", "outro contrato")
    #expect(second.status == 65)
    #expect(
      second.complaints.contains("liberada na Base Outubro/2025, sob o nome \(lays)"))
    let again = try month.recebimentos("--mes", "2025-10")
    #expect(
      again.complaints.contains(
        "\(lays): há uma nova comissão liberada, mas o contrato 8787.7235.3736-1"))
    #expect(try month.workspace.run("dados", "verificar").status == 0)
  }

  /// Both names are billed, each in its month.
  private func bothBilled() throws {
    _ = try month.recebimentos()
    try november()
    try month.workspace.write(
      "NOME DO CLIENTE;FORMA;STATUS;COMISSÃO\n\(lais);FIN;ENTROU;331,48\n", to: "gestores.csv")
    try month.workspace.write(
      "Nome Mutuário;Data de Assinatura\n\(lais);03/11/2025\n", to: "epr.csv")
    try run("controle", "--gestores", "gestores.csv", "--webopay", Month.webopay)
    try run("recebimentos", "--epr", "epr.csv", "--data", "2025-12-03")
  }

  @Test("A link made one client of two who had both been billed, and nobody was told")
  func billedTwiceBeforeTheLink() throws {
    try bothBilled()
    let before = try month.workspace.tree()
    let refused = try link()
    #expect(refused.status == 65)
    #expect(
      refused.complaints.contains(
        "já houve faturamento dos dois nomes, de \(lays) no relatório nº 1 (Base Outubro/2025, R$ 331,48), e"
          + " de \(lais) no relatório nº 2 (Base Novembro/2025, R$ 331,48): juntos seriam um cliente faturado duas"
          + " vezes; nada foi mudado."), "\(refused.complaints)")
    #expect(refused.complaints.contains("('comissoes desfazer 3' ou 'comissoes desfazer 6')"))
    #expect(try month.workspace.tree() == before)
    // Done as it says, it is no more refused.
    try run("desfazer", "6")
    #expect(try link().status == 0)
    #expect(try month.workspace.run("dados", "verificar").status == 0)
  }

  @Test("Two releases from before a link let one client be billed twice more")
  func releasedTwiceBeforeTheLink() throws {
    try bothBilled()
    try run("cliente", "liberar", lays, "--mes", "2025-10", "--motivo", "outro contrato")
    try run("cliente", "liberar", lais, "--mes", "2025-11", "--motivo", "outro contrato")
    #expect(try link().status == 65)
    #expect(try month.workspace.run("dados", "verificar").status == 0)
  }

  @Test(
    "A released client billed again for a contract billed under the other name is remarked upon")
  func aContractBilledUnderALinkedName() throws {
    _ = try month.recebimentos()
    try november()
    #expect(try link().status == 0)
    _ = try month.controle("--mes", "2025-11")
    try run("cliente", "liberar", lais, "--mes", "2025-11", "--motivo", "outro contrato")
    let billed = try month.recebimentos("--mes", "2025-11")
    #expect(
      billed.complaints.contains(
        "\(lais): há uma nova comissão liberada, mas o contrato 8787.7235.3736-1"))
    #expect(!billed.complaints.contains("cliente vincular"))
  }

  @Test("A decision that was withdrawn still closed the alert of the month that withdrew it")
  func aWithdrawnDecisionClosesNothing() throws {
    let gilberto = "GILBERTO ANJOS"
    #expect(try decide(gilberto, "--status", "pago", "--valor", "100").status == 0)
    _ = try month.base("2025-11")
    try run("cliente", "retirar-decisao", gilberto, "--mes", "2025-11", "--motivo", "engano")
    _ = try month.controle("--mes", "2025-11")
    let open = try json("alertas", "listar", "--mes", "2025-11", "--cliente", gilberto)
    #expect(open["alertas"]?.texts("status") == ["pendente"])
  }

  @Test("Of a client whose amount was decided it was said that there is none")
  func aDecidedAmountIsNotMissing() throws {
    let geraldo = "GERALDO LINS"
    #expect(try decide(geraldo, "--status", "financiado", "--valor", "300").status == 0)
    try month.workspace.write(
      "NOME DO CLIENTE;FORMA;STATUS;COMISSÃO\n\(geraldo);FIN;ENTROU;\n", to: "gestores.csv")
    let controle = try run("controle", "--gestores", "gestores.csv", "--webopay", Month.webopay)
    #expect(
      controle.complaints.contains(
        "\(geraldo) segue Financiado R$ 300,00 por decisão manual (y), mas as planilhas agora dizem"
          + " Financiado sem valor;"))
    let alerts = try json("alertas", "listar", "--cliente", geraldo, "--status", "pendente")
    #expect(alerts["alertas"]?.elements.isEmpty == true)
  }

  @Test("A link made money fall due to be given back, and did not say how much")
  func aLinkTellsOfTheRefund() throws {
    _ = try month.recebimentos()
    try november()
    #expect(try decide(lais, "--status", "desistiu", "--mes", "2025-11").status == 0)
    let before = try month.workspace.tree()
    let dry = try json(
      "cliente", "vincular", lays, lais, "--mes", "2025-11", "--motivo", "x", "--dry-run")
    #expect(dry["estorno"] == .string("331.48"))
    #expect(try month.workspace.tree() == before)
    let linked = try link()
    #expect(
      linked.output.contains(
        "A comissão de \(lais) já foi faturada: há R$ 331,48 a devolver, na base de 2025-11."),
      "\(linked.output)")
    // Said once: nothing more falls due.
    #expect(
      try run("cliente", "desvincular", lays, "--motivo", "x").output.contains("devolver") == false)
    let without = try json(
      "cliente", "vincular", "IVO MARTINZ", "IVO MARTINS", "--mes", "2025-10", "--motivo", "x")
    #expect(without["estorno"] == .null)
  }

  @Test("Deciding in an older month did not say that the client has another name later")
  func theOtherNameOfALaterMonthIsTold() throws {
    try november()
    #expect(try link().status == 0)
    let decided = try decide(lays, "--status", "desconto", "--mes", "2025-10")
    #expect(
      decided.output.contains("O mesmo na base de 2025-11 (onde o cliente é \(lais))."),
      "\(decided.output)")
    let withdrawn = try json(
      "cliente", "retirar-decisao", lays, "--mes", "2025-10", "--motivo", "x")
    #expect(
      withdrawn["com_outro_nome"]
        == .array([.object(["base": .string("2025-11"), "cliente": .string(lais)])]))
  }

  @Test("A bill inherited under a link stayed when the names were parted, and nothing added up")
  func anInheritedBillLeavesWithTheLink() throws {
    _ = try month.recebimentos()
    try november()
    #expect(try link().status == 0)
    try month.workspace.write("NOME;DATA\n\(lais);01/12/2025\n", to: "dezembro.csv")
    try run("base", "criar", "--mes", "2025-12", "--acompanhamento", "dezembro.csv")
    #expect(try client(lais, "2025-12")?["ja_pago"] == .boolean(true))
    // Parted in December only, November's link still counts for all.
    try run("cliente", "desvincular", lays, "--mes", "2025-12", "--motivo", "são duas")
    #expect(try client(lais, "2025-12")?["ja_pago"] == .boolean(true))
    #expect(try month.workspace.run("dados", "verificar").status == 0)
    let before = try month.data()
    let parted = try run(
      "cliente", "desvincular", lays, "--mes", "2025-11", "--motivo", "são duas")
    #expect(
      parted.output.contains("o que é do outro, no relatório nº 1 (Base Outubro/2025, R$ 331,48)"))
    #expect(try client(lais, "2025-12")?["ja_pago"] == .boolean(false))
    #expect(try client(lays, "2025-10")?["ja_pago"] == .boolean(true))
    let checked = try month.workspace.run("dados", "verificar")
    #expect(checked.status == 0, "\(checked.output)")
    try run("desfazer")
    #expect(try month.data() == before)
  }
}
