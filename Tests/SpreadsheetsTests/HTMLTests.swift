import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct HTMLTests {
  private func names(_ page: String) throws -> [String] {
    try openWorkbook(ByteSource([UInt8](page.utf8))).sheets.map(\.name)
  }

  @Test func `a table with all its tags, and one with hardly any`() throws {
    let whole = """
      <html><body><table><thead><tr><th>a</th><th>b</th></tr></thead>
      <tbody><tr><td>1</td><td>2</td></tr></tbody></table></body></html>
      """
    let bare = "<table><tr><td>a<td>b<tr><td>1<td>2"
    let expected = ["A1 text a", "B1 text b", "A2 text 1", "B2 text 2"]
    #expect(try dump(whole) == expected)
    #expect(try dump(bare) == expected)
  }

  @Test(arguments: [
    ("R$&nbsp;1.234,56", "R$\u{A0}1.234,56"), ("Jo&atilde;o &amp; Cia", "João & Cia"),
    ("&#74;O&#xC3;O", "JOÃO"), ("a &  b", "a & b"), ("&desconhecida; x", "&desconhecida; x"),
    (" \n a \t b\r\n", "a b"), ("a<br>b<br/>c", "a\nb\nc"), ("a<br><br>b", "a\n\nb"),
    ("<p>a</p><p>b</p>", "a\nb"), ("<div>a</div>", "a"), ("<b>a</b> <i>b</i>c", "a bc"),
    ("<b>a</b>b", "ab"), ("a<script>var x = '<b>';</script>b", "ab"),
    ("<style>td {}</style>a", "a"), ("a<!-- nada -->b", "ab"), ("<font>a", "a"),
    ("1.5", "1.5"), ("&nbsp;a", "\u{A0}a"),
    ("JO\0\u{C3}\u{7}O\u{1A}", "JOÃO"), ("a&#7;b", "ab"),
    ("<select><option>a<option>b</select>", "a"),
    ("x <select>\n<option>a</option>\n<option selected>b</option></select> y", "x b y"),
    ("<select><option selected=''>a<option value=2>b<br>c</select>d", "ad"),
    ("x <select><option>a<option selected>b</select>", "x b"),
    ("<select multiple><option>a<option>b</select>", "a\nb"),
    ("x<br><select><option>a<option selected>b</select>", "x\nb"),
  ])
  func `the text of a cell is what a browser shows`(html: String, text: String) throws {
    #expect(try dump("<table><tr><td>\(html)</td></tr></table>") == ["A1 text \(text)"])
  }

  @Test(arguments: ["", " ", "&nbsp;", " &nbsp; &#160;", "<br>", "<b></b>", "<p></p>"])
  func `a cell with nothing to see is none`(html: String) throws {
    #expect(
      try dump("<table><tr><td>\(html)</td><td>x</td></tr></table>") == ["B1 text x"])
  }

  @Test func `cells that reach over columns and rows`() throws {
    let page = """
      <table>
      <tr><td colspan=2>a<td rowspan=3>b<td>c
      <tr><td rowspan="2">d<td>e<td>f
      <tr><td>g<td>h
      <tr><td>i<td>j<td>k<td>l
      </table>
      """
    #expect(
      try dump(page) == [
        "A1 text a", "C1 text b", "D1 text c", "A2 text d", "B2 text e", "D2 text f",
        "B3 text g", "D3 text h", "A4 text i", "B4 text j", "C4 text k", "D4 text l",
      ])
  }

  @Test func `a cell reaches down to the end of its section and no further`() throws {
    let page = """
      <table><thead><tr><td rowspan=9>a<td>b</thead>
      <tbody><tr><td rowspan=0>c<td>d<tr><td>e</tbody><tbody><tr><td>f</table>
      """
    #expect(
      try dump(page) == [
        "A1 text a", "B1 text b", "A2 text c", "B2 text d", "B3 text e", "A4 text f",
      ])
  }

  @Test(arguments: ["99999999999", "-1", "x", "0", "1000"])
  func `a span beyond reason is bounded`(span: String) throws {
    let page = "<table><tr><td colspan=\"\(span)\" rowspan=\"\(span)\">a<tr><td>b</table>"
    let cells = try dump(page)
    #expect(cells.count == 2)
    #expect(cells.first == "A1 text a")
  }

  @Test func `columns and rows beyond the limits are told`() {
    let wide = "<table><tr>" + String(repeating: "<td colspan=1000>", count: 18) + "x"
    #expect(failure(of: wide) == .beyond(.columns(16_384), part: ""))
    var limits = Limits()
    limits.rows = 2
    #expect(
      failure(of: "<table><tr><td>a<tr><tr><td>b", limits: limits)
        == .beyond(.rows(2), part: ""))
    limits = Limits()
    limits.textLength = 3
    #expect(
      failure(of: "<table><tr><td>abcd", limits: limits)
        == .beyond(.textLength(3), part: "", cell: .init(row: 0, column: 0)))
    limits.htmlDepth = 40
    let deep = "<table><tr><td>" + String(repeating: "<b>", count: 100) + "x"
    #expect(failure(of: deep, limits: limits) == .beyond(.htmlDepth(40), part: ""))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a tag with any number of attributes takes no longer than its text`() throws {
    let attributes = (0..<300_000).map { "a\($0)=\"1\"" }
    for separator in [" ", ""] {
      let page = "<table><tr><td \(attributes.joined(separator: separator))>x<td colspan=2>y<td>z"
      #expect(try dump(page) == ["A1 text x", "B1 text y", "D1 text z"])
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["&", "& ", "&x;", "&#0;", "&amp;"])
  func `a text of nothing but references is beyond its limit`(reference: String) {
    let page = "<table><td>" + String(repeating: reference, count: 200_000) + "x</td></table>"
    #expect(
      failure(of: page) == .beyond(.textLength(32_767), part: "", cell: .init(row: 0, column: 0)))
  }

  @Test func `as many references as a cell may have characters are read`() throws {
    let page = "<table><td>" + String(repeating: "&amp;", count: 32_767) + "</td></table>"
    #expect(try dump(page) == ["A1 text " + String(repeating: "&", count: 32_767)])
  }

  @Test func `each table that holds anything is a sheet, also one inside a cell`() throws {
    let page = """
      <table><tr><td>fora<table><caption>Dentro</caption><tr><td>1</table>depois<td>ao lado
      </table><table><tr><td>&nbsp;</table><table><tr><td>2</table>
      """
    #expect(try names(page) == ["Tabela 1", "Dentro", "Tabela 3"])
    #expect(
      try dump(page) == [
        "A1 text fora\ndepois", "B1 text ao lado", "A1 text 1", "A1 text 2",
      ])
  }

  @Test func `the name that Excel's own HTML gives its only sheet`() throws {
    let page = """
      <html><head><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet>
      <x:Name>Relatório</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml>
      <![endif]--></head><table><tr><td>a</table>
      """
    #expect(try names(page) == ["Relatório"])
  }

  @Test func `a page of more tables than a workbook may have sheets is refused`() throws {
    var limits = Limits()
    limits.sheets = 2
    let table = "<table><tr><td>a</table>"
    #expect(try dump(table + table + "<table></table>", limits: limits).count == 2)
    #expect(failure(of: table + table + table, limits: limits) == .beyond(.sheets(2), part: ""))
  }

  @Test func `tables in tables in tables keep each their own cells`() throws {
    let page = (0..<100).map { "<table><tr><td>\($0)" }.joined() + "</table>fim<td>a</table>b"
    let cells = try dump(page)
    #expect(cells.count == 101)
    #expect(cells[98...] == ["A1 text 98\nfim", "B1 text a", "A1 text 99"])
    #expect(cells[97] == "A1 text 97\nb")
  }

  @Test func `a caption behind the cells names its table, a long one is cut`() throws {
    let page = "<table><tr><td>a</td></tr><caption>Depois</caption></table>"
    #expect(try names(page) == ["Depois"])
    let long = String(repeating: "é", count: 300)
    #expect(
      try names(page.replacing("Depois", with: long)) == [String(repeating: "é", count: 255)])
  }

  @Test func `the length of a text is counted in characters as Excel counts them`() throws {
    var limits = Limits()
    limits.textLength = 3
    #expect(try dump("<table><tr><td>ãã€", limits: limits) == ["A1 text ãã€"])
    #expect(try dump("<table><tr><td>é😀", limits: limits) == ["A1 text é😀"])
    for text in ["ãã€é", "éé😀", "a<br><br><br>b"] {
      #expect(
        failure(of: "<table><tr><td>\(text)", limits: limits)
          == .beyond(.textLength(3), part: "", cell: .init(row: 0, column: 0)))
    }
  }

  @Test func `two tables of one name can be told apart`() throws {
    let table = "<table><caption>X</caption><tr><td>a</table>"
    #expect(try names(table + table) == ["X", "X (2)"])
  }

  @Test(arguments: [
    ("utf-8", "<meta charset=\"utf-8\">"), ("utf-8", ""), ("utf-8", "\u{FEFF}"),
    ("windows-1252", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>"),
    ("windows-1252", "<meta charset=iso-8859-1>"), ("windows-1252", ""),
    ("windows-1252", "<meta charset=\"utf-8\">"), ("utf-16le", ""), ("utf-16be", "\u{FEFF}"),
    ("utf-16le", "\u{FEFF}<meta charset=\"utf-8\">"),
  ])
  func `encodings, by mark, by what the page says, by its bytes`(
    encoding: String, head: String
  ) throws {
    let page = "\(head)<table><tr><td>JOÃO – R$ 1</table>"
    let bytes: [UInt8] =
      switch encoding {
      case "utf-8": Array(page.utf8)
      case "utf-16le": utf16(page, isBigEndian: false)
      case "utf-16be": utf16(page, isBigEndian: true)
      default: page.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8(truncatingIfNeeded: $0.value) }
      }
    #expect(try dump(bytes) == ["A1 text JOÃO – R$ 1"])
  }

  @Test(arguments: [
    ("koi8-r", [0xE4, 0xC1] as [UInt8], "Да"), ("iso-8859-2", [0xA3], "Ł"),
    ("shift_jis", [0x93, 0xFA], "日"), ("big5", [0xA4, 0xE9], "日"),
    ("windows-1251", [0xC4, 0xE0], "Да"), ("cp850", [0xC7], "Ã"),
  ])
  func `other encodings that a page may name`(
    name: String, bytes: [UInt8], text: String
  ) throws {
    let page = Array("<meta charset=\(name)><table><tr><td>".utf8) + bytes
    #expect(try dump(page) == ["A1 text \(text)"])
  }

  @Test func `a character that lies across two pieces of the file is whole`() throws {
    for shift in 0..<4 {
      let filler = String(repeating: "x", count: shift)
      let row = "<tr><td>\(filler)ã€😀é\n"
      let page = "<table>" + String(repeating: row, count: 20_000)
      let cells = try dump(page)
      #expect(cells.count == 20_000)
      #expect(cells.allSatisfy { $0.hasSuffix(" text \(filler)ã€😀é") })
    }
  }

  @Test(arguments: [
    "<html><body><p>Sessão expirada</body></html>", "<table></table>",
    "<table><tr><td>&nbsp;</table>", "<html>", "<table",
  ])
  func `a page without a table that holds anything is refused`(page: String) {
    #expect(failure(of: page) == .unsupported(.html))
  }

  @Test func `a sheet can be left early and read again`() throws {
    let page = "<table>" + String(repeating: "<tr><td>x", count: 50_000)
    let workbook = try openWorkbook(ByteSource([UInt8](page.utf8)))
    for wanted in [1, 3, 50_000] {
      var count = 0
      try workbook.readRows(of: workbook.sheets[0]) { _ in
        count += 1
        return count == wanted ? .stop : .proceed
      }
      #expect(count == wanted)
    }
  }

  @Test func `a complaint of the portal before its table does no harm`() throws {
    #expect(
      try dump("Warning: x in y.php on line 3\n<table><tr><td>a</table>") == ["A1 text a"])
  }

  @Test(arguments: ["libreoffice.html", "gnumeric.html"])
  func `pages by other programs`(name: String) throws {
    let cells = try dump(Fixture.bytes("planilhas/portais/\(name)"))
    for cell in [
      "A2 text JOÃO & <Cia>", "B2 text R$ 331.48", "C2 text 03/11/2025", "E2 text 36:00:00",
      "A3 text linha 1\nlinha 2", "G3 text #DIV/0!", "A5 text aspas \" e ; e ,",
      "C5 text depois de duas colunas",
    ] {
      #expect(cells.contains(cell))
    }
  }

  @Test func `changed pages are read or refused`() throws {
    var generator = Seeded(state: 7)
    let page = try Fixture.bytes("planilhas/portais/gnumeric.html")
    for _ in 0..<300 {
      var changed = page
      for _ in 0..<8 {
        changed[Int.random(in: 0..<changed.count, using: &generator)] =
          [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0, 0xFF, 0x22]
          .randomElement(using: &generator) ?? 0
      }
      do { _ = try dump(changed) } catch is SpreadsheetError {}
    }
  }
}

/// The same numbers every time.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
