import Dados
import Dominio
import JSONDocuments
import TestSupport
import Testing

@testable import Spreadsheets

/// The history, the way back, and the director's word on what was billed.
@Suite struct HistoryTests {
  @Test("Undoing recebimentos brings the month back exactly; doing it again, too")
  func undoAndRedo() throws {
    let month = try Month()
    _ = try month.base()
    _ = try month.controle()
    let before = try month.data()
    _ = try month.recebimentos()
    let after = try month.data()
    #expect(before != after)

    let plan = try month.run("desfazer", "--dry-run", "--formato", "json")
    #expect(plan["dry_run"] == .boolean(true))
    #expect(plan["mudancas"]?.elements.first?["clientes"]?.elements.count == 12)
    #expect(try month.data() == after)

    _ = try month.run("desfazer", "--formato", "json")
    #expect(try month.data() == before)
    _ = try month.run("refazer", "--formato", "json")
    #expect(try month.data() == after)
  }

  @Test("Every step can be taken back, down to nothing, and done again")
  func allTheWayBack() throws {
    let month = try Month()
    var states = [try month.data()]
    _ = try month.base()
    states.append(try month.data())
    _ = try month.controle()
    states.append(try month.data())
    _ = try month.recebimentos()
    states.append(try month.data())
    for state in states.dropLast().reversed() {
      #expect(try month.workspace.run("desfazer").status == 0)
      #expect(try month.data() == state)
    }
    #expect(try month.workspace.run("desfazer").status == 65)
    for state in states.dropFirst() {
      #expect(try month.workspace.run("refazer").status == 0)
      #expect(try month.data() == state)
    }
    let list = try month.run("historico", "listar", "--formato", "json")
    #expect(list["operacoes"]?.elements.compactMap { $0["numero"]?.integer } == Array(1...9))
  }

  @Test("An operation that others build on is not taken back alone")
  func dependencies() throws {
    let month = try Month()
    _ = try month.close()
    let before = try month.workspace.tree()
    let outcome = try month.workspace.run("desfazer", "1")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("3 (recebimentos), 2 (controle)"))
    #expect(try month.workspace.tree() == before)
  }

  @Test("A base made of what another month billed depends on that bill")
  func dependencyAcrossMonths() throws {
    let month = try Month()
    _ = try month.close("2025-10")
    _ = try month.base("2025-11")
    let outcome = try month.workspace.run("desfazer", "3")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("4 (criar base)"))
  }

  @Test("Each run can be reproduced, also when the files have gone", arguments: 1...3)
  func reproduce(number: Int) throws {
    let month = try Month()
    _ = try month.close()
    let document = try month.run("historico", "reproduzir", "\(number)", "--formato", "json")
    #expect(document["igual"] == .boolean(true))
  }

  @Test("A run that would raise other alerts is told as different")
  func reproducedAlertsWereNotCompared() throws {
    let month = try Month()
    _ = try month.base()
    _ = try month.controle()
    let acervo = Acervo(raiz: month.workspace.file("dados"))
    let escrita = try Escrita(acervo)
    let mes = try #require(Competencia(lendo: "2025-10"))
    var base = try #require(try escrita.retrato.base(mes))
    let lost = try #require(base.alertas.last)
    base.alertas.removeLast()
    var passo = Passo(
      .executarControle, .init(usuario: "rosa", momento: "2025-11-03T14:05:11Z"), mes: mes,
      bases: [base])
    for (planilha, caminho) in [(Planilha.gestores, Month.gestores), (.webopay, Month.webopay)] {
      let fonte = try #require(base.fontes.first { $0.planilha == planilha })
      passo.entradas.append(.init(fonte: fonte, caminho: caminho))
    }
    try escrita.gravar(passo)

    let document = try month.workspace.run("historico", "reproduzir", "3", "--formato", "json")
    #expect(document.status == 1)
    let alerts = try document.document()["alertas"]?.elements
    #expect(alerts?.count == 1)
    #expect(alerts?.first?["cliente"] == .string(lost.cliente.texto))
    #expect(alerts?.first?["antes"] == .null)
    #expect(alerts?.first?["depois"] == .string("pendente"))
    let text = try month.workspace.run("historico", "reproduzir", "3")
    #expect(text.status == 1)
    #expect(text.output.contains("daria hoje outro resultado para 1 alerta:\n"))
    #expect(text.output.contains(lost.cliente.texto))
  }

  @Test("How many alerts changed is not called by the same word as which")
  func twoLinesOfAnOperationWereLabelledAlertas() throws {
    let month = try Month()
    _ = try month.base()
    _ = try month.controle()
    _ = try month.run("alertas", "resolver", "2", "--motivo", "visto", "--formato", "json")
    let shown = try month.workspace.run("historico", "mostrar", "3").output
    #expect(shown.contains("  alertas: 2510-2\n"))
    #expect(shown.contains("  alertas mudados: 1\n"))
  }

  @Test("A report is given out again byte for byte, and its number is never used again")
  func reports() throws {
    let month = try Month()
    _ = try month.close()
    let name = "dados/relatorios/2025-10-recebimentos-0001.xlsx"
    let first = try month.workspace.bytes(name)
    _ = try month.run("relatorio", "reemitir", "1", "--saida", "R.xlsx", "--formato", "json")
    #expect(try month.workspace.bytes("R.xlsx") == first)

    let shown = try month.run("relatorio", "mostrar", "1", "--formato", "json")
    #expect(shown["faturados"]?.elements.count == 12)
    #expect(shown["relatorio"]?["valor"] == .string("4524.77"))

    _ = try month.run("desfazer", "--formato", "json")
    #expect(try month.run("relatorio", "listar", "--formato", "json")["relatorios"] == .array([]))
    _ = try month.recebimentos()
    let reports = try month.run("relatorio", "listar", "--formato", "json")["relatorios"]
    #expect(reports?.elements.compactMap { $0["numero"]?.integer } == [2])
  }

  @Test("A report says how far the audit log went")
  func reportCarriesTheAuditHead() throws {
    let month = try Month()
    _ = try month.base()
    _ = try month.controle()
    let log = String(decoding: try month.workspace.bytes("dados/auditoria.jsonl"), as: UTF8.self)
    let last = try #require(log.split(separator: "\n").last)
    _ = try month.recebimentos("--saida", "R.xlsx")
    let head = String(last.suffix(66).prefix(64))
    let archive = try ZipArchive(
      source: ByteSource(path: month.workspace.file("R.xlsx")), limits: Limits())
    let properties = String(
      decoding: try archive.prefix(of: PackagePath("docProps/core.xml"), count: 1 << 20),
      as: UTF8.self)
    #expect(properties.contains("linhas, SHA-256 \(head)"))
  }

  @Test("A released client is billed once more, and both bills stay on record")
  func released() throws {
    let month = try Month()
    _ = try month.close()
    let unknown = try month.workspace.run(
      "cliente", "liberar", "maria", "--motivo", "segundo contrato")
    #expect(unknown.status != 0)
    _ = try month.run(
      "cliente", "liberar", "cleonice lays", "--motivo", "segundo contrato", "--formato", "json")
    let lists = try month.recebimentos("--formato", "json").document()
    #expect(lists["a_receber"]?.texts("nome") == ["CLEONICE LAYS TRINDADE RIBEIRO"])
    let base = try month.run("base", "mostrar", "--formato", "json")
    #expect(base["totais"]?["faturado"] == .string("4856.25"))
    #expect(try month.recebimentos("--formato", "json").document()["a_receber"] == .array([]))
  }

  @Test("Money given back is not asked for again, in any month")
  func refund() throws {
    let month = try Month()
    _ = try month.close("2025-10")
    _ = try month.base("2025-11")
    try month.workspace.write(
      #"{"mapeamento_status": {"EM ABERTO": "DESISTIU"}}"#, to: "config.json")
    for mes in ["2025-10", "2025-11"] { _ = try month.controle("--mes", mes) }
    let name = "CLEONICE LAYS TRINDADE RIBEIRO"
    func open(_ mes: String) throws -> JSONValue? {
      try month.recebimentos("--mes", mes, "--dry-run", "--formato", "json").document()[
        "desistencias"]?.element("nome", name)?["estorno"]
    }
    #expect(try open("2025-10") == .string("331.48"))
    #expect(try open("2025-11") == .string("331.48"))
    let before = try month.data()
    _ = try month.run(
      "estorno", "registrar", name, "--motivo", "devolvido por PIX", "--formato", "json")
    #expect(try open("2025-10") == .null)
    #expect(try open("2025-11") == .null)
    #expect(
      try month.workspace.run("estorno", "registrar", name, "--motivo", "de novo").status == 65)
    _ = try month.run("desfazer", "--formato", "json")
    #expect(try month.data() == before)
  }

  @Test("What was taken back is not done again once another month has billed the same clients")
  func redoAfterAnotherMonthBilled() throws {
    let month = try Month()
    _ = try month.close("2025-10")
    _ = try month.run("desfazer", "--formato", "json")
    let other = try month.close("2025-11").recebimentos
    #expect(other["totais"]?["clientes_a_receber"] == .number(12))
    let before = try month.data()
    #expect(try month.workspace.run("refazer").status == 65)
    #expect(try month.workspace.run("refazer", "3").status == 65)
    #expect(try month.data() == before)
    #expect(try month.workspace.run("dados", "verificar").status == 0)
  }

  @Test("A client is released in one month only, and billed once for it")
  func releasedInTwoMonths() throws {
    let month = try Month()
    _ = try month.close("2025-10")
    _ = try month.close("2025-11")
    func release(_ mes: String) throws -> Int32? {
      try month.workspace.run("cliente", "liberar", "cleonice", "--motivo", "x", "--mes", mes)
        .status
    }
    #expect(try release("2025-11") == 0)
    #expect(try release("2025-10") == 65)
    #expect(try release("2025-11") == 65)
  }

  @Test("A base changed by hand is refused, and the kept version comes back when it is removed")
  func changedByHand() throws {
    let month = try Month()
    _ = try month.close()
    let good = try month.workspace.bytes("dados/bases/2025-10.json")
    var text = String(decoding: good, as: UTF8.self)
    text.replace("331.4805", with: "931.4805")
    try month.workspace.write(text, to: "dados/bases/2025-10.json")
    let refused = try month.workspace.run("base", "mostrar")
    #expect(refused.status == 65)
    #expect(refused.complaints.contains("alterado por fora"))
    #expect(try month.controle().status == 65)
    try month.workspace.remove("dados/bases/2025-10.json")
    #expect(try month.workspace.run("base", "mostrar").status == 0)
    #expect(try month.controle().status == 0)
    #expect(try month.workspace.bytes("dados/bases/2025-10.json") == good)
  }
}
