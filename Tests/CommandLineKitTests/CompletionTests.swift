import CommandLineKit
import Foundation
import Testing

@Suite struct CompletionTests {
  private func script(_ shell: CompletionScript) throws -> String {
    let words = ["--generate-completion-script", shell.rawValue]
    guard case .completionScript(let script) = try Parser(Shop.tree).parse(words) else { return "" }
    return script
  }

  @Test(arguments: CompletionScript.allCases)
  func `Every row occurs in every script`(shell: CompletionScript) throws {
    let script = try script(shell)
    for entry in Shop.tree.entries() {
      #expect(script.contains(entry.path.joined(separator: shell == .zsh ? "_" : " ")))
      for name in entry.options.flatMap(\.names) {
        let spelling =
          switch shell {
          case .fish where name.hasPrefix("--"): "-l \(name.dropFirst(2)) "
          case .fish: "-s \(name.dropFirst()) "
          case .bash, .zsh: name
          }
        #expect(script.contains(spelling))
      }
      for argument in entry.arguments {
        #expect(script.contains(argument.name))
      }
    }
  }

  @Test(arguments: CompletionScript.allCases)
  func `Hidden rows occur in no script`(shell: CompletionScript) throws {
    #expect(try !script(shell).contains("generate-completion-script"))
  }

  @Test(arguments: CompletionScript.allCases)
  func `Values, folders and kinds of file are offered`(shell: CompletionScript) throws {
    let script = try script(shell)
    #expect(script.contains("tabela json"))
    #expect(script.contains(["bash": "-d", "zsh": "_files -/"][shell.rawValue] ?? "directories"))
    #expect(script.contains(["bash": "[xX][lL][sS][xX]"][shell.rawValue] ?? "xlsx|xls"))
  }

  @Test(arguments: CompletionScript.allCases)
  func `Quotes and brackets of a help text do not end it`(shell: CompletionScript) {
    let tree = Command<Void>("x", "D'água.") { form in
      _ = form.flag("--gota", help: #"Copo d'água [cheio] a\b."#)
      return { _, _ in }
    }
    let expected =
      switch shell {
      case .bash: "--gota"
      case .zsh: #"'--gota[Copo d'\''água \[cheio\] a\\b.]'"#
      case .fish: #"-l gota -d 'Copo d\'água [cheio] a\\b.'"#
      }
    #expect(shell.text(for: tree.entries()).contains(expected))
  }

  @Test(arguments: CompletionScript.allCases.filter { program($0) != nil })
  func `The shell, where there is one, reads its script`(shell: CompletionScript) throws {
    let program = try #require(Self.program(shell))
    let file = FileManager.default.temporaryDirectory.appending(
      path: "feira-\(UUID().uuidString).\(shell.rawValue)")
    try Data(script(shell).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let check = try Process.run(
      URL(filePath: program), arguments: ["-n", file.path(percentEncoded: false)])
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
  }

  @Test(arguments: [
    (["feira", ""], "vender estoque somar olhar"),
    (["feira", "e"], "estoque"),
    (["feira", "estoque", ""], "contar listar"),
    (["feira", "--formato", ""], "tabela json"),
    (["feira", "vender", "--formato", "=", "j"], "json"),
    (["feira", "vender", "--f"], "--fruta --formato"),
    (["feira", "--pasta", "estoque", ""], "vender estoque somar olhar"),
    (["feira", "--pasta", "=", "estoque", ""], "vender estoque somar olhar"),
    (["feira", "estoque", "listar", ""], ""),
  ])
  func `What bash offers`(words: [String], offers: String) throws {
    let bash = try #require(Self.program(.bash))
    let ask = """
      \(try script(.bash))
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
      _feira
      echo -n "${COMPREPLY[*]}"
      """
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: bash)
    process.arguments = ["-c", ask, "bash"] + words
    process.standardOutput = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(String(decoding: text, as: UTF8.self) == offers)
  }

  private static func program(_ shell: CompletionScript) -> String? {
    ["/bin/\(shell.rawValue)", "/usr/bin/\(shell.rawValue)"]
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }
}
