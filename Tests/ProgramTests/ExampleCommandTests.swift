import CommandLineKit
import FoundationEssentials
import TestSupport
import Testing

@testable import ComissoesCLI

/// Every command line that a document shows is one that the program understands.
@Suite struct ExampleCommandTests {
  static let documents = [
    MarkdownDocument.readme, MarkdownDocument.rules, MarkdownDocument.guide,
    MarkdownDocument.architecture, MarkdownDocument.development,
  ]

  static let lines: [String] = {
    let documents = Self.documents.compactMap { try? MarkdownDocument($0) }
    let shown = documents.flatMap(\.codeBlocks).flatMap(\.lines)
      .map { $0.hasPrefix("$ ") ? String($0.dropFirst(2)) : $0 }
    // The guide tells commands in its tables too; what it leaves out cannot be typed.
    let told = ((try? MarkdownDocument(MarkdownDocument.guide))?.tables ?? [])
      .flatMap(\.rows).flatMap(\.self).flatMap(\.quoted).filter { !$0.contains("…") }
    let examples = arvore.entries().flatMap(\.examples) + temas.flatMap(\.examples)
    return Set((shown + told).filter { $0.hasPrefix("comissoes ") } + examples).sorted()
  }()

  @Test func documentsAndHelpShowExamples() { #expect(Self.lines.count > 20) }

  @Test(arguments: arvore.entries())
  func commandHasAnExampleOfItself(_ entry: Entry) {
    #expect(!entry.examples.isEmpty, "\(entry.name) has no example")
    // The standard command of a group goes without its name.
    let group = entry.path.dropLast().joined(separator: " ")
    #expect(entry.examples.allSatisfy { $0.hasPrefix(group) }, "\(entry.name)")
  }

  @Test(arguments: lines)
  func exampleIsUnderstood(_ line: String) throws {
    try expectRun(Array(shellWords(line).dropFirst()))
  }

  /// The steps of `make demo`.
  @Test func demoIsUnderstood() throws {
    let script = try textOfProject(".ci/demo").replacing("\\\n", with: " ")
    let steps = script.split(separator: "\n").filter { $0.hasPrefix("step ") }
    #expect(steps.count == 2)
    var sheets: [String] = []
    for step in steps {
      let words = shellWords(String(step)).dropFirst().map {
        $0.replacing("$sheets", with: Fixture.path("planilhas/mes"))
      }
      try expectRun(words)
      sheets += words.filter { $0.hasPrefix(Fixture.root) }
    }
    #expect(!sheets.isEmpty)
    for sheet in sheets { #expect(FileManager.default.fileExists(atPath: sheet), "\(sheet)") }
  }

  /// A month as a document shows it, run as it stands there.
  @Test(arguments: [MarkdownDocument.readme, MarkdownDocument.guide])
  func sessionPrintsWhatTheDocumentShows(_ document: String) throws {
    let blocks = try MarkdownDocument(document).codeBlocks
    let console = try #require(blocks.first { $0.language == "console" })
    let session = Session()
    var shown = Transcript.all(in: console.lines)
    #expect(shown.count >= 2)
    while let step = shown.first {
      shown.removeFirst()
      let words = shellWords(step.command).dropFirst().map {
        $0.hasPrefix("Fixtures/") ? "\(Fixture.root)/\($0)" : $0
      }
      let outcome = session.run(words)
      #expect(outcome.code == .done, "\(step.command): \(outcome.errors)")
      let output = outcome.output.replacing(session.folder, with: "dados")
      #expect(step.fits(output), "\(step.command) prints:\n\(output)")
    }
  }

  /// Parses to a command that would run: no help page, no mistake.
  private func expectRun(_ words: [String]) throws {
    switch try Parser(arvore).parse(words) {
    case .run: break
    case .help, .commandMissing, .version, .completionScript, .manualPage, .completion:
      Issue.record("\(words) does not name a command to run")
    }
  }
}

extension HelpTopic {
  fileprivate var examples: [String] {
    blocks().flatMap { block -> [String] in
      guard case .examples(let lines) = block else { return [] }
      return lines
    }
  }
}

/// A command with what it prints, as a document shows it; `…` stands for lines left out.
private struct Transcript {
  let command: String
  /// What stands between the lines left out.
  let pieces: [[String]]

  static func all(in lines: [String]) -> [Transcript] {
    var found: [Transcript] = []
    var rest = lines[...]
    while let line = rest.popFirst() {
      guard line.hasPrefix("$ ") else { continue }
      let printed = rest.prefix { !$0.hasPrefix("$ ") }
      rest = rest.dropFirst(printed.count)
      found.append(
        Transcript(
          command: String(line.dropFirst(2)),
          pieces: printed.split(separator: "…", omittingEmptySubsequences: false).map(Array.init)))
    }
    return found
  }

  /// True when the pieces stand in the output in this order, the first at its start and the last
  /// at its end.
  func fits(_ output: String) -> Bool {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[
      ...]
    if lines.last == "" { lines = lines.dropLast() }
    guard let first = pieces.first, let last = pieces.last, lines.starts(with: first) else {
      return false
    }
    lines = lines.dropFirst(first.count)
    if pieces.count == 1 { return lines.isEmpty }
    for piece in pieces.dropFirst().dropLast() {
      guard let place = lines.indices.first(where: { lines[$0...].starts(with: piece) }) else {
        return false
      }
      lines = lines[(place + piece.count)...]
    }
    return Array(lines.suffix(last.count)) == last
  }
}
