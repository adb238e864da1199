import Foundation
import TestSupport
import Testing

/// At a terminal no line is wider than it is, whatever the command. Docs/regras.md §9
@Suite struct WidthTests {
  private static let commands: [[String]] = [
    [], ["base", "listar"], ["base", "mostrar"], ["ponte"], ["alertas"],
    ["alertas", "mostrar", "2510-1"], ["relatorio", "listar"], ["relatorio", "mostrar", "1"],
    ["auditoria", "listar"], ["historico", "listar"], ["historico", "mostrar", "2"],
    ["desfazer"], ["desfazer", "--dry-run"], ["cliente", "mostrar", "cleonice"],
    ["explicar", "cleonice"], ["dados", "verificar"], ["auditoria", "verificar"],
    ["config", "forma"], ["planilha", "mostrar", Month.epr],
    ["conferir", "--gestores", Month.gestores, "--epr", Month.epr],
    ["controle", "--gestores", Month.gestores, "--webopay", Month.webopay, "--dry-run"],
    ["recebimentos", "--epr", Month.epr, "--dry-run"],
    ["fechar", "--mes", "2025-11", "--pasta", "planilhas", "--dry-run"],
    ["fechar", "--mes", "2025-12", "--pasta", "planilhas"], ["--ajuda"], ["fechar", "--ajuda"],
  ]

  @Test("Texts ran past the edge and were cut in mid-word", arguments: [80, 50])
  func nothingIsWider(columns: Int) throws {
    let month = try Month()
    _ = try month.close("2025-09")
    _ = try month.close()
    for name in try FileManager.default.contentsOfDirectory(atPath: Month.sheets) {
      try month.workspace.write(Fixture.bytes("planilhas/mes/\(name)"), to: "planilhas/\(name)")
    }
    for words in Self.commands {
      let terminal = try Terminal()
      // Nobody answers, and where nobody is asked, nobody reads it.
      terminal.end()
      let screen = try month.workspace.run(
        words, environment: ["COLUMNS": "\(columns)", "NO_COLOR": "1"], at: terminal,
        outputToo: true
      ).complaints
      for line in screen.split(separator: "\n") {
        // A path or a hash that is wider than the terminal stands alone; the rest of a question's
        // line is what the terminal echoes.
        let alone = line.split(separator: " ").filter { $0 != "\\" }.count == 1
        #expect(line.count <= columns || alone || line.contains("[s/N]"), "\(words): \(line)")
      }
      #expect(!screen.isEmpty, "\(words)")
    }
  }

  @Test("Money, months, days and names of files were split inside the cells of a table")
  func wordsStayWhole() throws {
    let month = try Month()
    _ = try month.close()
    for (words, whole) in [
      (["relatorio", "listar"], ["2025-10-recebimentos-0001.xlsx", "03/11/2025", "R$ 4.524,77"]),
      (["base", "listar"], ["Outubro/2025", "R$ 849,55"]),
      (["auditoria", "listar", "--acao", "gerar_relatorio"], ["R$ 318,25"]),
    ] {
      let screen = try month.workspace.run(
        words, environment: ["COLUMNS": "80", "NO_COLOR": "1"], at: Terminal(), outputToo: true
      ).complaints
      for piece in whole { #expect(screen.contains(piece), "\(piece) in \(screen)") }
    }
  }
}
