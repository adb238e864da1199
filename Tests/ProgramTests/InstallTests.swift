import CommandLineKit
import Foundation
import TestSupport
import Testing

@testable import ComissoesCLI

/// The man page, and what `make install` puts where.
@Suite struct InstallTests {
  /// Runs a program of this machine; its complaints come with what it writes.
  private func run(_ words: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: Fixture.root)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  private static func has(_ program: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)")
  }

  private func page(in workspace: Workspace) throws -> String {
    try workspace.run(
      ["--generate-man-page"], environment: ["SOURCE_DATE_EPOCH": "1762178711"]
    ).output
  }

  @Test func `The man page has every command, option, example and topic`() throws {
    let page = try page(in: Workspace()).replacing("\\-", with: "-")
    for entry in arvore.entries() where !entry.isGroup {
      #expect(page.contains(".SS \"\(entry.name)\"\n"))
      for row in entry.options { #expect(page.contains("\\fB\(row.helpLabel)\\fR\n")) }
      for example in entry.examples { #expect(page.contains("  \(example)\n")) }
    }
    for topic in temas { #expect(page.contains(".SH \"\(topic.title.uppercased())\"\n")) }
    #expect(page.contains("\"2025-11-03\""))
  }

  @Test("mandoc finds nothing wrong with the man page", .enabled(if: has("mandoc")))
  func mandoc() throws {
    let workspace = try Workspace()
    try workspace.write(page(in: workspace), to: "comissoes.1")
    let (status, output) = try run(
      ["mandoc", "-T", "lint", "-W", "warning", workspace.file("comissoes.1")])
    #expect(status == 0, "\(output)")
  }

  @Test("man finds nothing wrong with the man page", .enabled(if: has("man") && has("groff")))
  func man() throws {
    let workspace = try Workspace()
    try workspace.write(page(in: workspace), to: "comissoes.1")
    let (status, output) = try run(
      [
        "sh", "-c", "LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l \"$1\" >\"$1.txt\"", "sh",
        workspace.file("comissoes.1"),
      ])
    #expect(status == 0 && output.isEmpty, "\(output)")
    let text = String(decoding: try workspace.bytes("comissoes.1.txt"), as: UTF8.self)
    #expect(text.contains("comissoes alertas falso-positivo"))
    #expect(text.contains("CONFIGURAÇÃO"))
  }

  @Test(
    "make install puts everything below DESTDIR, make uninstall takes it all away",
    .enabled(if: has("make")))
  func install() throws {
    let workspace = try Workspace()
    func make(_ target: String) throws {
      let (status, output) = try run([
        "make", "-s", target, "BINARY=\(Workspace.program)", "DESTDIR=\(workspace.path)",
        "PREFIX=/usr", "ZSHDIR=/usr/share/zsh/vendor-completions",
      ])
      #expect(status == 0, "\(output)")
    }
    try make("install-built")
    let share = "usr/share"
    let files = try workspace.tree().filter { !$0.value.isEmpty }.map(\.key)
    #expect(
      Set(files).isSuperset(of: [
        "usr/bin/comissoes", "\(share)/man/man1/comissoes.1",
        "\(share)/bash-completion/completions/comissoes",
        "\(share)/zsh/vendor-completions/_comissoes",
        "\(share)/fish/vendor_completions.d/comissoes.fish", "\(share)/doc/comissoes/README.md",
        "\(share)/doc/comissoes/LICENSE", "\(share)/doc/comissoes/Docs/regras.md",
      ]))
    try make("uninstall")
    #expect(try workspace.tree().allSatisfy { $0.value.isEmpty })
    #expect(!FileManager.default.fileExists(atPath: workspace.file("\(share)/doc/comissoes")))
  }

  @Test func `The newest entry of the changelog is the version of the program`() throws {
    let lines = try textOfProject("CHANGELOG.md").split(separator: "\n")
    let newest = try #require(lines.first { $0.hasPrefix("## [") })
    #expect(newest.hasPrefix("## [\(numeroDaVersao)]"))
  }
}
