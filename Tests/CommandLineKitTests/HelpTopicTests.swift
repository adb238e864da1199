import CommandLineKit
import Testing

/// Pages of help that are about no single command.
@Suite struct HelpTopicTests {
  private static let tree = Command<Shop.Log>.group(
    "feira", "Compra e vende na feira.",
    [
      Command<Shop.Log>("vender", "Vende.", examples: ["feira vender"]) { _ in { _, _ in } },
      .group(
        "estoque", "Cuida do estoque.",
        [
          Command<Shop.Log>("contar", "Conta as caixas.", examples: ["feira estoque contar"]) { _ in
            { _, _ in }
          }
        ]),
    ],
    version: "feira 1.2.3\nmais",
    topics: [
      HelpTopic("frutas", "As frutas da feira.") {
        [
          .heading("Da época"),
          .table([.init("caju", "No verão."), .init("uva", "Quase sempre.")]),
          .text("Uma fruta madura não espera, e quem passa depois das dez já não acha das boas."),
          .examples(["feira vender --tudo"]),
        ]
      },
      HelpTopic("estoque", "O que está em caixas.") { [.text(".Caixas.")] },
    ]
  ) { _ in { _, log in log } }

  private func page(_ words: String...) throws -> String {
    guard case .help(let page) = try Parser(Self.tree, width: 60).parse(words) else {
      return "none"
    }
    return page
  }

  private func slip(_ words: String...) -> String {
    do {
      _ = try Parser(Self.tree).parse(words)
      return "no mistake"
    } catch { return "\(error)" }
  }

  @Test func `A page is set to the width`() throws {
    #expect(
      try page("ajuda", "frutas") == """
        As frutas da feira.

        Da época
          caju                    No verão.
          uva                     Quase sempre.

        Uma fruta madura não espera, e quem passa depois das dez já
        não acha das boas.

          feira vender --tudo
        """)
  }

  @Test func `A topic that bears the name of commands leads to them`() throws {
    #expect(
      try page("ajuda", "estoque") == """
        O que está em caixas.

        .Caixas.

        COMANDOS:
          contar                  Conta as caixas.

        Veja 'feira ajuda estoque <comando>' para os detalhes de um
        comando.
        """)
    #expect(try page("estoque", "--ajuda").hasPrefix("Cuida do estoque.\n"))
    #expect(try page("--ajuda", "estoque").hasPrefix("Cuida do estoque.\n"))
    #expect(try page("ajuda", "estoque", "contar").hasPrefix("Conta as caixas.\n"))
  }

  @Test func `The help of the program lists the topics, and groups show what can be typed`() throws
  {
    #expect(
      try page("ajuda").hasSuffix(
        """
        TEMAS:
          frutas                  As frutas da feira.
          estoque                 O que está em caixas.

        EXEMPLOS:
          feira vender

        Veja 'feira ajuda <comando>' para os detalhes de um comando,
        e 'feira ajuda <tema>' para um tema.
        """))
    #expect(try page("estoque", "--ajuda").contains("\nEXEMPLOS:\n  feira estoque contar\n"))
  }

  @Test func `A slip gets a suggestion`() {
    #expect(
      slip("ajuda", "fruta") == """
        Erro: 'fruta' não é um comando nem um tema da ajuda; você quis dizer 'frutas'?
        Ajuda: os comandos são 'vender' e 'estoque'; os temas são 'frutas' e 'estoque'.
        Uso: feira <comando> [opções]
        Veja 'feira --ajuda'.
        """)
    #expect(slip("ajuda", "vendr").contains("você quis dizer 'vender'?"))
    #expect(
      slip("ajuda", "xyzzy").hasPrefix("Erro: 'xyzzy' não é um comando nem um tema da ajuda."))
    #expect(slip("ajuda", "estoque", "contr").contains("você quis dizer 'contar'?"))
    // A topic is no command.
    #expect(slip("frutas").hasPrefix("Erro: 'frutas' não é um comando de 'feira'."))
  }

  @Test func `Topics are completed behind the word that asks for help`() throws {
    func offered(_ line: String) throws -> [String] {
      let words = ["__completar", "bash", line]
      guard case .completion(let question) = try Parser(Self.tree).parse(words) else { return [] }
      return question.answer { _, _ in [] }.split(separator: "\n").map(String.init)
    }
    #expect(try offered("feira ajuda ") == ["words", "vender", "estoque", "frutas"])
    #expect(try offered("feira fr") == [])
    #expect(try offered("feira ajuda estoque ") == ["words", "contar"])
  }

  // MARK: The man page

  @Test func `The man page is made of the same rows`() throws {
    guard case .manualPage(let page) = try Parser(Self.tree).parse(["--generate-man-page"]) else {
      Issue.record("no page")
      return
    }
    let roff = page.roff(day: "2025-11-03")
    let lines = roff.split(separator: "\n").map(String.init)
    #expect(lines.contains(#".TH "FEIRA" "1" "2025-11-03" "feira 1.2.3" "Comandos do usuário""#))
    #expect(lines.contains(#"feira \- Compra e vende na feira."#))
    #expect(lines.contains(#"\fB\-\-ajuda, \-\-help, \-h\fR"#))
    #expect(lines.contains(#".SS "feira estoque contar""#))
    #expect(lines.contains(#".SH "FRUTAS""#))
    #expect(lines.contains(#"\fBcaju\fR"#))
    #expect(lines.contains(#"  feira vender \-\-tudo"#))
    // No line of the text is taken for a request.
    #expect(lines.contains(#"\&.Caixas."#))
    #expect(!roff.contains("generate"))
  }
}
