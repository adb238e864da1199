import ComissoesCLI
import JSONDocuments
import TestSupport
import Testing

/// The list of alerts, one of them, and what is said of them. Docs/regras.md §10
@Suite struct AlertCommandTests {
  private let month: AlertSession

  init() throws { month = try AlertSession() }

  @Test("The list has what is open, the worst first, each kind under its action")
  func list() throws {
    let text = month.run().output
    #expect(
      text.hasPrefix(
        """
        Base Outubro/2025: 29 alertas pendentes: 17 de severidade alta, 12 de severidade média

          PIX não confirmado (alerta 3, severidade alta): 3 casos. Confirmar se pagamento foi processado no WeboPay.
             2510-9  Cliente GERALDO LINS marcado como PIX em Gestores mas NÃO aparece no WeboPay
            2510-10  Cliente HILDA VARGAS
        """))
    #expect(text.contains("2510-22  YURI CAMPOS: Valores divergentes"))
    let ids = try month.ids()
    #expect(ids.count == 29)
    #expect(ids.prefix(4) == ["2510-9", "2510-10", "2510-11", "2510-12"])
    #expect(try month.ids("listar") == ids)
  }

  @Test(
    "Filters go together",
    arguments: [
      (["--tipo", "2"], ["2510-7", "2510-8"]),
      (["--tipo", "webopay_nao_base", "--cliente", "thais"], ["2510-8"]),
      (["--severidade", "média", "--cliente", "GOREte"], ["2510-4"]),
      (["--severidade", "baixa"], []),
      (["--status", "resolvido"], []),
      (["--mes", "10/2025", "--tipo", "7", "--status", "todos"], ["2510-22", "2510-23"]),
    ])
  func filters(words: [String], ids: [String]) throws {
    let outcome = month.session.run(["alertas"] + words + ["--formato", "json"])
    let document = try decodeJSON(JSONValue.self, from: [UInt8](outcome.output.utf8))
    #expect(document["alertas"]?.texts("id") == ids)
    #expect(document["totais"]?["alertas"]?.integer == ids.count)
  }

  @Test("A list as CSV has a line for each alert, with its evidence")
  func csv() throws {
    let lines = month.run("--tipo", "9", "--formato", "csv").output.split(separator: "\r\n")
    #expect(lines.count == 4)
    #expect(lines.first?.hasPrefix("id,numero,tipo,severidade,cliente,planilha,descricao,") == true)
    #expect(lines[1].hasPrefix("2510-27,9,forma_desconhecida,ALTA,FLÁVIA ROCHA MELO,Gestores,"))
    #expect(lines[1].contains("› J15: FORMA = PERMUTA C/ VEÍCULO"))
  }

  @Test("One alert is no list, and says where the list is")
  func oneIsNoList() {
    let outcome = month.run("mostrar", "27", "--formato", "csv")
    #expect(outcome.code == .usage)
    #expect(outcome.errors.contains("em csv, use 'alertas listar --formato csv'"))
  }

  @Test("A run shows the numbers to people, and its document stays what it was")
  func numbersInARun() throws {
    #expect(month.controle().output.contains("    2510-27  Cliente FLÁVIA ROCHA MELO com FORMA"))
    let document = try month.session.document(
      "controle", "--gestores", "\(AlertSession.sheets)/COMISSÕES_GESTORES.xlsx",
      "--webopay", "\(AlertSession.sheets)/relatorio-comissoes_WebroPay.xlsx", "--dry-run")
    let alert = try #require(document["alertas"]?.elements.first?.object)
    #expect(alert["id"] == nil && alert["numero"] != nil)
  }

  @Test("One alert shows its cells, the client, and what can be done")
  func show() throws {
    let text = month.run("mostrar", "22").output
    #expect(text.hasPrefix("Alerta 2510-22, severidade alta: valores divergentes (tipo 7)\n"))
    #expect(text.contains("Verificar qual valor está correto."))
    #expect(text.contains("Status: pendente"))
    #expect(text.contains("relatorio-comissoes_WebroPay.xlsx › Relatório › G"))
    #expect(text.contains("R$ 360,4899"))
    #expect(text.contains("YURI CAMPOS na Base Outubro/2025: Pago R$ 360,50. Pagamento PIX conf"))
    #expect(text.contains("  comissoes alertas resolver 2510-22 --motivo \"…\"\n"))
    #expect(month.run("mostrar", "3").output.contains("CLÁUDIO SOBRINHO não está na Base"))
  }

  @Test("How it ended, by whom, when and in which operation is shown")
  func showEnded() throws {
    #expect(month.run("falso-positivo", "22", "--motivo", "são dois").code == .done)
    let text = month.run("mostrar", "2510-22").output
    #expect(
      text.contains(
        "Status: falso positivo: são dois, por rosa em 03/11/2025 14:05 (operação 3)"))
    #expect(text.contains("comissoes alertas reabrir 2510-22"))
    let document = try month.session.document("alertas", "mostrar", "22")
    #expect(document["alerta"]?["desfecho"]?["autor"] == .string("pessoa"))
    #expect(document["encerrado_por"] == .string("rosa"))
    #expect(document["cliente"]?["status"] == .string("PAGO"))
  }

  @Test("Alerts are ended in one operation, and undoing gives the base back byte for byte")
  func endAndUndo() throws {
    let before = try month.base()
    let outcome = month.run("resolver", "2510-1", "7", "2510-7", "--motivo", " já  recebida ")
    #expect(outcome.code == .done)
    #expect(
      outcome.output.hasSuffix(
        "2 alertas mudados, como operação 3. Para voltar atrás: comissoes desfazer 3\n"))
    #expect(try month.ids("--status", "resolvido") == ["2510-1", "2510-7"])
    #expect(try month.ids().count == 27)
    let operation = try #require(
      try month.session.document("historico", "listar")["operacoes"]?.elements.last)
    #expect(operation["acao"] == .string("resolver_alerta"))
    #expect(operation["argumentos"]?["alertas"] == .string("2510-1, 2510-7"))
    #expect(operation["argumentos"]?["motivo"] == .string("já recebida"))
    #expect(operation["estatisticas"]?["alertas"] == .string("2"))
    let log = try month.session.document("auditoria", "listar", "--acao", "resolver_alerta")
    let lines = try #require(log["linhas"]?.elements)
    #expect(lines.count == 3)
    #expect(lines.last?["antes"]?["status"] == .string("pendente"))
    #expect(lines.last?["depois"]?["motivo"] == .string("já recebida"))

    #expect(month.session.run(["desfazer"]).code == .done)
    #expect(try month.base() == before)
    #expect(month.session.run(["dados", "verificar"]).code == .done)
  }

  @Test("What is ended is not asked again by the next controle, and can be reopened")
  func stays() throws {
    #expect(month.run("resolver", "27", "--motivo", "x").code == .done)
    month.controle()
    #expect(try !month.ids().contains("2510-27"))
    #expect(month.run("reabrir", "27", "--motivo", "engano").code == .done)
    #expect(try month.ids().contains("2510-27"))
    #expect(
      month.run("mostrar", "27").output.contains("Reabertura: reaberto na operação 5: engano"))
  }

  @Test("All that is wrong with numbers is told at once, and nothing is done")
  func wrongNumbers() throws {
    #expect(month.run("resolver", "1", "--motivo", "x").code == .done)
    let before = try month.base()
    let outcome = month.run("resolver", "999", "2", "abc", "2509-1", "1", "--motivo", "y")
    #expect(outcome.code == .noInput)
    #expect(
      outcome.errors == """
        Erro: Não há o alerta 2510-999. Veja os que há com 'comissoes alertas --mes 2025-10 \
        --status todos'. Nada foi mudado.
        Erro: "abc" não é o número de um alerta: escreva 2510-37, ou só 37 na base mais nova. \
        Nada foi mudado.
        Erro: Não há o alerta 2509-1: não há base de Setembro/2025. Veja as que há com \
        'comissoes base listar'. Nada foi mudado.
        Erro: O alerta 2510-1 já está encerrado desde a operação 3 (resolvido: x). Nada foi mudado.

        """)
    #expect(try month.base() == before)
    #expect(month.run("reabrir", "2", "--motivo", "x").code == .badData)
    #expect(month.run("mostrar", "abc").code == .usage)
    #expect(month.run("mostrar", "999").code == .noInput)
  }

  @Test(
    "Numbers or a filter, not both, and a filter says that it means all",
    arguments: [
      ["resolver", "--motivo", "x"],
      ["resolver", "--tipo", "2", "--motivo", "x"],
      ["resolver", "3", "--tipo", "2", "--motivo", "x"],
      ["resolver", "3", "--todos", "--motivo", "x"],
      ["resolver", "3"],
      ["resolver", "3", "--motivo", "  "],
      ["--tipo", "10"],
      ["--severidade", "grave"],
      ["--formato", "xlsx"],
      ["--saida", "a.xlsx"],
    ])
  func usage(words: [String]) throws {
    let before = try month.base()
    #expect(month.session.run(["alertas"] + words).code == .usage)
    #expect(try month.base() == before)
  }

  @Test("By filter somebody is asked; where nobody sits, a word on the line is needed")
  func byFilter() throws {
    let words = ["alertas", "resolver", "--tipo", "2", "--todos", "--motivo", "x"]
    let refused = month.session.run(words)
    #expect(refused.code == .usage)
    #expect(refused.errors.hasPrefix("Erro: Falta a opção '--sim': fora de um terminal não há"))
    let no = month.session.run(words) { question in
      #expect(question == "Encerrar 2 alertas por resolvido?")
      return false
    }
    #expect(no.code == .done && no.errors.contains("Nada foi mudado."))
    let dry = month.session.run(words + ["--dry-run"])
    #expect(dry.output.contains("2510-8  resolvido") && dry.output.hasSuffix("Nada foi gravado.\n"))
    #expect(try month.operations() == 2)
    #expect(month.session.run(words) { _ in true }.code == .done)
    #expect(try month.ids("--tipo", "2").isEmpty)
    #expect(
      month.session.run([
        "alertas", "reabrir", "--tipo", "2", "--todos", "--motivo", "x", "--sim",
      ]).code == .done)
    #expect(try month.ids("--tipo", "2").count == 2)
    #expect(try month.operations() == 4)
  }

  @Test("What another terminal does while one is asked is not done over")
  func twoTerminals() throws {
    let session = month.session
    let outcome = session.run([
      "alertas", "falso-positivo", "--tipo", "2", "--todos", "--motivo", "x",
    ]) { _ in
      session.run(["alertas", "resolver", "7", "--motivo", "y"]).code == .done
    }
    #expect(outcome.code == .busy)
    #expect(try month.ids("--status", "falso_positivo").isEmpty)
  }

  @Test("The copy without names keeps the numbers of alerts, and holds")
  func anonymous() throws {
    let reason = "conversa com o corretor Zeferino"
    #expect(month.run("resolver", "27", "3", "--motivo", reason).code == .done)
    let copies = Session()
    #expect(month.session.run(["dados", "anonimizar", copies.folder]).code == .done)
    #expect(copies.run(["dados", "verificar"]).code == .done)
    let operation = try copies.document("historico", "mostrar", "3")
    #expect(operation["argumentos"]?["alertas"] == .string("2510-27, 2510-3"))
    #expect(operation["argumentos"]?["motivo"]?.string?.contains("Zeferino") == false)
    #expect(copies.run(["alertas", "mostrar", "27"]).output.contains("Status: resolvido: "))
  }

  @Test("Commands to copy are understood, as far as the program has them")
  func nextSteps() throws {
    for id in try month.ids() {
      let steps = try month.session.document("alertas", "mostrar", id)["proximos_passos"]
      let alertSteps = (steps?.array ?? []).compactMap(\.string)
        .filter { $0.hasPrefix("comissoes alertas ") }
      #expect(alertSteps.count == 2)
    }
  }
}
