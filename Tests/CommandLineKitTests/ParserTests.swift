import Testing

@testable import CommandLineKit

@Suite struct ParserTests {
  @Test(arguments: [
    (["vender", "--mes", "2025-10", "l.xls"], "vender 2025-10 l.xls ensaio=false"),
    (["vender", "l.xls", "--mes=10/2025", "--ensaio"], "vender 10/2025 l.xls ensaio=true"),
    (["vender", "--ensaio", "--mes", "2025-10", "-"], "vender 2025-10 - ensaio=true"),
    (["vender", "--mes", "2025-10", "--", "--ensaio"], "vender 2025-10 --ensaio ensaio=false"),
    (["vender", "--mes", "2025-10", "--", "--"], "vender 2025-10 -- ensaio=false"),
    (["--", "vender", "l.xls"], "Erro: Falta a opção '--mes <M>'."),
    (["estoque", "contar"], "contar * *"),
    (["estoque", "contar", "7"], "contar 7 *"),
    (["estoque", "contar", "--fornecedor", "-"], "contar * -"),
    (["estoque", "contar", "--fornecedor=-x"], "contar * -x"),
    (["estoque", "contar", "--fornecedor=--ajuda"], "contar * --ajuda"),
    (["estoque", "contar", "--fornecedor=a=b"], "contar * a=b"),
    (["estoque", "contar", "--fornecedor=\u{301}"], "contar * \u{301}"),
    (["estoque", "contar", "--fornecedor", "estoque"], "contar * estoque"),
    (["estoque", "contar", "--", "--ajuda"], "contar --ajuda *"),
    (["somar", "1", "2", "3"], "6"),
    (["somar", "--", "-1", "2"], "1"),
  ])
  func `Words become values`(words: [String], first: String) {
    #expect(outcome(of: words).hasPrefix(first))
  }

  @Test func `Choices, defaults and options that are not given are typed`() {
    #expect(
      outcome(of: "vender", "--mes", "2025-10", "--fruta", "caju", "--preco", "3", "x") == """
        vender 2025-10 x ensaio=false
        fruta=caju preco=3
        pasta=- formato=tabela
        """)
  }

  @Test(arguments: [
    ["--pasta", "p", "--formato=json", "vender", "--mes", "2025-10", "x"],
    ["vender", "--pasta=p", "--mes", "2025-10", "x", "--formato", "json"],
    ["--formato", "json", "vender", "--mes", "2025-10", "--pasta", "p", "x"],
  ])
  func `Common options stand before and after the command`(words: [String]) {
    #expect(outcome(of: words).hasSuffix("pasta=p formato=json"))
  }

  @Test func `Common options stand between group and command`() {
    #expect(outcome(of: "estoque", "--formato", "json", "listar") == "listar json")
  }

  @Test(arguments: [
    (["--ajuda"], "Compra e vende na feira."),
    (["--help"], "Compra e vende na feira."),
    (["-h"], "Compra e vende na feira."),
    (["ajuda"], "Compra e vende na feira."),
    (["vender", "-h"], "Vende o que está na lista."),
    (["-h", "vender"], "Vende o que está na lista."),
    (["ajuda", "vender"], "Vende o que está na lista."),
    (["help", "estoque", "contar"], "Conta as caixas."),
    (["estoque", "ajuda", "contar"], "Conta as caixas."),
    (["ajuda", "estoque"], "Cuida do estoque."),
    (["ajuda", "ajuda"], "Compra e vende na feira."),
    (["vender", "--ajuda", "a", "b", "c"], "Vende o que está na lista."),
    (["vender", "--xyz", "--mes=errado", "--mes", "--ajuda"], "Vende o que está na lista."),
    (["vendor", "--ajuda"], "Compra e vende na feira."),
    (["vender", "--ajuda=sim"], "Vende o que está na lista."),
    (["--versao", "vender", "--ajuda"], "Vende o que está na lista."),
    (["-h", "--help"], "Compra e vende na feira."),
  ])
  func `Help wins over any mistake`(words: [String], summary: String) {
    #expect(outcome(of: words) == "help: \(summary)")
  }

  @Test(arguments: [["--versao"], ["--version"], ["vender", "--version"], ["--versao", "--xyz"]])
  func `Version wins over any mistake`(words: [String]) {
    #expect(outcome(of: words) == "version: 1.2.3")
  }

  @Test func `A tree without version knows no such option`() {
    let tree = Command<Void>.group("x", "X.", [])
    #expect(throws: UsageErrors.self) { try Parser(tree).parse(["--versao"]) }
  }

  @Test(arguments: [
    ([], "Compra e vende na feira."),
    (["--pasta", "p"], "Compra e vende na feira."),
    (["estoque"], "Cuida do estoque."),
    (["estoque", "--formato", "json"], "Cuida do estoque."),
  ])
  func `A group alone asks for a command`(words: [String], summary: String) {
    #expect(outcome(of: words) == "command missing: \(summary)")
  }

  @Test func `Of all short lines, those with help before two dashes give help, and only they`() {
    let words = [
      "vender", "estoque", "contar", "somar", "--mes", "--mes=2025-10", "--ensaio", "--formato",
      "json", "--xyzzy", "-h", "--", "-", "-5", "", "=", "--=",
    ]
    for first in words {
      for second in words {
        for third in words {
          let line = [first, second, third]
          let asksForHelp = line.prefix { $0 != "--" }.contains("-h")
          #expect(outcome(of: line).hasPrefix("help:") == asksForHelp, "\(line)")
        }
      }
    }
  }

  @Test func `A token of another command is an error and no trap`() throws {
    var form = Form()
    let foreign = form.argument("<outro>", help: "")
    let tree = Command<Void>("x", "X.") { _ in { values, _ in _ = try values[foreign] } }
    guard case .run(let invocation) = try Parser(tree).parse([]) else {
      Issue.record("not a run")
      return
    }
    #expect(throws: InvalidValue.self) { try invocation.run(in: ()) }
  }
}
