import CommandLineKit
import Foundation
import TestSupport

/// A real shell at a pseudo-terminal, set up as an installed program sets it up, and somebody who
/// types into it.
final class ShellSession {
  /// The shells of this machine; a test says which it could not have.
  static let installed = CompletionScript.allCases.filter { path(of: $0) != nil }

  private static let prompt = "pronto> "
  /// What the program says when it has written down its words.
  private static let end = "-- fim --"

  private let workspace: Workspace
  private let terminal: Terminal
  private let seated: SeatedProgram

  /// - Parameter workspace: where the shell works. The program that it finds writes down the words
  ///   it is given, but for the questions of the shell, which the real one answers.
  init(_ shell: CompletionScript, in workspace: Workspace) throws {
    self.workspace = workspace
    terminal = try Terminal()
    let program = Workspace.program
    try workspace.write(
      """
      #!/bin/sh
      [ "$1" = __completar ] && exec '\(program)' "$@"
      printf '%s\\n' "$@" >words
      echo '\(Self.end)'
      """, to: "bin/comissoes")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: workspace.file("bin/comissoes"))
    let script = try workspace.run("--generate-completion-script", shell.rawValue).output
    try workspace.write(script, to: "completions/_comissoes")
    try workspace.write(Self.setUp(shell), to: Self.setUpFile(shell))

    seated = try SeatedProgram(
      Self.command(shell), in: workspace.path,
      environment: [
        "PATH": "\(workspace.file("bin")):/usr/bin:/bin", "HOME": workspace.path,
        "ZDOTDIR": workspace.path, "INPUTRC": "/dev/null", "TERM": "vt100", "LC_ALL": "C.UTF-8",
        "COLUMNS": "160", "LINES": "40",
      ], at: terminal, within: 240)
    try seated.wait { $0.contains(Self.prompt) }
  }

  /// Types a line, tabs and all, and the return key.
  /// - Returns: the words that the program is started with.
  func words(of line: String) throws -> [String] {
    terminal.type("\(line)\r")
    // Only at its next prompt does the shell take a tab for what it is.
    try seated.wait { screen in
      screen.ranges(of: Self.end).last.map { screen[$0.upperBound...].contains(Self.prompt) }
        ?? false
    }
    return String(decoding: try workspace.bytes("words"), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private static func path(of shell: CompletionScript) -> String? {
    ["/bin/\(shell.rawValue)", "/usr/bin/\(shell.rawValue)"]
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }

  private static func command(_ shell: CompletionScript) -> [String] {
    switch shell {
    case .bash: ["bash", "--noprofile", "--rcfile", setUpFile(shell), "-i"]
    case .zsh: ["zsh", "-d", "-i"]
    case .fish: ["fish", "--no-config", "-i", "-C", "source \(setUpFile(shell))"]
    }
  }

  private static func setUpFile(_ shell: CompletionScript) -> String {
    switch shell {
    case .bash: "bashrc"
    case .zsh: ".zshrc"
    case .fish: "config.fish"
    }
  }

  private static func setUp(_ shell: CompletionScript) -> String {
    switch shell {
    case .bash:
      """
      PS1='\(prompt)'
      source completions/_comissoes
      """
    case .zsh:
      """
      PS1='\(prompt)'
      fpath=(completions $fpath)
      autoload -U compinit
      compinit -u -D
      """
    case .fish:
      """
      source completions/_comissoes
      function fish_prompt
        echo -n '\(prompt)'
      end
      """
    }
  }
}
