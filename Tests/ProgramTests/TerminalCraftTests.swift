import Foundation
import TestSupport
import Testing

/// What the program looks like at a terminal, and beside it. Docs/regras.md §9
@Suite struct TerminalCraftTests {
  private let escape = "\u{1B}["

  private func shown(
    _ month: Month, _ words: [String], _ environment: [String: String] = ["TERM": "xterm"]
  ) throws -> String {
    let outcome = try month.workspace.run(
      words, environment: environment, at: Terminal(), outputToo: true)
    #expect(outcome.status == 0)
    return outcome.complaints
  }

  @Test("Colours at a terminal only, and never where they are refused")
  func colours() throws {
    let month = try Month()
    _ = try month.close()
    let words = ["base", "listar"]
    #expect(try shown(month, words).contains(escape))
    #expect(try !shown(month, words + ["--sem-cor"]).contains(escape))
    #expect(try !shown(month, words, ["TERM": "xterm", "NO_COLOR": "1"]).contains(escape))
    #expect(try !shown(month, words, ["TERM": "dumb"]).contains(escape))
    #expect(try !month.workspace.run(words).output.contains(escape))
  }

  @Test("Tables fit the width", arguments: [60, 80, 100])
  func width(columns: Int) throws {
    let month = try Month()
    _ = try month.close()
    let text = try month.workspace.run(
      ["base", "mostrar"], environment: ["COLUMNS": "\(columns)"]
    ).output
    for line in text.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
  }

  @Test("--silencioso leaves results and errors, --verboso tells files, sheets and times")
  func volume() throws {
    let month = try Month()
    _ = try month.base()
    #expect(try month.controle().complaints.contains("Aviso: "))
    #expect(try month.controle("--silencioso").complaints.isEmpty)
    let told = try month.controle("--verboso").complaints
    #expect(told.contains("Gestores lida de \(Month.gestores): "))
    #expect(told.contains(#"aba "GESTORES", cabeçalho na linha 2, "#))
    #expect(told.contains("Controle de Outubro/2025: "))
    let refused = try month.workspace.run(
      "controle", "--silencioso", "--gestores", "x", "--webopay", "y")
    #expect(refused.complaints.contains("Erro: x"))
  }

  @Test(
    "At a terminal a long list is summed up, and says how to see all of it; in a file it is whole")
  func longLists() throws {
    let month = try Month()
    let rows = (1...30).map { "CLIENTE \($0);FIN;ENTROU;" }.joined(separator: "\n")
    try month.workspace.write(
      "NOME DO CLIENTE;FORMA;STATUS;COMISSÃO\n\(rows)\n", to: "gestores.csv")
    _ = try month.base()
    let words = ["controle", "--gestores", "gestores.csv", "--webopay", Month.webopay, "--dry-run"]
    let screen = try shown(month, words).unfolded
    #expect(
      screen.contains("… e mais 20. Veja todos com 'comissoes alertas --mes 2025-10 --tipo 1'"))
    let whole = try month.workspace.run(words).output
    #expect(whole.contains("CLIENTE 30 está"))
    #expect(!whole.contains("… e mais"))
  }

  @Test("base mostrar, alertas, auditoria and historico wrote all that they had at a terminal")
  func listsWithoutEnd() throws {
    let month = try Month()
    _ = try month.close()
    for _ in 0..<5 {
      let clients = ["cleonice", "eric rios"]
      for name in clients {
        _ = try month.workspace.run("cliente", "liberar", name, "--motivo", "outra unidade")
      }
      _ = try month.workspace.run("desfazer", "--sim")
    }
    for (words, more) in [
      (
        ["base", "mostrar"],
        "… e mais 22 em Nulo. Veja todos com 'comissoes base mostrar --mes 2025-10 --status nulo'."
      ),
      (["auditoria", "listar"], "antes. Veja todas com 'comissoes auditoria listar --desde "),
      (["historico", "listar"], "antes. Veja todas com 'comissoes historico listar | less'."),
    ] {
      #expect(try shown(month, words).unfolded.contains(more), "\(words)")
      let whole = try month.workspace.run(words).output
      #expect(!whole.contains("… e mais"), "\(words)")
    }
    let asked = try shown(month, ["base", "mostrar", "--status", "nulo"])
    #expect(!asked.contains("… e mais"))
  }

  @Test("controle listed alerts that somebody had ended among the open ones")
  func endedAlertsAmongTheOpen() throws {
    let month = try Month()
    _ = try month.close()
    _ = try month.workspace.run(
      "alertas", "resolver", "--tipo", "1", "--todos", "--motivo", "visto", "--sim")
    let text = try month.controle("--dry-run").output
    #expect(!text.contains("está em Gestores mas não na Base"))
    #expect(!text.contains("(resolvido"))
    #expect(text.contains("Já encerrados: 5. Veja-os com"))
  }
}
