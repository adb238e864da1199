import Planilhas
import Spreadsheets
import TestSupport
import Testing

@testable import ComissoesCLI

/// `Docs/formatos.md` tells what is read and what is refused; the program must agree.
@Suite struct FormatosTests {
  /// The cells of the rows of a table, by the title of its section.
  private func table(_ title: String) throws -> [[String]] {
    let path = "\(Fixture.root)/Docs/formatos.md"
    let bytes = try ByteSource(path: path).bytes(at: 0, count: 1 << 20)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let section = lines.drop { $0 != "## \(title)" }.dropFirst().prefix { !$0.hasPrefix("## ") }
    let rows = section.filter { $0.hasPrefix("| ") }
    // The header and the rule below it come first.
    return rows.dropFirst(2).map { row in
      row.dropFirst(2).dropLast(2).split(separator: " | ").map(String.init)
    }
  }

  @Test("Every format that is read stands in the table, and no other")
  func read() throws {
    let rows = try table("O que é lido")
    let formats = WorkbookFormat.allCases.map { format in
      [format.descricao, format.extensoes.map { ".\($0)" }.joined(separator: " ")]
    }
    #expect(rows.map { Array($0.prefix(2)) } == formats)
    #expect(rows.allSatisfy { $0.count == 3 })
  }

  @Test("Every kind of file that is refused stands in the table, with its message")
  func refused() throws {
    let errors = FileKind.allCases.map(SpreadsheetError.unsupported) + [.encrypted]
    #expect(try table("O que é recusado").map(\.last) == errors.map(\.explicacao))
  }
}
