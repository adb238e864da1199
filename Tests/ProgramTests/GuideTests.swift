import Dominio
import FoundationEssentials
import TestSupport
import Testing

@testable import ComissoesCLI

/// The documents for people: that they are whole, and lead where they say.
@Suite struct GuideTests {
  @Test func guideExplainsEveryStatus() throws {
    let table = try #require(try MarkdownDocument(MarkdownDocument.guide).table("status"))
    #expect(table.rows.map { $0[0] } == Status.allCases.map(\.nome))
  }

  @Test func guideExplainsEveryAlert() throws {
    let table = try #require(try MarkdownDocument(MarkdownDocument.guide).table("nº"))
    #expect(table.rows.map { $0[0] } == TipoDeAlerta.allCases.map { "\($0.numero)" })
    for row in table.rows { #expect(row.allSatisfy { !$0.isEmpty }, "\(row)") }
  }

  @Test(
    arguments: try filesOfProject(below: "Docs", ending: ".md").map { "Docs/\($0)" } + [
      MarkdownDocument.readme
    ])
  func linksLeadSomewhere(_ path: String) throws {
    let folder = URL(filePath: "\(Fixture.root)/\(path)").deletingLastPathComponent()
    for link in try MarkdownDocument(path).links where !link.hasPrefix("https://") {
      let pieces = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      let target =
        pieces[0].isEmpty ? "\(Fixture.root)/\(path)" : folder.appending(path: pieces[0]).path
      #expect(FileManager.default.fileExists(atPath: target), "\(path) leads to \(link)")
      guard pieces.count > 1, target.hasSuffix(".md") else { continue }
      let document = try MarkdownDocument(
        String(URL(filePath: target).standardized.path.dropFirst(Fixture.root.count + 1)))
      #expect(document.anchors.contains(pieces[1]), "\(path) leads to \(link)")
    }
  }

  /// Types and functions that the architecture names are there.
  @Test func architectureNamesWhatExists() throws {
    let sources = try filesOfProject(below: "Sources", ending: ".swift")
    let code = try sources.map { try textOfProject("Sources/\($0)") }.joined()
    let names = try MarkdownDocument(MarkdownDocument.architecture).lines.flatMap(\.quoted)
      .flatMap { $0.split(separator: ".").map(String.init) }
      .filter { $0.count > 5 && $0.allSatisfy { $0.isLetter } && $0.contains(where: \.isUppercase) }
    #expect(names.count > 20)
    for name in Set(names) { #expect(code.contains(name), "Sources has no \(name)") }
  }
}
