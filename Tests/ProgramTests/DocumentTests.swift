import FoundationEssentials
import Planilhas
import Spreadsheets
import TestSupport
import Testing

@testable import ComissoesCLI

/// What the documents say of the code, held against the code.
@Suite struct DocumentTests {
  @Test(arguments: Generated.all)
  func generatedPiecesAreWhatTheCodeGives(_ piece: Generated) throws {
    let text = try piece.text()
    #expect(
      try MarkdownDocument(piece.document).generated(piece.name) == text,
      "Paste this between the markers of '\(piece.name)' in \(piece.document):\n\(text)")
  }

  @Test(arguments: [MarkdownDocument.development, MarkdownDocument.rules])
  func everyGeneratedPieceIsChecked(path: String) throws {
    let checked = Generated.all.filter { $0.document == path }.map(\.name)
    #expect(try MarkdownDocument(path).generatedNames.sorted() == checked.sorted())
  }

  @Test func importsGoDownTheTableOfModules() throws {
    let rows = try ModuleTable.current().rows
    for (place, row) in rows.enumerated() {
      let below = Set(rows[(place + 1)...].flatMap { $0[0].quoted })
      let above = Set(row[2].quoted).subtracting(below)
      #expect(above.isEmpty, "\(row[0]) imports \(above.sorted()), which stand above it")
    }
  }

  @Test func namedFilesExist() throws {
    let sources = try filesOfProject(below: "Sources", ending: ".swift")
    let named = try MarkdownDocument(MarkdownDocument.development).lines.flatMap(\.quoted)
      .filter { $0.hasSuffix(".swift") && !$0.contains("…") }
    #expect(!named.isEmpty)
    for name in named {
      #expect(sources.contains { "/\($0)".hasSuffix("/\(name)") }, "Sources has no \(name)")
    }
  }

  @Test(arguments: [MarkdownDocument.readme, MarkdownDocument.development])
  func namedTargetsOfMakeExist(path: String) throws {
    let makefile = try textOfProject("Makefile").split(separator: "\n")
    let document = try MarkdownDocument(path)
    let lines =
      document.lines.flatMap(\.quoted)
      + document.codeBlocks.filter { $0.language == "sh" }.flatMap(\.lines)
    let targets = Set(
      lines.map { $0.split(separator: " ") }
        .filter { $0.first == "make" && $0.count > 1 }.map { $0[1] })
    #expect(targets.contains("test"))
    for target in targets {
      #expect(makefile.contains { $0.hasPrefix("\(target):") }, "there is no 'make \(target)'")
    }
  }

  /// The table of what is read and what is refused names spreadsheets that show it.
  @Test func examplesOfInputDoWhatTheTableSays() throws {
    let document = try MarkdownDocument(MarkdownDocument.development)
    let table = try #require(document.table("input", "what happens"))
    for row in table.rows {
      for file in try row[2].quoted.flatMap(workbooks) {
        let name = nomeDoArquivo(file)
        let outcome = Result { () throws(PlanilhaError) in
          try importarGestores(
            abrir(Fixture.path("erros/\(file)"), Limits()), arquivo: name, opcoes: .init()
          )
        }
        switch outcome {
        case .success(let leitura):
          #expect(row[1].hasPrefix("read"), "\(name) is read")
          #expect(!leitura.avisos.isEmpty, "\(name) leaves no aviso")
        case .failure(let erro):
          #expect(row[1].hasPrefix("refused"), "\(name): \(erro.mensagem)")
          #expect(!erro.ehFaltaDoArquivo, "\(name) is not there")
        }
      }
    }
  }

  /// The inputs of a folder of `Fixtures/erros`.
  private func workbooks(of folder: String) throws -> [String] {
    let names = try filesOfProject(below: "Fixtures/erros/\(folder)", ending: "")
      .filter { $0 != "comando" && $0 != "esperado" }
    #expect(!names.isEmpty, "\(folder)")
    return names.map { "\(folder)/\($0)" }
  }

  /// Comments cite `Docs/regras.md §4` and the like.
  @Test func citedSectionsOfTheRulesExist() throws {
    let sections = try MarkdownDocument(MarkdownDocument.rules).sections
    #expect(sections == Array(1...11))
    for file in try filesOfProject(below: "Sources", ending: ".swift") {
      // A citation may go on in the next line of a comment.
      let text = try textOfProject("Sources/\(file)").replacing("///", with: " ")
      for citation in text.split(separator: "Docs/regras.md").dropFirst() {
        let cited = citation.prefix(40).split(separator: "§").dropFirst()
          .compactMap { Int($0.prefix { $0.isNumber }) }
        #expect(!cited.isEmpty, "\(file) cites the rules without a section")
        #expect(Set(sections).isSuperset(of: cited), "\(file) cites §\(cited)")
      }
    }
  }
}

extension PlanilhaError {
  /// True when the file could not be opened at all, whatever is in it.
  fileprivate var ehFaltaDoArquivo: Bool {
    if case .ilegivel(_, .system) = self { true } else { false }
  }
}
