import CommandLineKit
import Foundation
import Testing

/// What the program answers when a shell asks, and the scripts that ask.
@Suite struct CompletionTests {
  /// The lines of the answer.
  private func answer(
    _ shell: CompletionScript, _ words: String..., in tree: Command<Shop.Log> = Shop.tree
  ) throws -> [String] {
    guard
      case .completion(let question) = try Parser(tree).parse(
        ["__completar", shell.rawValue] + words)
    else { return ["no answer"] }
    return question.answer(Self.lookup).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("feira ", ["words", "vender", "estoque", "somar", "olhar"]),
    ("feira e", ["words", "estoque"]),
    ("feira  'est", ["words", "estoque"]),
    ("feira estoque ", ["words", "contar", "listar"]),
    ("feira --formato ", ["words", "tabela", "json"]),
    ("feira vender --formato=j", ["words", "json"]),
    ("feira vender --f", ["words", "--fruta", "--formato"]),
    ("feira vender --formato json --f", ["words", "--fruta"]),
    ("feira --pasta estoque ", ["words", "vender", "estoque", "somar", "olhar"]),
    ("feira --pasta=estoque ", ["words", "vender", "estoque", "somar", "olhar"]),
    ("feira estoque listar ", ["words", "--pasta", "--formato", "--ajuda", "--versao"]),
    ("feira estoque listar --h", ["words", "--help"]),
    ("feira estoque listar x", []),
    ("feira estoque contar ", []),
    ("feira vender --preco ", []),
    ("feira vender --nada=", []),
    ("feira --pasta ", ["folders"]),
    ("feira vender --mes 2025-10 ", ["files\txlsx|xls"]),
    ("feira vender -- ", ["files\txlsx|xls"]),
    ("feira xyzzy ", ["words", "vender", "estoque", "somar", "olhar"]),
    ("feira", []),
    ("", ["words", "vender", "estoque", "somar", "olhar"]),
  ])
  func `What may come at the cursor`(line: String, offered: [String]) throws {
    #expect(try answer(.bash, line) == offered)
  }

  @Test func `Hidden rows are never offered`() throws {
    #expect(try answer(.bash, "feira --g") == [])
  }

  @Test func `A group with a standard command offers the options of that one`() throws {
    let list = Command<Shop.Log>("listar", "L.") { form in
      _ = form.flag("--tudo", help: "T.")
      return { _, _ in }
    }
    let tree = Command<Shop.Log>.group("feira", "F.", [list], standard: "listar")
    #expect(try answer(.bash, "feira --t", in: tree) == ["words", "--tudo"])
  }

  // MARK: Words that are looked up

  private static let names = [
    "ANA SOUZA", "ANA LÚCIA D'ÁVILA", "JOAO $HOME", "JOÃO \"GIL\" (FILHO)", "TRAÇO\u{202E}", "",
  ]

  private static func lookup(_ name: String, _ given: CompletionQuestion.Given) -> [Suggestion] {
    switch name {
    case "cliente": names.map { Suggestion($0, "cliente") }
    case "mes": [Suggestion("2025-10", given.value("--pasta") ?? "sem pasta")]
    case "dito": given.arguments.map { Suggestion("\($0)+") } + [Suggestion("novo", "a\u{7}b")]
    default: []
    }
  }

  private static let tree = Command<Shop.Log>.group(
    "feira", "F.",
    [
      Command<Shop.Log>("ver", "V.") { form in
        _ = form.option("--mes", value: "<M>", help: "M.", completion: .lookup("mes"))
        _ = form.option("--de", value: "<C>", help: "C.", completion: .lookup("cliente"))
        _ = form.arguments("<nome>", help: "N.", completion: .lookup("cliente"))
        return { _, _ in }
      },
      Command<Shop.Log>("por", "P.") { form in
        _ = form.arguments("<dito>", help: "D.", completion: .lookup("dito"))
        return { _, _ in }
      },
    ]
  ) { form in
    let pasta = form.option("--pasta", value: "<p>", help: "P.")
    return { values, log in
      _ = try values[pasta]
      return log
    }
  }

  @Test(arguments: [
    (#"feira ver ana s"#, ["words", #"ANA\ SOUZA"#]),
    (#"feira ver ana\ s"#, ["words", #"ANA\ SOUZA"#]),
    (#"feira ver "ana s"#, ["words", "ANA SOUZA"]),
    (#"feira ver "ana l"#, ["words", "ANA LÚCIA D'ÁVILA"]),
    (#"feira ver 'ana l"#, ["words", #"ANA LÚCIA D'\''ÁVILA"#]),
    (#"feira ver ana\ l"#, ["words", #"ANA\ LÚCIA\ D\'ÁVILA"#]),
    (#"feira ver an"#, ["words", #"ANA\ SOUZA"#, #"ANA\ LÚCIA\ D\'ÁVILA"#]),
    (#"feira ver "joao $"#, ["words", #"JOAO \$HOME"#]),
    (#"feira ver joao"#, ["list", #"JOAO\ \$HOME"#, #"JOÃO\ \"GIL\"\ \(FILHO\)"#]),
    (#"feira ver JOÃ"#, ["words", #"JOÃO\ \"GIL\"\ \(FILHO\)"#]),
    (#"feira ver souza"#, ["words", #"ANA\ SOUZA"#]),
    (#"feira ver traço"#, []),
    (#"feira ver ANA\ SOUZA ana"#, ["words", #"ANA\ LÚCIA\ D\'ÁVILA"#]),
    (#"feira ver --de=ana\ s"#, ["words", #"ANA\ SOUZA"#]),
    (#"feira ver --de="ana s"#, ["words", "ANA SOUZA"]),
    (#"feira ver --mes 2"#, ["words", "2025-10"]),
    (#"feira por "#, ["words", "novo"]),
    (#"feira por um "#, ["words", "um+", "novo"]),
  ])
  func `Names as bash reads them`(line: String, offered: [String]) throws {
    #expect(try answer(.bash, line, in: Self.tree) == offered)
  }

  @Test func `What is typed is known to who looks up`() throws {
    #expect(
      try answer(.fish, "--pasta", "a b", "ver", "--mes", "", in: Self.tree)
        == ["words", "2025-10\ta b"])
    #expect(
      try answer(.fish, "ver", "--mes=2", in: Self.tree) == ["words", "--mes=2025-10\tsem pasta"])
    #expect(
      try answer(.zsh, "feira ver --mes=2", in: Self.tree)
        == ["words", "--mes=2025-10\t2025-10  – sem pasta"])
  }

  @Test func `A note that would act on the terminal is left out`() throws {
    #expect(try answer(.fish, "por", "no", in: Self.tree) == ["words", "novo\t"])
  }

  @Test func `Whoever asks in another way gets a usage error`() {
    for words in [["__completar"], ["__completar", "tcsh", "feira "], ["vender", "__completar"]] {
      #expect(throws: UsageErrors.self) { try Parser(Shop.tree).parse(words) }
    }
  }

  // MARK: Scripts

  @Test(arguments: CompletionScript.allCases.filter { program($0) != nil })
  func `The shell, where there is one, reads its script`(shell: CompletionScript) throws {
    let words = ["--generate-completion-script", shell.rawValue]
    guard case .completionScript(let script) = try Parser(Shop.tree).parse(words) else {
      Issue.record("no script")
      return
    }
    let program = try #require(Self.program(shell))
    let file = FileManager.default.temporaryDirectory.appending(
      path: "feira-\(UUID().uuidString).\(shell.rawValue)")
    try Data(script.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let check = try Process.run(
      URL(filePath: program), arguments: ["-n", file.path(percentEncoded: false)])
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
  }

  private static func program(_ shell: CompletionScript) -> String? {
    ["/bin/\(shell.rawValue)", "/usr/bin/\(shell.rawValue)"]
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }
}
