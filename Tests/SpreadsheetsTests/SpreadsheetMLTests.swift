import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct SpreadsheetMLTests {
  private func book(_ rows: String, styles: String = "", table: String = "") -> String {
    """
    <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>\(styles)</Styles>
    <Worksheet ss:Name="Plan1"><Table \(table)>\(rows)</Table></Worksheet></Workbook>
    """
  }

  private func cell(_ type: String, _ value: String, _ attributes: String = "") -> String {
    "<Row><Cell \(attributes)><Data ss:Type=\"\(type)\">\(value)</Data></Cell></Row>"
  }

  @Test(arguments: [
    ("Number", "331.48050000000001", "number 331.4805"), ("Number", " 1E3 ", "number 1000"),
    ("Number", "x", "text x"), ("String", " a  b ", "text  a  b "), ("String", "1", "text 1"),
    ("String", "a&#10;b &amp; c", "text a\nb & c"), ("String", "<![CDATA[<a>]]>", "text <a>"),
    ("String", "_x0041_", "text _x0041_"), ("String", "a<B>b</B>", "text ab"),
    ("Boolean", "1", "boolean true"), ("Boolean", "0", "boolean false"), ("Boolean", "x", "text x"),
    ("Boolean", "true", "boolean true"), ("Boolean", "False", "boolean false"),
    ("Error", "#N/A", "error #N/A"),
    ("DateTime", "2025-11-03T00:00:00.000", "date 2025-11-3 0:0:0"),
    ("DateTime", "1899-12-31T08:30:00.000", "date 8:30:0"), ("DateTime", "amanhã", "text amanhã"),
    ("Novidade", "x", "text x"),
  ])
  func `values by their type`(type: String, value: String, expected: String) throws {
    #expect(try dump(book(cell(type, value))) == ["A1 \(expected)"])
  }

  @Test(arguments: [
    "<Row/>", "<Row><Cell/></Row>", "<Row><Cell><Data ss:Type=\"String\"/></Cell></Row>",
    "<Row><Cell><Data ss:Type=\"Number\"> </Data></Cell></Row>",
  ])
  func `an empty value is none`(rows: String) throws {
    #expect(try dump(book(rows)).isEmpty)
  }

  @Test func `rows and cells where their index says, else one after the other`() throws {
    func data(_ text: String) -> String { "<Data ss:Type=\"String\">\(text)</Data>" }
    let rows = """
      <Row><Cell>\(data("a"))</Cell><Cell ss:Index="4">\(data("b"))</Cell><Cell>\(data("c"))</Cell></Row>
      <Row ss:Index="5"><Cell ss:MergeAcross="2" ss:MergeDown="1">\(data("d"))</Cell>
      <Cell>\(data("e"))</Cell></Row>
      <Row ss:Span="2"/><Row><Cell>\(data("f"))</Cell></Row>
      """
    #expect(
      try dump(book(rows)) == [
        "A1 text a", "D1 text b", "E1 text c", "A5 text d", "D5 text e", "A9 text f",
      ])
  }

  @Test(arguments: [
    ("Short Date", "date"), ("General Date", "date"), ("Long Time", "date"),
    ("dd/mm/yyyy;@", "date"),
    ("[h]:mm:ss", "elapsed"), ("Standard", "number"), ("Currency", "number"), ("General", "number"),
    ("&quot;R$&quot; #,##0.00", "number"),
  ])
  func `a style tells whether a number is a date`(format: String, kind: String) throws {
    let styles = """
      <Style ss:ID="pai"><NumberFormat ss:Format="\(format)"/></Style>
      <Style ss:ID="filho" ss:Parent="pai"><Font/></Style>
      """
    for style in ["pai", "filho"] {
      let rows = cell("Number", "45964", "ss:StyleID=\"\(style)\"")
      #expect(try dump(book(rows, styles: styles)).first?.hasPrefix("A1 \(kind) ") == true)
    }
  }

  @Test func `the style of a cell, else of its row, its column, its table, the default`() throws {
    let styles = """
      <Style ss:ID="Default"><NumberFormat ss:Format="[h]:mm"/></Style>
      <Style ss:ID="dia"><NumberFormat ss:Format="Short Date"/></Style>
      <Style ss:ID="n"><NumberFormat/></Style>
      """
    let number = "<Data ss:Type=\"Number\">2</Data></Cell>"
    let rows = """
      <Column ss:Index="2" ss:Span="1" ss:StyleID="dia"/>
      <Row><Cell>\(number)<Cell>\(number)<Cell>\(number)<Cell ss:StyleID="n">\(number)</Row>
      <Row ss:StyleID="n"><Cell>\(number)<Cell>\(number)</Row>
      """
    #expect(
      try dump(book(rows, styles: styles)) == [
        "A1 elapsed 2", "B1 date 1900-1-2 0:0:0", "C1 date 1900-1-2 0:0:0", "D1 number 2",
        "A2 number 2", "B2 number 2",
      ])
    #expect(
      try dump(book(cell("Number", "2"), styles: styles, table: "ss:StyleID=\"dia\""))
        == ["A1 date 1900-1-2 0:0:0"])
  }

  @Test func `names, visibility, the date system; prefixes of any name; comments left out`() throws
  {
    let page = """
      <?xml version="1.0"?>
      <p:Workbook xmlns:p="urn:schemas-microsoft-com:office:spreadsheet">
      <q:ExcelWorkbook xmlns:q="urn:schemas-microsoft-com:office:excel"><q:Date1904/></q:ExcelWorkbook>
      <p:Worksheet p:Name="Á"><p:Table><p:Row><p:Cell><p:Data p:Type="DateTime">2025-11-03T00:00:00</p:Data>
      <p:Comment><p:Data p:Type="String">nota</p:Data></p:Comment></p:Cell></p:Row></p:Table></p:Worksheet>
      <p:Worksheet p:Name="B"><q:WorksheetOptions xmlns:q="urn:schemas-microsoft-com:office:excel">
      <q:Visible>SheetHidden</q:Visible></q:WorksheetOptions></p:Worksheet>
      <p:Worksheet p:Name="C"><p:WorksheetOptions><p:Visible>SheetVeryHidden</p:Visible>
      </p:WorksheetOptions></p:Worksheet></p:Workbook>
      """
    let workbook = try openWorkbook(ByteSource([UInt8](page.utf8)))
    #expect(workbook.format == .spreadsheetML)
    #expect(workbook.sheets.map(\.name) == ["Á", "B", "C"])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden])
    #expect(
      try dumpOf(sheet: workbook.sheets[0], in: workbook) == ["A1 date 2025-11-3 0:0:0"])
  }

  @Test func `in any encoding that XML declares, also behind a line break`() throws {
    let utf8 = book(cell("String", "JOÃO"))
    #expect(try dump("\r\n" + utf8) == ["A1 text JOÃO"])
    #expect(try dump("\u{FEFF}" + utf8) == ["A1 text JOÃO"])
    let declared = utf8.replacing(
      "version=\"1.0\"", with: "version=\"1.0\" encoding=\"iso-8859-1\"")
    #expect(try dump(declared.unicodeScalars.map { UInt8($0.value) }) == ["A1 text JOÃO"])
    #expect(try dump(utf16("\u{FEFF}" + utf8, isBigEndian: false)) == ["A1 text JOÃO"])
  }

  @Test func `other XML is refused, damaged XML is told`() {
    #expect(failure(of: "<?xml version=\"1.0\"?><nfe/>") == .unsupported(.xml))
    #expect(
      failure(of: "<a xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")
        == .unsupported(.xml))
    let cut = String(book(cell("String", "x")).dropLast(30))
    #expect(failure(of: cut) == .damaged(.xml(line: 4), part: ""))
    let doctype = book("").replacing("<Workbook", with: "<!DOCTYPE x [<!ENTITY a 'b'>]><Workbook")
    #expect(failure(of: doctype) == .damaged(.documentType, part: ""))
  }

  @Test(arguments: [
    ("<Row ss:Index=\"1048577\"/>", Limit.rows(1_048_576)),
    ("<Row ss:Span=\"999999999999\"/>", .rows(1_048_576)),
    ("<Row><Cell ss:Index=\"16385\"/></Row>", .columns(16_384)),
    ("<Column ss:Span=\"999999999\"/>", .columns(16_384)),
  ])
  func `places beyond the limits are told`(rows: String, limit: Limit) {
    #expect(failure(of: book(rows)) == .beyond(limit, part: "Plan1"))
  }

  @Test func `a file of more worksheets than a workbook may have is refused`() throws {
    var limits = Limits()
    limits.sheets = 2
    let two = book("").replacing("</Workbook>", with: "<Worksheet/></Workbook>")
    #expect(try dump(two, limits: limits).isEmpty)
    let three = two.replacing("</Workbook>", with: "<Worksheet/></Workbook>")
    #expect(failure(of: three, limits: limits) == .beyond(.sheets(2), part: ""))
  }

  @Test func `the length of a text is counted in characters as Excel counts them`() throws {
    var limits = Limits()
    limits.textLength = 3
    #expect(try dump(book(cell("String", "é😀")), limits: limits) == ["A1 text é😀"])
    #expect(
      failure(of: book(cell("String", "éé😀")), limits: limits)
        == .beyond(.textLength(3), part: "Plan1", cell: .init(row: 0, column: 0)))
  }

  @Test func `a column that is described again, or over others, has its last style`() throws {
    let styles = """
      <Style ss:ID="dia"><NumberFormat ss:Format="Short Date"/></Style>
      <Style ss:ID="h"><NumberFormat ss:Format="[h]:mm"/></Style>
      """
    let columns = """
      <Column ss:Span="3" ss:StyleID="dia"/><Column ss:Index="2" ss:StyleID="h"/>
      <Column ss:Index="5" ss:StyleID="dia"/>
      """
    let cells = String(repeating: "<Cell><Data ss:Type=\"Number\">2</Data></Cell>", count: 6)
    let kinds = try dump(book("\(columns)<Row>\(cells)</Row>", styles: styles)).map {
      $0.split(separator: " ")[1]
    }
    #expect(kinds == ["date", "elapsed", "number", "number", "date", "number"])
  }

  @Test func `a style may name a parent that comes later or not at all`() throws {
    let styles = "<Style ss:ID=\"a\" ss:Parent=\"b\"/><Style ss:ID=\"b\" ss:Parent=\"a\"/>"
    let rows = cell("Number", "2", "ss:StyleID=\"a\"")
    #expect(try dump(book(rows, styles: styles)) == ["A1 number 2"])
  }

  @Test func `styles and the date system may stand behind the sheets`() throws {
    let page = """
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet Name="a"><Table>
      <Row><Cell StyleID="d"><Data Type="Number">0</Data></Cell></Row></Table></Worksheet>
      <Worksheet/><ExcelWorkbook><Date1904/></ExcelWorkbook>
      <Styles><Style ID="d"><NumberFormat Format="Short Date"/></Style></Styles></Workbook>
      """
    let workbook = try openWorkbook(ByteSource([UInt8](page.utf8)))
    #expect(workbook.dateSystem == .from1904)
    let cells = try dumpOf(sheet: workbook.sheets[0], in: workbook)
    #expect(cells.first?.hasPrefix("A1 date ") == true)
    #expect(try dumpOf(sheet: workbook.sheets[1], in: workbook).isEmpty)
  }

  @Test func `a workbook by LibreOffice`() throws {
    let cells = try dump(Fixture.bytes("planilhas/portais/libreoffice-2003.xml"))
    for cell in [
      "A2 text JOÃO & <Cia>", "B2 number 331.4805", "C2 date 2025-11-3 0:0:0", "D2 date 8:30:0",
      "G2 number 662.961", "A3 text linha 1\nlinha 2", "C3 date 1999-12-31 23:59:58",
      "C5 text depois de duas colunas",
    ] {
      #expect(cells.contains(cell))
    }
  }
}
