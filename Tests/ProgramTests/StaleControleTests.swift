import JSONDocuments
import TestSupport
import Testing

/// Billing goes by the statuses of the last controle: where they do not hold any more, nothing is
/// billed. And what the sheets say to be worth nothing is told.
@Suite struct StaleControleTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write(
      "NOME;DATA\nJOÃO SILVA;01/10/2025\nBIA COSTA;02/10/2025\n", to: "acompanhamento.csv")
    try workspace.write(
      "NOME DO CLIENTE;FORMA;STATUS;COMISSÃO\nJOAO SILVA;FIN;ENTROU;250,00\n"
        + "JOÃO SILVA;FIN;ENTROU;100,00\nBIA COSTA;FINANCIADO;ENTROU;0\nCAIO;QUITADO;ENTROU;3\n",
      to: "gestores.csv")
    try workspace.write(
      "Nome Mutuário;Data de Assinatura\nJOÃO SILVA;30/10/2025\nBIA COSTA;30/10/2025\n",
      to: "epr.csv")
    try succeed("base", "criar", "--mes", "2025-10", "--acompanhamento", "acompanhamento.csv")
    try controle()
  }

  @discardableResult
  private func succeed(_ words: String...) throws -> Outcome {
    let outcome = try workspace.run(words)
    try #require(outcome.status == 0, "\(words): \(outcome.complaints)")
    return outcome
  }

  private func controle() throws {
    try succeed("controle", "--gestores", "gestores.csv", "--webopay", Month.webopay)
  }

  private func billing(_ words: String...) throws -> Outcome {
    try workspace.run(["recebimentos", "--epr", "epr.csv", "--data", "2025-11-03"] + words)
  }

  private func refused(_ said: String) throws {
    let before = try workspace.tree()
    for outcome in [try billing(), try billing("--dry-run")] {
      #expect(outcome.status == 65)
      #expect(outcome.complaints.contains(said), "\(outcome.complaints)")
      #expect(outcome.complaints.contains("'comissoes controle --mes 2025-10 --gestores"))
    }
    #expect(try workspace.tree() == before)
  }

  @Test("After a link and before the next controle the old statuses were billed")
  func aLinkMakesTheControleStale() throws {
    try succeed("cliente", "vincular", "JOAO SILVA", "JOÃO SILVA", "--motivo", "mesma pessoa")
    try refused(
      "O último controle da Base Outubro/2025 (operação 2) é de antes de JOAO SILVA passar a contar"
        + " como JOÃO SILVA. Os status podem já não valer; nada foi faturado.")
    try controle()
    #expect(try billing("--dry-run").output.contains("R$ 250,00"))
    try succeed("cliente", "desvincular", "JOAO SILVA", "--motivo", "são dois")
    try refused("(operação 4) é de antes de JOAO SILVA deixar de contar como JOÃO SILVA")
    // Taken back, the controle is what it was.
    try succeed("desfazer")
    #expect(try billing().status == 0)
  }

  @Test("A link that was made and taken back again leaves the controle as good as it was")
  func aLinkTakenBackIsNone() throws {
    try succeed("cliente", "vincular", "JOAO SILVA", "JOÃO SILVA", "--motivo", "mesma pessoa")
    try succeed("cliente", "desvincular", "JOAO SILVA", "--motivo", "são dois")
    #expect(try billing().output.contains("R$ 100,00"))
  }

  @Test("After another meaning of FORMA who had stood otherwise by it was billed")
  func anotherMeaningMakesTheControleStale() throws {
    try succeed("config", "forma", "QUITADO", "PAGO")
    #expect(try billing("--dry-run").status == 0)
    try succeed("config", "forma", "FIN", "DESCONTO")
    try refused("com ela estariam de outro modo: JOÃO SILVA")
    try controle()
    #expect(try billing().output.contains("1 cliente faturado"))
  }

  @Test("A COMISSÃO of nothing was billed without a word")
  func aBillOfNothingIsTold() throws {
    let dry = try billing("--dry-run")
    #expect(
      dry.complaints.contains(
        "Aviso: gestores.csv, aba \"CSV\", D4: a comissão de BIA COSTA seria faturada por R$ 0,00, que é a COMISSÃO da planilha;"
          + " se não é o certo, corrija a planilha"), "\(dry.complaints)")
    try workspace.write(
      "NOME DO CLIENTE;FORMA;STATUS;COMISSÃO\nBIA COSTA;FIN;ENTROU;-10,00\n", to: "gestores.csv")
    try controle()
    let avisos = try #require(try billing("--formato", "json").document()["avisos"]).elements
    #expect(avisos.count == 1)
    #expect(avisos.first?["celula"] == .string("D2"))
    #expect(avisos.first?["arquivo"] == .string("gestores.csv"))
    let said = avisos.first?["mensagem"]?.string ?? ""
    #expect(said.contains("a comissão de BIA COSTA foi faturada por -R$ 10,00"), "\(said)")
    #expect(said.contains("comissoes desfazer"))
  }
}
