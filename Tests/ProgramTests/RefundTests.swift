import ComissoesCLI
import Dominio
import JSONDocuments
import TestSupport
import Testing

/// Bills of other months, money given back, clients released: what the figures and lists say of
/// them.
@Suite struct RefundTests {
  private let name = "CLEONICE LAYS TRINDADE RIBEIRO"
  private let month: Month

  init() throws { month = try Month() }

  private func run(_ words: String...) throws -> JSONValue {
    let outcome = try month.workspace.run(words + ["--formato", "json"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    return try outcome.document()
  }

  private func totals(_ mes: String) throws -> JSONValue? {
    try run("base", "listar")["bases"]?.elements.first { $0["base"]?.string == mes }?["totais"]
  }

  /// The client gives up, the money goes back, and then the client is FINANCIADO again.
  private func giveBack() throws {
    try month.workspace.write(
      #"{"mapeamento_status": {"EM ABERTO": "DESISTIU"}}"#, to: "config.json")
    _ = try month.controle("--mes", "2025-10")
    _ = try run(
      "estorno", "registrar", name, "--mes", "2025-10", "--motivo", "devolvido por PIX",
      "--data", "2025-11-05")
    try month.workspace.remove("config.json")
    _ = try month.controle("--mes", "2025-10")
  }

  @Test("A base made before another month billed does not count that money as to be received")
  func billedElsewhereWasStillToBeReceived() throws {
    _ = try month.base("2025-11")
    _ = try month.controle("--mes", "2025-11")
    let before = try totals("2025-11")?["a_receber"]?.string.flatMap { Dinheiro($0) }
    _ = try month.close("2025-10")
    let after = try totals("2025-11")?["a_receber"]?.string.flatMap { Dinheiro($0) }
    #expect(try #require(before) - (try #require(after)) == Dinheiro("4524.77"))
    #expect(try totals("2025-11")?["faturado"] == .string("0"))

    let shown = try run("base", "mostrar", "--mes", "2025-11")
    #expect(shown["totais"] == (try totals("2025-11")))
    #expect(shown["clientes"]?.element("nome", name)?["ja_pago"] == .boolean(true))
    let controle = try month.controle("--mes", "2025-11")
    let amount = try #require(after).emReais()
    #expect(controle.output.contains("A receber quando assinarem (financiados): \(amount)"))
  }

  @Test("Who got a commission back and is financed again is shown with what happened")
  func refundedClientWasShownWithoutRemark() throws {
    _ = try month.close("2025-10")
    try giveBack()
    let here = try month.recebimentos("--mes", "2025-10", "--dry-run")
    #expect(here.output.contains("devolvido em 05/11/2025 (devolvido por PIX)"))
    #expect(here.output.contains("comissoes cliente liberar"))
    let list = try run(
      "recebimentos", "--epr", Month.epr, "--mes", "2025-10", "--dry-run")["ja_faturados"]
    #expect(list?.texts("nome") == [name])
    #expect(list?.elements.first?["base"] == .string("2025-10"))
    #expect(list?.elements.first?["devolvido_em"] == .string("2025-11-05"))

    let lists = try month.close("2025-11").recebimentos
    #expect(
      lists["ja_faturados"]?.element("nome", name)?["devolvido_em"] == .string("2025-11-05"))
    #expect(
      lists["ja_faturados"]?.element("nome", "MARLENE CUNHA")?["devolvido_em"] == .null)
  }

  @Test("What was given back is told apart from what was billed")
  func faturadoKeptTheRefundedMoney() throws {
    _ = try month.close("2025-10")
    try giveBack()
    #expect(try totals("2025-10")?["faturado"] == .string("4524.77"))
    #expect(try totals("2025-10")?["devolvido"] == .string("331.48"))
    let shown = try month.workspace.run("base", "mostrar", "--nome", "cleonice").output
    #expect(shown.contains("Faturado: R$ 4.524,77, dos quais R$ 331,48 devolvidos"))
    #expect(shown.contains("03/11/2025 (Outubro/2025), devolvido em 05/11/2025"))
    #expect(try month.workspace.run("dados", "verificar").status == 0)
  }

  @Test("Billed once more for the very same contract is remarked upon, unless it was given back")
  func sameContractBilledTwiceWithoutWarning() throws {
    _ = try month.close("2025-10")
    _ = try run("cliente", "liberar", "cleonice", "--motivo", "engano")
    let document = try run("recebimentos", "--epr", Month.epr, "--dry-run")
    let remark = document["avisos"]?.texts("mensagem").first { $0.contains(name) }
    #expect(remark?.contains("o contrato 8787.7235.3736-1 é o mesmo") == true)
    #expect(remark?.contains("desfaça a liberação") == true)
    #expect(document["a_receber"]?.texts("nome") == [name])
    let billed = try month.recebimentos()
    #expect(billed.complaints.contains("desfaça este faturamento"))

    let refunded = try RefundTests()
    _ = try refunded.month.close("2025-10")
    try refunded.giveBack()
    _ = try refunded.run("cliente", "liberar", "cleonice", "--motivo", "voltou")
    let again = try refunded.run("recebimentos", "--epr", Month.epr, "--dry-run")
    #expect(again["a_receber"]?.texts("nome") == [name])
    #expect(again["avisos"]?.texts("mensagem").contains { $0.contains(name) } == false)
  }

  @Test("Released in a base that was made before the bill, both bills stay on record")
  func releasedInABaseThatKnewOfNoBill() throws {
    _ = try month.base("2025-11")
    _ = try month.controle("--mes", "2025-11")
    _ = try month.close("2025-10")
    _ = try run("cliente", "liberar", "cleonice", "--motivo", "segundo contrato")
    let lists = try run("recebimentos", "--epr", Month.epr, "--mes", "2025-11")
    #expect(lists["a_receber"]?.texts("nome") == [name])
    #expect(try month.workspace.run("dados", "verificar").status == 0)
  }

  @Test("Money owed back in a base that knew of no bill is found by estorno registrar as well")
  func estornoInABaseThatKnewOfNoBill() throws {
    _ = try month.base("2025-11")
    _ = try month.close("2025-10")
    try month.workspace.write(
      #"{"mapeamento_status": {"EM ABERTO": "DESISTIU"}}"#, to: "config.json")
    _ = try month.controle("--mes", "2025-11")
    #expect(try totals("2025-11")?["estornos"] != .string("0"))
    let before = try totals("2025-11")?["estornos"]?.string.flatMap { Dinheiro($0) }
    _ = try run("estorno", "registrar", name, "--motivo", "devolvido por PIX")
    let after = try totals("2025-11")?["estornos"]?.string.flatMap { Dinheiro($0) }
    #expect(try #require(before) - (try #require(after)) == Dinheiro("331.48"))
  }

  @Test("The documents of estorno and liberar did not say how much, nor of which bill")
  func documentsWithoutTheMoney() throws {
    _ = try month.close("2025-10")
    let released = try run("cliente", "liberar", name, "--motivo", "x", "--dry-run")
    #expect(released["estorno"] == .null)
    let bill = try #require(released["faturamentos"]?.elements.first)
    #expect(bill["valor"] == .string("331.48"))
    #expect(bill["relatorio"] == .number(1))
    #expect(bill["base"] == .string("2025-10"))
    #expect(bill["contrato"]?.string != nil)
    try month.workspace.write(
      #"{"mapeamento_status": {"EM ABERTO": "DESISTIU"}}"#, to: "config.json")
    _ = try month.controle("--mes", "2025-10")
    for words in [["--dry-run"], []] {
      let document = try month.workspace.run(
        ["estorno", "registrar", name, "--motivo", "x", "--formato", "json"] + words
      ).document()
      #expect(document["cliente"] == .string(name))
      #expect(document["base"] == .string("2025-10"))
      #expect(document["estorno"] == .string("331.48"))
      #expect(document["faturamentos"]?.elements == [bill])
    }
  }

  @Test("Each refusal of estorno and liberar says why, and what can be done instead")
  func contradictoryHintsOfDecisions() throws {
    _ = try month.close("2025-10")
    func refusal(_ words: String...) throws -> String {
      let outcome = try month.workspace.run(words + ["--motivo", "x"])
      #expect(outcome.status == 65)
      return outcome.complaints
    }
    #expect(
      try refusal("estorno", "registrar", name).contains("foi faturada, e o status é Financiado"))
    #expect(
      try refusal("estorno", "registrar", "HELENA BRITO").contains("não há comissão faturada"))
    #expect(
      try refusal("cliente", "liberar", "HELENA BRITO").contains(
        "Ainda não há comissão faturada de"))
    _ = try run("cliente", "liberar", name, "--motivo", "segundo contrato")
    #expect(
      try refusal("cliente", "liberar", name).contains("comissoes recebimentos --mes 2025-10"))
    try giveBack()
    #expect(
      try refusal("estorno", "registrar", name).contains("já está registrado como devolvido"))
  }

  @Test("Both decisions can be tried, and ask for a reason that says something")
  func decisionsHadNoDryRunAndTookAnEmptyReason() throws {
    _ = try month.close("2025-10")
    try month.workspace.write(
      #"{"mapeamento_status": {"EM ABERTO": "DESISTIU"}}"#, to: "config.json")
    _ = try month.controle()
    let before = try month.workspace.tree()
    for words in [["cliente", "liberar"], ["estorno", "registrar"]] {
      let tried = try month.workspace.run(words + ["cleonice", "--motivo", "x", "--dry-run"])
      #expect(tried.status == 0)
      #expect(tried.output.hasSuffix("Simulação: nada foi gravado.\n"))
      let document = try month.workspace.run(
        words + ["cleonice", "--motivo", "x", "--dry-run", "--formato", "json"]
      ).document()
      #expect(document["operacao"] == .null)
      #expect(document["dry_run"] == .boolean(true))
      #expect(document["argumentos"]?["cliente"] == .string(name))
      #expect(try month.workspace.run(words + ["cleonice", "--motivo", " "]).status == 64)
    }
    #expect(try month.workspace.tree() == before)
    let done = try run("estorno", "registrar", "cleonice", "--motivo", "devolvido")
    #expect(done["operacao"] == .number(5))
    #expect(done["dry_run"] == .boolean(false))
  }

  @Test("Who is released in another month is sent there, not to be released once more")
  func releasedElsewhereWasToldToBeReleased() throws {
    _ = try month.close("2025-10")
    try giveBack()
    _ = try month.close("2025-11")
    _ = try run("cliente", "liberar", name, "--mes", "2025-11", "--motivo", "voltou")
    let here = try month.recebimentos("--mes", "2025-10", "--dry-run")
    #expect(here.output.contains("liberado em Novembro/2025"))
    #expect(here.output.contains("comissoes recebimentos --mes 2025-11"))
    #expect(!here.output.contains("comissoes cliente liberar"))
    let list = try run(
      "recebimentos", "--epr", Month.epr, "--mes", "2025-10", "--dry-run")["ja_faturados"]
    #expect(list?.element("nome", name)?["liberado_na_base"] == .string("2025-11"))
  }
}
