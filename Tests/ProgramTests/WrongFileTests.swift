import ComissoesCLI
import JSONDocuments
import TestSupport
import Testing

/// The director closes a month on the wrong file, and sees it. Docs/regras.md §10
@Suite struct WrongFileTests {
  private let month: AlertSession
  private let workspace: Workspace

  init() throws {
    month = try AlertSession()
    workspace = try Workspace()
  }

  private func resolve() {
    #expect(month.run("resolver", "27", "--motivo", "recebida").code == .done)
  }

  private func wrongFile() throws {
    try workspace.write(
      "NOME DO CLIENTE;FORMA;STATUS;COMISSÃO\r\nFLÁVIA ROCHA MELO;FIADO;;1.234,56\r\n",
      to: "g.csv")
    let outcome = month.session.run([
      "controle", "--gestores", workspace.file("g.csv"),
      "--webopay", "\(AlertSession.sheets)/relatorio-comissoes_WebroPay.xlsx",
    ])
    #expect(outcome.code == .done)
    #expect(outcome.output.contains("FORMA de PERMUTA C/ VEÍCULO para FIADO"))
  }

  private func undo() { #expect(month.session.run(["desfazer", "--sim"]).code == .done) }

  @Test func theRightFileEndsAgainWhatHadBeenResolved() throws {
    resolve()
    try wrongFile()
    #expect(try month.ids("--tipo", "9") == ["2510-27"])
    #expect(
      month.run("mostrar", "27").output.contains(
        "Antes: resolvido, na operação 3 (recebida), com FORMA = PERMUTA C/ VEÍCULO;"))
    let kept = try month.session.document("alertas", "mostrar", "27")["desfechos_anteriores"]
    #expect(kept?.elements.first?["evidencias"]?.texts("lido") == ["PERMUTA C/ VEÍCULO"])
    #expect(
      month.controle().output.contains(
        "(resolvido: voltou, na operação 5, à evidência decidida na operação 3)"))
    let shown = try month.session.document("alertas", "mostrar", "27")
    #expect(shown["alerta"]?["desfecho"]?["motivo"]?.string == "recebida")
    #expect(shown["alerta"]?["desfecho"]?["retorno"]?.integer == 5)
    #expect(shown["desfechos_anteriores"]?.elements.isEmpty == true)
  }

  @Test func undoneRunsLeaveNoTrace() throws {
    resolve()
    let resolved = try month.base()
    try wrongFile()
    let wrong = try month.base()
    undo()
    #expect(try month.base() == resolved)
    #expect(month.controle().code == .done)
    #expect(try month.ids("--status", "resolvido") == ["2510-27"])
    try wrongFile()
    #expect(month.controle().code == .done)
    undo()
    #expect(try month.ids("--tipo", "9").contains("2510-27"))
    #expect(try month.base().count == wrong.count)
    #expect(month.controle().code == .done)
    #expect(try month.ids("--status", "resolvido").contains("2510-27"))
  }

  @Test func aWordThatWasTakenBackDoesNotComeBack() throws {
    resolve()
    undo()
    try workspace.write(
      "NOME DO CLIENTE;FORMA;STATUS;COMISSÃO\r\nFLÁVIA ROCHA MELO;FIADO;;1.234,56\r\n",
      to: "g.csv")
    let words = ["controle", "--gestores", workspace.file("g.csv")]
    let webopay = "\(AlertSession.sheets)/relatorio-comissoes_WebroPay.xlsx"
    #expect(month.session.run(words + ["--webopay", webopay]).code == .done)
    #expect(month.controle().code == .done)
    #expect(try month.ids("--tipo", "9").contains("2510-27"))
  }
}
