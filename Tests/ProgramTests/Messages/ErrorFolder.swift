import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// A folder `Fixtures/erros/<theme>/<what happened>`: how to provoke a message, and what is said.
///
/// `comando` has two comments, when it happens and what to do; lines that prepare; and the line
/// that errs. `esperado` has the exit code, what stderr says, and behind a line `--- resultado`
/// what stdout says. All other files are what the person has in their folder, beside the four
/// spreadsheets of `Fixtures/planilhas/pequeno`.
struct ErrorFolder: Sendable, CustomTestStringConvertible {
  static let root = "Fixtures/erros"

  let theme: String
  let name: String
  let when: String
  let remedy: String
  let preparation: [String]
  let command: String

  /// From the root of the checkout.
  var path: String { "\(Self.root)/\(theme)/\(name)" }
  var testDescription: String { "\(theme)/\(name)" }

  /// By theme and name.
  static func all() throws -> [ErrorFolder] {
    try filesOfProject(below: root, ending: "/comando").map { file in
      let parts = file.split(separator: "/").map(String.init)
      guard parts.count == 3 else { throw Malformed(file: file) }
      return try ErrorFolder(theme: parts[0], name: parts[1])
    }
  }

  private init(theme: String, name: String) throws {
    self.theme = theme
    self.name = name
    let file = "\(Self.root)/\(theme)/\(name)/comando"
    let lines = try textOfProject(file).split(separator: "\n").map(String.init)
    guard lines.count > 2, lines[0].hasPrefix("# "), lines[1].hasPrefix("# ") else {
      throw Malformed(file: file)
    }
    when = String(lines[0].dropFirst(2))
    remedy = String(lines[1].dropFirst(2))
    preparation = Array(lines[2..<(lines.count - 1)])
    command = lines[lines.count - 1]
  }

  struct Malformed: Error { let file: String }
}

extension ErrorFolder {
  /// What `esperado` says.
  func expected() throws -> Told { try Told(text: textOfProject("\(path)/esperado")) }

  /// Runs the lines in a folder of their own, at a fixed time.
  func run() throws -> Told {
    let workspace = try Workspace()
    let files = FileManager.default
    for folder in ["Fixtures/planilhas/pequeno", path] {
      for name in try files.contentsOfDirectory(atPath: "\(Fixture.root)/\(folder)")
      where name != "comando" && name != "esperado" {
        // The folder may have one of the four spreadsheets of its own.
        try? files.removeItem(atPath: workspace.file(name))
        try files.copyItem(
          atPath: "\(Fixture.root)/\(folder)/\(name)", toPath: workspace.file(name))
      }
    }
    try files.createSymbolicLink(
      atPath: workspace.file("Fixtures"), withDestinationPath: "\(Fixture.root)/Fixtures")
    try files.createDirectory(
      atPath: workspace.file(".bin"), withIntermediateDirectories: false)
    try files.createSymbolicLink(
      atPath: workspace.file(".bin/comissoes"), withDestinationPath: Workspace.program)
    let prepared = try workspace.shell(["set -e", ". ./passos.sh"] + preparation)
    guard prepared.status == 0 else { return Told(prepared, in: workspace) }
    return Told(try workspace.shell([command]), in: workspace)
  }

  /// Makes `esperado` anew.
  func record() throws {
    try run().text.write(
      to: URL(filePath: "\(Fixture.root)/\(path)/esperado"), atomically: true, encoding: .utf8)
  }
}

extension Workspace {
  fileprivate func shell(_ lines: [String]) throws -> Outcome {
    let words = Self.unprivileged + ["/bin/sh", "-c", lines.joined(separator: "\n")]
    return try run(
      Array(words.dropFirst()),
      environment: ["PATH": "\(path)/.bin:/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1762179911"],
      program: words[0])
  }

  /// For root no file is closed unless it gives up what makes it so.
  private static let unprivileged =
    geteuid() == 0 ? ["/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []
}

/// How a run ended and what it said, without what is different each time.
struct Told: Equatable {
  let status: Int32?
  let complaints: String
  let output: String

  init(_ outcome: Outcome, in workspace: Workspace) {
    func settled(_ text: String) -> String {
      text.replacing("\(workspace.path)/", with: "")
        // The name of a content is its hash, and some contents tell the time and the user.
        .replacing(#/objetos/[0-9a-f]{2}/[0-9a-f]+/#, with: "objetos/…")
    }
    status = outcome.status
    complaints = settled(outcome.complaints)
    output = settled(outcome.output)
  }

  init(text: String) {
    let parts = text.split(separator: Self.mark, maxSplits: 1, omittingEmptySubsequences: false)
    let head = parts[0].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    status = head[0].split(separator: " ").last.flatMap { Int32($0) }
    complaints = head.count > 1 ? String(head[1]) : ""
    output = parts.count > 1 ? String(parts[1]) : ""
  }

  private static let mark = "--- resultado\n"

  var text: String {
    "código \(status.map(String.init) ?? "nenhum")\n\(complaints)"
      + (output.isEmpty ? "" : Self.mark + output)
  }
}
