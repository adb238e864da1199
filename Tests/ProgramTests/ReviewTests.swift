import ComissoesCLI
import Foundation
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
    let screen = terminal.shown()
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
    let screen = terminal.shown()
    #expect(screen.contains("Sem um motivo nada é encerrado."))
    #expect(screen.contains("Essa tecla não faz nada aqui"))
    #expect(screen.contains("Ainda não há nada a desfazer."))
    #expect(screen.contains("  p  deixa o alerta em aberto e vai ao próximo\n"))
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

  @Test(
    "What was decided before Control-C or a signal is kept, and the terminal is given back",
    arguments: ["\u{3}", "SIGTERM"])
  func interrupted(how: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: Workspace.program)
    process.arguments = ["alertas", "revisar", "--dados", month.session.folder]
    process.standardInput = FileHandle(fileDescriptor: terminal.device)
    process.standardError = FileHandle(fileDescriptor: terminal.device)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    var screen = ""
    func wait(for text: String) {
      while process.isRunning, !screen.contains(text) { screen += terminal.shown() }
    }
    wait(for: "? ajuda: ")
    terminal.type("rpor PIX\n")
    wait(for: "──── 2 de 29 ────")
    if how == "SIGTERM" { process.terminate() } else { terminal.type(how) }
    process.waitUntilExit()
    #expect((process.terminationReason == .exit) == (how != "SIGTERM"))
    #expect(try month.ids("--status", "resolvido") == ["2510-9"])
    var mode = termios()
    #expect(tcgetattr(terminal.device, &mode) == 0)
    #expect(mode.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == tcflag_t(ICANON | ECHO | ISIG))
  }
}
