import Foundation
import TestSupport
import Testing

/// Every error and aviso: provoked by a folder of `Fixtures/erros`, told in `Docs/mensagens.md`.
///
/// `RECORD=1 swift test --filter MessageTests` writes both anew, and fails: read what has changed.
@Suite struct MessageTests {
  private static let records = ProcessInfo.processInfo.environment["RECORD"] != nil
  private static let folders = (try? ErrorFolder.all()) ?? []

  @Test func foldersAreThere() throws {
    #expect(try ErrorFolder.all().count > 200)
  }

  @Test("The program says exactly what the folder expects", arguments: folders)
  func saysWhatIsExpected(folder: ErrorFolder) throws {
    if Self.records {
      try folder.record()
      Issue.record("recorded")
    } else {
      let told = try folder.run()
      #expect(try told.text == folder.expected().text)
    }
  }

  /// In English a message of a library or of the system has come through.
  @Test(arguments: folders)
  func saysNothingInEnglish(folder: ErrorFolder) throws {
    let told = try folder.expected().complaints.lowercased()
    for word in [" the ", " error ", "[error]", " file ", "no such", " invalid ", " device"] {
      #expect(!told.contains(word), "\(word)")
    }
  }

  @Test func documentTellsEveryFolder() throws {
    let text = try MessageDocument.text()
    let document = try MarkdownDocument(MessageDocument.path)
    let told = try #require(document.generated(MessageDocument.marker))
    if Self.records {
      let whole = try textOfProject(MessageDocument.path).replacing(told, with: text)
      try whole.write(
        to: URL(filePath: "\(Fixture.root)/\(MessageDocument.path)"), atomically: true,
        encoding: .utf8)
      Issue.record("recorded")
    } else if told != text {
      let difference = text.split(separator: "\n").difference(from: told.split(separator: "\n"))
      Issue.record(
        """
        \(MessageDocument.path) differs; RECORD=1 swift test --filter MessageTests writes it anew. \
        \(difference.insertions.count) lines to add, \(difference.removals.count) to take away:
        \(difference.prefix(40).map { "\($0)" }.joined(separator: "\n"))
        """)
    }
  }

  /// A message without a folder is a message that nobody has read.
  @Test func everyMessageOfTheSourcesIsProvoked() throws {
    let provoked = try ErrorFolder.all().map { try $0.expected().text }.joined(separator: " ")
      .folded
    let excused = try UnprovokedMessage.all().map(\.text.folded)
    let source = try MessageSource.all()
    #expect(source.pieces.count > 400)
    for piece in source.pieces where !provoked.contains(piece.text) {
      #expect(
        excused.contains { $0.contains(piece.text) },
        "no folder of \(ErrorFolder.root) says \"\(piece.text)\" (\(piece.file):\(piece.line))")
    }
    for text in excused {
      #expect(
        source.pieces.contains { text.contains($0.text) && !provoked.contains($0.text) },
        "a folder says this by now, or nothing does: \(text)")
    }
    // Two lists of problems whose texts are found where they are added.
    let textless = source.textless.filter {
      !$0.hasSuffix("Falha(.noInput, problemas)") && !$0.hasSuffix("Falha(.usage, duvidas)")
    }
    #expect(textless == [], "list the file that makes the text in MessageSource.places")
  }

  @Test func testsNamedAsProofExist() throws {
    for message in try UnprovokedMessage.all() where !message.proof.isEmpty {
      let path = "\(Fixture.root)/Tests/\(message.proof).swift"
      #expect(FileManager.default.fileExists(atPath: path), "\(message.proof)")
    }
  }
}
