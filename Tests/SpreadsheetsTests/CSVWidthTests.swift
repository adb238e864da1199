import Testing

@testable import Spreadsheets

@Suite struct CSVWidthTests {
  private static let header = "NOME,FORMA,STATUS,COMISSÃO\n"

  private func wide(
    _ line: Int, _ fields: Int, _ columns: Int, _ separator: UInt8 = 0x2C
  ) -> SpreadsheetError {
    .text(.wide(line: line, fields: fields, columns: columns, separator: separator))
  }

  @Test(arguments: ["", "\n", "\nBIA,FIN,ENTROU,1500,25\nCAIO,PIX,ENTROU,99,10\n"])
  func `a decimal comma without quotes in all rows is no value without cents`(rest: String) throws {
    #expect(failure(of: "sep=,\n\(Self.header)ANA,FIN,ENTROU,331,48\(rest)") == wide(3, 5, 4))
    guard rest.count > 1 else { return }
    #expect(failure(of: "\(Self.header)ANA,FIN,ENTROU,331,48\(rest)") == wide(2, 5, 4))
    #expect(
      failure(of: "Comissões\n\n\(Self.header)ANA,FIN,ENTROU,331,48\(rest)") == wide(4, 5, 4))
  }

  @Test(arguments: ["\n", "\r\n", "\r", ""])
  func `a decimal comma without quotes behind the first lines is told by its line`(
    end: String
  ) throws {
    let rows = (0..<12).map { "C\($0),FIN,ENTROU,\($0)00\n" }.joined()
    let text = "\(Self.header)\(rows)ANA,FIN,ENTROU,1331,48"
    #expect(failure(of: text + end) == wide(14, 5, 4))
    // The line in which the record begins.
    let broken = "\(Self.header)\(rows)\"ANA\nMARIA\",FIN,ENTROU,1331,48"
    #expect(failure(of: broken + end) == wide(14, 5, 4))
  }

  @Test func `a name with a semicolon in it does not shift the values of its row`() throws {
    let rows = (0..<12).map { "C\($0);FIN;\($0)00\n" }.joined()
    #expect(failure(of: "NOME;FORMA;VALOR\n\(rows)ZE; X;FIN;331,48\n") == wide(14, 4, 3, 0x3B))
  }

  @Test(arguments: [
    // Titles that have the separator, too.
    ("Filial;Matriz\nMês;10/2025\nNOME;DIA;VALOR\nANA;1;2\nBIA;1;2\nEVA;1;2\nIVO;1;2\n", 19),
    // A separator more behind each row than behind the header, or some blanks.
    ("NOME;VALOR\nJOÃO;1;\nANA;2;\n", 6), ("NOME;VALOR\nJOÃO;1;;\nANA;2;;\n", 6),
    // A header wider than its rows.
    ("sep=;\nNOME;VALOR;DIA\nJOÃO;1\nANA;2\nEVA;1;2\n", 10),
    // Values with the separator in quotes.
    ("NOME,VALOR\nANA,\"331,48\"\n", 4),
    // No header at all.
    ("ANA;1;2\nBIA;3;4\n", 6),
  ])
  func `what fits its columns is read`(text: String, cells: Int) throws {
    #expect(try dump(text).count == cells)
  }

  @Test func `a byte of Windows-1252 in a text of UTF-8 is told by its line`() throws {
    var bytes = Array("NOME;DIA\r\nJOÃO DA CONCEIÇÃO;1\r\nJOS".utf8)
    bytes += [0xC9] + Array(";1\r\nANA;2\r\n".utf8)
    #expect(throws: SpreadsheetError.text(.encoding(line: 3))) { try dump(bytes) }
    // Next to nothing of this one is UTF-8.
    let page = "NOME;DIA\nCONCEIÇÃO;1\nCAFÉ\u{94};2\n".unicodeScalars.map { UInt8($0.value) }
    #expect(try dump(page).contains("A2 text CONCEIÇÃO"))
  }
}
