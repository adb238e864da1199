import CommandLineKit
import Foundation
import TestSupport
import Testing

/// Tab pressed in real shells. What counts is the words that the program is then started with.
@Suite struct RealShellTests {
  struct Typed: Sendable {
    let line: String
    let words: [String]

    init(_ line: String, _ words: String...) {
      self.line = line
      self.words = words
    }
  }

  static let lines = [
    Typed("comissoes base mo\t--mes 2025\t", "base", "mostrar", "--mes", "2025-10"),
    Typed("comissoes base mostrar --mes=2025\t", "base", "mostrar", "--mes=2025-10"),
    Typed(
      "comissoes --dados 'outra pasta' ponte --de \t", "--dados", "outra pasta", "ponte",
      "--de", "2024-05"),
    Typed("comissoes base mostrar --status fin\t", "base", "mostrar", "--status", "financiado"),
    Typed(
      "comissoes alertas mostrar --me\t2025-10 2510-9\t", "alertas", "mostrar", "--mes",
      "2025-10", "2510-9"),
    Typed("comissoes cliente decidir ana\t", "cliente", "decidir", "ANA D'ÁVILA"),
    Typed("comissoes cliente decidir \"ana\t", "cliente", "decidir", "ANA D'ÁVILA"),
    Typed("comissoes cliente decidir 'ana\t", "cliente", "decidir", "ANA D'ÁVILA"),
    Typed("comissoes cliente decidir \"jo\t", "cliente", "decidir", "JOÃO \"GIL\" SOUZA"),
    Typed("comissoes cliente decidir gil\tjo\t", "cliente", "decidir", "giljo"),
    Typed("comissoes cliente decidir c\t", "cliente", "decidir", "CUSTO $HOME & CIA; (\\)"),
    Typed("comissoes cliente decidir \"c\t", "cliente", "decidir", "CUSTO $HOME & CIA; (\\)"),
    Typed("comissoes base mostrar --nome=e\t", "base", "mostrar", "--nome=EMPRESA A:B=C"),
    Typed("comissoes base mostrar --nome \"e\t", "base", "mostrar", "--nome", "EMPRESA A:B=C"),
    Typed(
      "comissoes config forma perm\tDESC\t", "config", "forma", "PERMUTA C/ VEÍCULO",
      "DESCONTO"),
    Typed(
      "comissoes planilha mostrar mes\tEPR\t", "planilha", "mostrar",
      "mes de outubro/EPR_03-11-25.xls"),
    Typed(
      "comissoes planilha mostrar \"mes de outubro/EPR\t", "planilha", "mostrar",
      "mes de outubro/EPR_03-11-25.xls"),
    Typed(
      "comissoes controle --gestores=mes\tCOM\t --aba-gestores \t", "controle",
      "--gestores=mes de outubro/COMISSÕES_GESTORES.xlsx", "--aba-gestores", "GESTORES"),
    Typed("comissoes ajuda config\t", "ajuda", "config"),
    Typed("comissoes ajuda configurac\t", "ajuda", "configuracao"),
    Typed(
      "comissoes --dados danificada base mostrar --mes \tx", "--dados", "danificada", "base",
      "mostrar", "--mes", "x"),
    Typed(
      "comissoes --dados \"nenhuma pasta\" alertas mostrar \tx", "--dados", "nenhuma pasta",
      "alertas", "mostrar", "x"),
  ]

  @Test(
    "What Tab writes in each shell that is here (Debian: apt-get install zsh fish)",
    arguments: ShellSession.installed)
  func tab(shell: CompletionScript) throws {
    let month = try Self.data()
    let before = try month.data()
    let session = try ShellSession(shell, in: month.workspace)
    for typed in Self.lines {
      #expect(try session.words(of: typed.line) == typed.words, "\(shell), \(typed.line)")
    }
    #expect(try month.data() == before)
    #expect(!FileManager.default.fileExists(atPath: month.workspace.file("nenhuma pasta")))
  }

  /// October with its alerts; a later month whose names are hard to type; another data directory,
  /// and one that is damaged.
  private static func data() throws -> Month {
    let month = try Month()
    _ = try month.base()
    _ = try month.controle()
    let workspace = month.workspace
    try workspace.write(
      """
      NOME;DATA
      Ana d'Ávila;01/10/2025
      "João ""Gil"" Souza";02/10/2025
      "Custo $HOME & Cia; (\\)";03/10/2025
      Empresa A:B=C;04/10/2025
      """, to: "nomes.csv")
    try #require(
      try workspace.run("base", "criar", "--mes", "2026-01", "--acompanhamento", "nomes.csv")
        .status == 0)
    try #require(
      try workspace.run(
        "base", "criar", "--mes", "2024-05", "--acompanhamento", "nomes.csv", "--dados",
        "outra pasta"
      ).status == 0)
    try FileManager.default.copyItem(
      atPath: workspace.file("dados"), toPath: workspace.file("danificada"))
    try workspace.write("{", to: "danificada/estado.json")
    try FileManager.default.createDirectory(
      atPath: workspace.file("mes de outubro"), withIntermediateDirectories: true)
    for sheet in try FileManager.default.contentsOfDirectory(atPath: Month.sheets) {
      try FileManager.default.copyItem(
        atPath: "\(Month.sheets)/\(sheet)", toPath: workspace.file("mes de outubro/\(sheet)"))
    }
    try workspace.write("", to: "mes de outubro/EPR.pdf")
    return month
  }
}
