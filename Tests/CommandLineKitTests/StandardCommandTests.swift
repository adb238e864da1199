import CommandLineKit
import Testing

/// A group that does something when it is named alone, and arguments that may be left out.
@Suite struct StandardCommandTests {
  private static let tree = Command<Shop.Log>.group(
    "feira", "Compra e vende na feira.",
    [.group("pedidos", "Cuida dos pedidos.", [ver, fechar], standard: "ver")])

  private static let ver = Command<Shop.Log>("ver", "Mostra os pedidos.") { form in
    let mes = form.option("--mes", value: "<M>", help: "Só deste mês.", parse: month)
    let urgentes = form.flag("--urgentes", help: "Só os urgentes.")
    return { values, log in
      log.lines = try ["ver mes=\(values[mes] ?? "*") urgentes=\(values[urgentes])"]
    }
  }

  private static let fechar = Command<Shop.Log>("fechar", "Fecha pedidos.") { form in
    let mes = form.option("--mes", value: "<M>", help: "Todos deste mês.", parse: month)
    let numeros = form.optionalArguments("<pedido>", help: "Quais.")
    return { values, log in
      log.lines = try [
        "fechar mes=\(values[mes] ?? "*") \(values[numeros].joined(separator: "+"))"
      ]
    }
  }

  @Sendable private static func month(_ text: String) throws(InvalidValue) -> String {
    guard text.count == 7 else { throw InvalidValue("escreva 2025-10") }
    return text
  }

  private func outcome(of words: String...) -> String { run(words) }

  private func run(_ words: [String]) -> String {
    CommandLineKitTests.outcome(of: words, in: Self.tree)
  }

  @Test(arguments: [
    (["pedidos"], "ver mes=* urgentes=false"),
    (["pedidos", "--mes", "2025-10"], "ver mes=2025-10 urgentes=false"),
    (["pedidos", "--urgentes"], "ver mes=* urgentes=true"),
    (["pedidos", "ver", "--mes", "2025-10"], "ver mes=2025-10 urgentes=false"),
    (["pedidos", "--mes", "2025-10", "ver"], "ver mes=2025-10 urgentes=false"),
    (["pedidos", "fechar"], "fechar mes=* "),
    (["pedidos", "fechar", "7", "9", "--mes", "2025-10"], "fechar mes=2025-10 7+9"),
  ])
  func `The standard command is meant when none is named`(words: [String], done: String) {
    #expect(run(words) == done)
  }

  @Test func `Options of the standard command are not given to another one`() {
    #expect(
      outcome(of: "pedidos", "--urgentes", "fechar").hasPrefix(
        "Erro: A opção '--urgentes' é de 'feira pedidos ver', não de 'feira pedidos fechar'.\n"))
    #expect(
      outcome(of: "pedidos", "--mes", "2025-10", "fechar").hasPrefix(
        "Erro: A opção '--mes' se escreve depois de 'feira pedidos fechar'.\n"))
  }

  @Test func `A mistyped command is no argument of the standard one`() {
    #expect(
      outcome(of: "pedidos", "feixar").hasPrefix(
        "Erro: 'feixar' não é um comando de 'feira pedidos'; você quis dizer 'fechar'?\n"))
    #expect(
      outcome(of: "pedidos", "--mes", "x").hasPrefix("Erro: O valor 'x' não serve para '--mes <M>'")
    )
  }

  @Test func `The page of the group shows the options of the standard command`() throws {
    guard case .help(let page) = try Parser(Self.tree).parse(["pedidos", "--ajuda"]) else {
      Issue.record("no help")
      return
    }
    #expect(
      page == """
        Cuida dos pedidos.

        USO: feira pedidos [<comando>] [opções]

        OPÇÕES:
          --mes <M>               Só deste mês.
          --urgentes              Só os urgentes.
          --ajuda, --help, -h     Mostra esta ajuda.

        COMANDOS:
          ver                     Mostra os pedidos. (o que se faz sem comando)
          fechar                  Fecha pedidos.

        Veja 'feira ajuda pedidos <comando>' para os detalhes de um comando.
        """)
  }
}
