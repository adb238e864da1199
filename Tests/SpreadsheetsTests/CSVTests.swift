import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct CSVTests {
  @Test(arguments: [";", ",", "\t"], ["\n", "\r\n", "\r"])
  func `separators and line ends`(separator: String, end: String) throws {
    let text = ["a", "b", end, "1", "", end, "c", "d"].joined(separator: separator)
      .replacing("\(separator)\(end)\(separator)", with: end)
    #expect(try dump(text) == ["A1 text a", "B1 text b", "A2 text 1", "A3 text c", "B3 text d"])
    #expect(try dump(text + end).count == 5)
  }

  @Test(arguments: [
    ("\"x;y\"", "x;y"), ("\"x\ny\"", "x\ny"), ("\"x\r\ny\"", "x\r\ny"),
    ("\"x \"\"y\"\"\"", "x \"y\""),
    ("5\" tubo", "5\" tubo"), ("\"x\" y", "x y"), (" x ", " x "), ("1,5", "1,5"),
    ("'x", "'x"), ("=1+1", "=1+1"),
  ])
  func `fields with and without quotes`(field: String, text: String) throws {
    #expect(
      try dump("a;b\n\(field);2\n") == ["A1 text a", "B1 text b", "A2 text \(text)", "B2 text 2"])
  }

  @Test func `empty fields and blank lines are no cells, and keep their place`() throws {
    #expect(
      try dump("a;b;c\n\n;\"\";x\n  \n;;\n1;2;3")
        == ["A1 text a", "B1 text b", "C1 text c", "C3 text x", "A4 text   "]
        + ["A6 text 1", "B6 text 2", "C6 text 3"])
  }

  @Test(arguments: ["utf-8", "utf-8 bom", "utf-16le", "utf-16be", "utf-16le bare", "windows-1252"])
  func `encodings`(name: String) throws {
    let text = "NOME;VALOR\nJOÃO;€ 1\n"
    let bytes: [UInt8] =
      switch name {
      case "utf-8": Array(text.utf8)
      case "utf-8 bom": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case "utf-16le": [0xFF, 0xFE] + utf16(text, isBigEndian: false)
      case "utf-16be": [0xFE, 0xFF] + utf16(text, isBigEndian: true)
      case "utf-16le bare": utf16(text, isBigEndian: false)
      default: text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
      }
    #expect(
      try dump(bytes) == ["A1 text NOME", "B1 text VALOR", "A2 text JOÃO", "B2 text € 1"])
  }

  @Test(arguments: [
    "", "x", "Olá! Segue a planilha.\nQualquer dúvida ligue.\n", "uma\nduas\ntrês\n",
    "Prezados\nsegue: a;b\n", "uma linha, com vírgula\n", "Prezados,\nsegue a planilha.\n",
    "Total 1;2\n\n\nfim do mês\n",
  ])
  func `a text whose first lines agree on no separator is refused`(text: String) {
    let expected: SpreadsheetError =
      switch text {
      case "": .unsupported(.empty)
      case _ where text.hasPrefix("Total"):
        .text(.columns(line: 4, fields: 1, usual: 2, separator: 0x3B))
      default: .unsupported(.text)
      }
    #expect(failure(of: text) == expected)
  }

  @Test(arguments: [
    ("a;b\nc\n", 2, 1, 2, ";"), ("a;b\nc;d;e\n", 2, 3, 2, ";"),
    ("a;b\n\"c\nc\";d\ne;f\n\ng;h;i\n", 6, 3, 2, ";"), ("a,b\r\nc,d\r\ne,f,g\r\n", 3, 3, 2, ","),
    ("título\na\tb\tc\nd\te\nf\tg\th\ni\n", 3, 2, 3, "\t"),
  ])
  func `the line that disagrees is told`(
    text: String, line: Int, fields: Int, usual: Int, separator: Character
  ) throws {
    let separator = try #require(separator.asciiValue)
    #expect(
      failure(of: text)
        == .text(.columns(line: line, fields: fields, usual: usual, separator: separator)))
  }

  @Test(arguments: [
    "Prezada Ana, bom dia\nsegue a lista, como combinado\n",
    "Prezada Ana,\nsegue a lista, como combinado\n",
  ])
  func `two lines of prose with a comma each are no table`(text: String) {
    #expect(failure(of: text) == .text(.prose))
    #expect(failure(of: "sep=,\n" + text) == nil)
  }

  @Test(arguments: [
    // A title, and two.
    ("Relatório de comissões\nNOME;VALOR\nJOÃO;1\n", 5),
    ("Relatório\n\nOutubro\nNOME,VALOR\nJOÃO,1\nANA,2\n", 8),
    // A sum with fewer fields, a remark behind the rows.
    ("NOME;VALOR;DIA\nJOÃO;1;2\nTotal;1\n", 8), ("NOME;VALOR\nJOÃO;1\nANA;2\nfim\n", 7),
    // A separator more behind each row than behind the header.
    ("NOME;VALOR\nJOÃO;1;\nANA;2;\n", 6),
    // A header without rows.
    ("NOME,VALOR\n", 2), ("NOME;VALOR", 2),
    // A sign inside some texts is not what separates.
    ("NOME,VALOR\nJOÃO;ANA,1\nBIA;EVA,2\n", 6), ("NOME;VALOR\nJOÃO;1,5\nANA;2,5\n", 6),
  ])
  func `what a person would call a table is read`(text: String, cells: Int) throws {
    #expect(try dump(text).count == cells)
  }

  @Test func `a sum above rows without a header is no header`() throws {
    #expect(try dump("Total;5\nANA;FIN;100\nBIA;PIX;200\n").count == 8)
    #expect(
      try dump("Período;01/10/2025;31/10/2025\nANA;FIN;100;1\nBIA;PIX;200;2\n").count == 11)
    // A header with a year in it is one.
    #expect(
      failure(of: "NOME,FORMA,2025\nANA,FIN,331,48\nBIA,FIN,1500,25\n")
        == .text(.wide(line: 2, fields: 4, columns: 3, separator: UInt8(ascii: ","))))
  }

  @Test(arguments: ["", "\r\n"], [1, 128])
  func `the mark that DOS puts behind a text is no row`(end: String, times: Int) throws {
    let text = "NOME;VALOR\r\nJOÃO;1\(end)" + String(repeating: "\u{1A}", count: times)
    let expected = ["A1 text NOME", "B1 text VALOR", "A2 text JOÃO", "B2 text 1"]
    #expect(try dump(text) == expected)
    #expect(try dump(utf16("\u{FEFF}" + text, isBigEndian: false)) == expected)
    #expect(try dump(utf16(text, isBigEndian: true)) == expected)
  }

  @Test func `a control in the first lines makes a text no other file`() throws {
    #expect(
      try dump("NOME;VALOR\nJO\u{7}ÃO;1\n")
        == ["A1 text NOME", "B1 text VALOR", "A2 text JO\u{7}ÃO", "B2 text 1"])
  }

  @Test func `half a character at the end of UTF-16 is told`() throws {
    for isBigEndian in [false, true] {
      let bytes = utf16("\u{FEFF}NOME;VALOR\nJOÃO;1", isBigEndian: isBigEndian)
      let cut = ByteSource(Array(bytes.dropLast()))
      #expect(throws: SpreadsheetError.damaged(.truncated, part: "")) { try openWorkbook(cut) }
      // Half a line end, as what adds lines to a file without looking leaves it.
      #expect(try dump(bytes + [0x0A]).count == 4)
    }
    let page = utf16("\u{FEFF}<table><tr><td>JOÃO", isBigEndian: false)
    #expect(throws: SpreadsheetError.damaged(.truncated, part: "")) {
      try openWorkbook(ByteSource(page + [0x41]))
    }
  }

  @Test func `the separator is what all of the first lines have`() throws {
    // A comma is also a decimal sign.
    #expect(try dump("1,5;2,5\n3,5;4,5\n").count == 4)
    #expect(try dump("NOME;VALOR\n").count == 2)
    #expect(try dump("a,b;c\nd,e\n") == ["A1 text a", "B1 text b;c", "A2 text d", "B2 text e"])
  }

  @Test func `lines beyond the first may be shorter, or longer by blanks`() throws {
    let text = String(repeating: "a;b\n", count: 10) + "total\n1;2;;\n"
    #expect(try dump(text).suffix(3) == ["A11 text total", "A12 text 1", "B12 text 2"])
  }

  @Test(arguments: ["|", ";", "\t", "^", "~"])
  func `Excel's line may name any sign`(sign: String) throws {
    #expect(
      try dump("sep=\(sign)\r\nNOME\(sign)VALOR\r\nJOÃO\(sign)1")
        == ["A1 text NOME", "B1 text VALOR", "A2 text JOÃO", "B2 text 1"])
  }

  @Test(arguments: ["sep=;\n", "SEP=;\r\n", "\"sep=;\"\r\n", "\"Sep=;\"\n"])
  func `Excel's line that names the separator is no row`(line: String) throws {
    #expect(try dump("\(line)a,b;c\nd") == ["A1 text a,b", "B1 text c", "A2 text d"])
  }

  @Test(arguments: [
    ("a;b\n1;2\n\"3;4\n5;6\n", 3), ("a;b\r\n1;\"x\r\ny\"\r\n\"3;4\r\n5;6", 4), ("\"a;b\n1;2\n", 1),
    ("sep=;\na;b\n\"3;4\n", 3), ("\"sep=;\"\na;b\n\"3;4\n", 3), ("a;b\n1;2\n3;\"\"\"", 3),
  ])
  func `a quote without its partner is told by its line, not a lost row`(text: String, line: Int) {
    #expect(failure(of: text) == .text(.openQuote(line: line, limit: nil)))
  }

  @Test func `a quote that swallows more than a cell holds is told by its line, too`() {
    var limits = Limits()
    limits.textLength = 5
    let text = "a;b\n1;2\n\"3;4\n" + String(repeating: "5;6\n", count: 10)
    #expect(failure(of: text, limits: limits) == .text(.openQuote(line: 3, limit: 5)))
    #expect(
      failure(of: "a;b\n1;\"123456\"\n", limits: limits)
        == .beyond(.textLength(5), part: "", cell: .init(row: 1, column: 1)))
  }

  @Test(arguments: [1, 2000, 5000, 70_000])
  func `a zero means the same wherever it stands`(line: Int) {
    var lines = Array(repeating: "nome;1", count: 80_000)
    lines[line - 1] = "no\0me;1"
    #expect(failure(of: lines.joined(separator: "\n")) == .text(.zero(line: line)))
    lines[line - 1] = "\"no\0me\";1"
    #expect(failure(of: lines.joined(separator: "\n")) == .text(.zero(line: line)))
  }

  @Test func `zeros without columns are no text`() {
    #expect(failure(of: "abc\0def\nx\n") == .unsupported(.unknown))
    #expect(failure(of: String(repeating: "\0", count: 100)) == .unsupported(.unknown))
  }

  @Test func `the length of a text is counted in characters as Excel counts them`() throws {
    var limits = Limits()
    limits.textLength = 3
    #expect(try dump("ããã;é😀\n€;b\n", limits: limits).count == 4)
    for text in ["éé😀", "ãããã", "\"ab\"\"d\"", "abcdefghij"] {
      #expect(
        failure(of: "a;b\nc;\(text)\n", limits: limits)
          == .beyond(.textLength(3), part: "", cell: .init(row: 1, column: 1)))
    }
  }

  @Test func `limits are told`() {
    var limits = Limits()
    limits.rows = 2
    #expect(failure(of: "a;b\nc;d\ne;f", limits: limits) == .beyond(.rows(2), part: ""))
    limits = Limits()
    limits.columns = 2
    #expect(failure(of: "a;b;c\nd;e;f", limits: limits) == .beyond(.columns(2), part: ""))
    limits = Limits()
    limits.textLength = 2
    #expect(
      failure(of: "a;b\nabc;d", limits: limits)
        == .beyond(.textLength(2), part: "", cell: .init(row: 1, column: 0)))
  }

  @Test func `more rows than one piece of the file holds`() throws {
    let text = (0..<30_000).map { "linha \($0);ã\"\($0)\r\n" }.joined()
    let cells = try dump(text)
    #expect(cells.count == 60_000)
    #expect(cells.last == "B30000 text ã\"29999")
    #expect(cells[59_998] == "A30000 text linha 29999")
  }

  @Test(arguments: ["libreoffice-1252.csv", "libreoffice-utf16.tsv", "gnumeric.csv"])
  func `texts by other programs`(name: String) throws {
    let cells = try dump(Fixture.bytes("planilhas/portais/\(name)"))
    for cell in [
      "A2 text JOÃO & <Cia>", "E2 text 36:00:00", "A3 text linha 1\nlinha 2", "G3 text #DIV/0!",
      "A5 text aspas \" e ; e ,", "C5 text depois de duas colunas",
    ] {
      #expect(cells.contains(cell))
    }
  }
}
