import ComissoesCLI
import Foundation
import JSONDocuments
import TestSupport
import Testing

/// A sitting over the alerts, key by key.
@Suite struct ReviewTests {
  private let month: AlertSession
  private let terminal: Terminal

  init() throws {
    month = try AlertSession()
    terminal = try Terminal()
  }

  private func review(_ keys: String, _ words: String...) -> Session.Outcome {
    terminal.type(keys)
    return month.session.run(["alertas", "revisar"] + words, at: terminal)
  }

  @Test("Each decision is recorded at once; a reason can be repeated, a decision taken back")
  func sitting() throws {
    // Resolve, false positive for the same reason, skip; take the last back, and end it again.
    let outcome = review("rpor PIX\nf\npdrde novo\nq", "--severidade", "alta")
    #expect(outcome.code == .done)
    #expect(outcome.output == "2 resolvidos, 0 falsos positivos, 15 ainda em aberto.\n")
    let screen = terminal.shown().unfolded
    #expect(screen.contains("──── 1 de 17 ────"))
    #expect(screen.contains("COMISSÕES_GESTORES.xlsx › GESTORES › J46"))
    #expect(screen.contains("Motivo (Enter repete: por PIX): "))
    #expect(screen.contains("Operação 4 desfeita, como operação 5."))
    #expect(try month.ids("--status", "resolvido") == ["2510-9", "2510-10"])
    #expect(try month.ids("--status", "falso_positivo") == [])
    #expect(month.run("mostrar", "10").output.contains("resolvido: de novo"))
    #expect(try month.operations() == 6)
  }

  @Test("Without a reason, with another key, or undoing nothing, nothing happens")
  func nothing() throws {
    let outcome = review("r\nxd?q", "--tipo", "2")
    #expect(outcome.code == .done)
    let screen = terminal.shown().unfolded
    #expect(screen.contains("Sem um motivo nada é encerrado."))
    #expect(screen.contains("Essa tecla não faz nada aqui"))
    #expect(screen.contains("Ainda não há nada a desfazer."))
    #expect(screen.contains(" p deixa o alerta em aberto e vai ao próximo "))
    #expect(screen.contains("comissoes alertas falso-positivo 2510-7 --motivo"))
    #expect(try month.operations() == 2)
  }

  @Test("It ends when all were passed, and says when there is nothing to review")
  func end() throws {
    #expect(
      review("pp", "--tipo", "2").output == "0 resolvidos, 0 falsos positivos, 2 ainda em aberto.\n"
    )
    #expect(
      review("", "--severidade", "baixa").output == "Nenhum alerta em aberto com esse pedido.\n")
  }

  @Test("Where nobody sits it is refused, and says what to use")
  func nobody() {
    let outcome = month.run("revisar")
    #expect(outcome.code == .usage)
    #expect(outcome.errors.contains("precisa de um terminal"))
    #expect(outcome.errors.contains("comissoes alertas resolver"))
  }

  @Test("c decides on the client, as 'cliente decidir' does, and the alert ends with it")
  func deciding() throws {
    let outcome = review("cpago\n\nrecebida\nq", "--tipo", "9")
    #expect(
      outcome.output
        == "0 resolvidos, 0 falsos positivos, 1 decisão sobre cliente (1 alerta encerrado),"
        + " 2 ainda em aberto.\n")
    let screen = terminal.shown().unfolded
    #expect(screen.contains("c decidir sobre o cliente"))
    #expect(
      screen.contains("Status (nulo, financiado, pago, desconto, desistiu, requer_analise): "))
    #expect(screen.contains("Valor (Enter mantém R$ 1.234,56): "))
    #expect(screen.contains("Requer análise R$ 1.234,56 → Pago R$ 1.234,56, por decisão manual."))
    #expect(screen.contains("──── 2 de 3 ────"))
    let clients = try month.session.document("base", "mostrar", "--nome", "flávia")["clientes"]
    #expect(clients?.elements.first?["fonte"]?.string == "Decisão manual")
    #expect(clients?.elements.first?["observacao"]?.string == "recebida")
    let last = try month.session.document("historico", "listar")["operacoes"]?.elements.last
    #expect(last?["acao"]?.string == "editar_cliente")
  }

  @Test("A decision is taken back with d, and Enter repeats its reason")
  func undoingADecision() throws {
    let before = try month.base()
    _ = review("cpago\n\nrecebida\ndq", "--tipo", "9")
    #expect(try month.base() == before)
    _ = review("cdesistiu\nfoi embora\nr\nq", "--tipo", "9")
    #expect(month.run("mostrar", "28").output.contains("resolvido: foi embora"))
  }

  @Test("What cannot be read is asked again, in words that fit the dialogue")
  func slipsWhileDeciding() throws {
    let before = try month.base()
    _ = review("cpagou\npago\n1.234\n-5\n10\nx\ndq", "--tipo", "9")
    #expect(try month.base() == before)
    let screen = terminal.shown().unfolded
    #expect(screen.contains("\"pagou\" não serve: você quis dizer pago?"))
    #expect(screen.contains("\"1.234\" não serve: o ponto tanto pode separar milhares"))
    #expect(screen.contains("\"-5\" não serve: o valor de uma comissão não é negativo"))
    #expect(!screen.contains("--valor"))
  }

  @Test("Zero was taken for an amount, and so was the zero of who gave up")
  func zeroIsAskedAgain() throws {
    _ = review("cpago\n0\n10\nx\nq", "--tipo", "9")
    #expect(terminal.shown().contains("\"0\" não serve: com esse status o valor é o que se fatura"))
    #expect(try month.operations() == 3)
    let gaveUp = month.session.run([
      "cliente", "decidir", "JOÃO PEDRO MACIEL", "--status", "desistiu", "--motivo", "x",
    ])
    #expect(gaveUp.code == .done)
    _ = review("cfinanciado\n\ny\nq", "--tipo", "5", "--cliente", "maciel")
    #expect(terminal.shown().contains("Valor (Enter toma o que as regras dizem, R$ 340,00): "))
  }

  @Test("An amount that must be said is asked for until it is said")
  func amountThatIsMissing() throws {
    _ = review("cpago\n\n10,50\nx\nq", "--tipo", "4")
    #expect(terminal.shown().contains("pago precisa de um valor, e não há nenhum"))
    #expect(try month.operations() == 3)
  }

  @Test("Whoever is not in the base cannot be decided on; what the decision leaves open stays")
  func decisionsThatDoNotEndTheAlert() throws {
    _ = review("cq", "--tipo", "2")
    #expect(terminal.shown().contains("LEANDRO VIDAL não está na Base Outubro/2025"))
    let outcome = review("cdesconto\nx\nq", "--tipo", "5", "--cliente", "maciel")
    #expect(terminal.shown().contains("O alerta 2510-1 continua em aberto"))
    #expect(outcome.output.hasSuffix("(0 alertas encerrados), 1 ainda em aberto.\n"))
  }

  @Test("The answer to the last alert could not be taken back: the sitting was over")
  func lastKeyTakenBack() throws {
    let before = try month.base()
    let outcome = review("rum\nrdois\nxdpdq", "--tipo", "2")
    #expect(outcome.code == .done)
    let screen = terminal.shown().unfolded
    #expect(screen.contains("Não há mais alertas. d desfaz a última decisão, q sai: "))
    #expect(screen.contains("Aqui só d e q fazem algo"))
    #expect(screen.contains("Operação 4 desfeita, como operação 5."))
    // After a skip of the last one d leads back to what was decided before it.
    #expect(screen.contains("Operação 3 desfeita, como operação 6."))
    #expect(outcome.output == "0 resolvidos, 0 falsos positivos, 2 ainda em aberto.\n")
    #expect(try month.base() == before)
  }

  @Test("c sent to a command that ? did not show where no name is near")
  func commandForWhoHasNoCandidate() throws {
    _ = review("c?q", "--tipo", "2", "--cliente", "leandro")
    let screen = terminal.shown().unfolded
    #expect(screen.contains("use 'comissoes cliente vincular'; ? mostra o comando."))
    #expect(
      screen.contains(
        "comissoes cliente vincular \"LEANDRO VIDAL\" \"NOME DO CLIENTE\" --motivo \"…\""))
  }

  /// The program in a process of its own, while this one sits at its terminal.
  private final class Sitting {
    let process = Process()
    private let terminal: Terminal
    private(set) var screen = ""

    init(_ words: [String], _ folder: String, _ terminal: Terminal) throws {
      self.terminal = terminal
      process.executableURL = URL(filePath: Workspace.program)
      process.arguments = ["alertas", "revisar", "--dados", folder] + words
      process.standardInput = FileHandle(fileDescriptor: terminal.device)
      process.standardError = FileHandle(fileDescriptor: terminal.device)
      process.standardOutput = FileHandle.nullDevice
      try process.run()
    }

    func wait(for text: String) {
      // A text that never comes must fail the test, not hold it.
      for _ in 0..<1000 where process.isRunning && !screen.unfolded.contains(text.unfolded) {
        screen += terminal.shown()
      }
      let came = screen.unfolded.contains(text.unfolded)
      #expect(came, "\(text) in \(screen)")
      if !came { process.terminate() }
    }
  }

  @Test("What others end meanwhile is not asked, and the progress counts what is left")
  func endedElsewhere() throws {
    let sitting = try Sitting(["--tipo", "9"], month.session.folder, terminal)
    sitting.wait(for: "──── 1 de 3 ────")
    #expect(month.run("resolver", "28", "--motivo", "por outro").code == .done)
    terminal.type("p")
    sitting.wait(for: "──── 2 de 2 ────")
    #expect(
      sitting.screen.unfolded.contains(
        "O alerta 2510-28 foi encerrado por outro comissoes, na operação 3 (resolvido: por outro)"))
    #expect(sitting.screen.unfolded.contains("2510-29"))
    terminal.type("q")
    sitting.process.waitUntilExit()
  }

  @Test("The count at the end is that of the data, not that of the keys")
  func truthAtTheEnd() throws {
    let sitting = try Sitting(["--tipo", "9"], month.session.folder, terminal)
    sitting.wait(for: "? ajuda: ")
    // The decision is taken elsewhere, on the very client that is shown.
    let words = ["cliente", "decidir", "flavia", "--status", "nulo", "--motivo", "x"]
    #expect(month.session.run(words).code == .done)
    terminal.type("ry\n")
    sitting.wait(for: "Erro: ")
    terminal.type("cpago\n10\ny\n")
    sitting.wait(for: "mudou enquanto se respondia")
    terminal.type("q")
    sitting.process.waitUntilExit()
    #expect(try month.operations() == 3)
  }

  @Test(
    "What was decided before Control-C or a signal is kept, and the terminal is given back",
    arguments: ["\u{3}", "SIGTERM"], [nil, "c", "cpago\n", "cpago\n10\n"])
  func interrupted(how: String, amid dialogue: String?) throws {
    let sitting = try Sitting([], month.session.folder, terminal)
    sitting.wait(for: "? ajuda: ")
    terminal.type("rpor PIX\n")
    sitting.wait(for: "──── 2 de 29 ────")
    if let dialogue {
      terminal.type(dialogue)
      let question =
        dialogue == "c" ? "Status (" : dialogue.hasSuffix("10\n") ? "Motivo (" : "Valor"
      sitting.wait(for: question)
    }
    if how == "SIGTERM" { sitting.process.terminate() } else { terminal.type(how) }
    sitting.process.waitUntilExit()
    #expect((sitting.process.terminationReason == .exit) == (how != "SIGTERM"))
    #expect(try month.ids("--status", "resolvido") == ["2510-9"])
    #expect(try month.operations() == 3)
    var mode = termios()
    #expect(tcgetattr(terminal.device, &mode) == 0)
    #expect(mode.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == tcflag_t(ICANON | ECHO | ISIG))
  }
}
