import Testing

@testable import Spreadsheets

/// Cells, rows and styles as real programs write them and as none should.
@Suite struct XLSXCellsTests {
  private func dump(_ rows: String, sharedStrings: String? = nil, styles: String? = nil) throws
    -> [String]
  {
    try XLSXBuilder(rows: rows, sharedStrings: sharedStrings, styles: styles).dump()
  }

  @Test(arguments: [
    ("<c><v>1.5</v></c>", "number 1.5"),
    ("<c t=\"n\"><v> 331.48050000000001\n</v></c>", "number 331.4805"),
    ("<c><v>a definir</v></c>", "text a definir"), ("<c><v>1,5</v></c>", "text 1,5"),
    ("<c t=\"str\"><v>a_x000D_b</v></c>", "text a\rb"), ("<c t=\"b\"><v>1</v></c>", "boolean true"),
    ("<c t=\"b\"><v>false</v></c>", "boolean false"),
    ("<c t=\"b\"><v>talvez</v></c>", "text talvez"),
    ("<c t=\"e\"><v>#DIV/0!</v></c>", "error #DIV/0!"),
    ("<c t=\"d\"><v>2025-11-03T12:00:00</v></c>", "date 2025-11-3 12:0:0"),
    ("<c t=\"d\"><v>08:30:00</v></c>", "date 8:30:0"),
    ("<c t=\"d\"><v>amanhã</v></c>", "text amanhã"),
    ("<c t=\"d\"><v>45964</v></c>", "number 45964"), ("<c t=\"novo\"><v>7</v></c>", "number 7"),
    ("<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> a </t></is></c>", "text  a "),
    (
      "<c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is></c>",
      "text ab"
    ),
    ("<c t=\"inlineStr\"><v>a</v></c>", "text a"), ("<c><is><t>a</t></is></c>", "text a"),
    ("<c><f>1+1</f><v>2</v></c>", "number 2"),
    ("<c t=\"str\"><f>A1&amp;\"x\"</f><v>é<![CDATA[<x>]]></v></c>", "text é<x>"),
    ("<c><v>1</v><v>2</v></c>", "number 2"), ("<c><v>1<!-- x -->2</v></c>", "number 12"),
    ("<x:c xmlns:x=\"urn:other\"><v>1</v></x:c>", "number 1"),
    ("<c s=\"99\"><v>1</v></c>", "number 1"), ("<c s=\"x\"><v>1</v></c>", "number 1"),
  ])
  func values(cell: String, expected: String) throws {
    #expect(try dump("<row>\(cell)</row>") == ["A1 \(expected)"])
  }

  @Test(arguments: [
    "<c/>", "<c><v/></c>", "<c><v>\n </v></c>", "<c t=\"s\"><v> </v></c>", "<c t=\"s\"><v/></c>",
    "<c t=\"str\"><v></v></c>", "<c t=\"b\"/>",
    "<c t=\"inlineStr\"><is/></c>", "<c t=\"inlineStr\"><is><t/></is></c>", "<c><f>A1</f></c>",
    "<d><v>1</v></d>", "",
  ])
  func cellsWithoutValue(cell: String) throws { #expect(try dump("<row>\(cell)</row>") == []) }

  @Test func placesCountedWhereTheyAreNotTold() throws {
    let rows = """
      <row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row>\
      <row><c r="b6"><v>5</v></c></row><row r="x"><c r="?"><v>6</v></c></row>
      """
    let expected = [
      "A1 number 1", "D1 number 2", "E1 number 3", "A5 number 4", "B6 number 5", "A7 number 6",
    ]
    #expect(try dump(rows) == expected)
  }

  @Test func theReferenceOfACellOutweighsItsRow() throws {
    let rows = """
      <row r="1"><c r="A1"><v>1</v></c><c r="B3"><v>2</v></c></row><row><c><v>3</v></c></row>\
      <row><c r="A9"><v>4</v></c></row>
      """
    #expect(try dump(rows) == ["A1 number 1", "B3 number 2", "A4 number 3", "A9 number 4"])
  }

  @Test func cellsInAnyOrderAndTwice() throws {
    let row = """
      <row><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="C1"><v>4</v></c></row>
      """
    #expect(try dump(row) == ["A1 number 1", "C1 number 4"])
  }

  @Test func sharedStrings() throws {
    let strings = """
      <si><t>a</t></si><si><r><t>b</t></r><r><rPr><b/></rPr><t xml:space="preserve"> c</t></r></si><si/>\
      <si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>\
      <si><t>_x005F_x0041_</t></si>
      """
    let cells = (0..<5).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    #expect(
      try dump("<row>\(cells)</row>", sharedStrings: strings)
        == ["A1 text a", "B1 text b c", "D1 text 東京", "E1 text _x0041_"])
  }

  @Test(arguments: ["1", "-1", "x", "99999999999999999999"])
  func aSharedStringThatIsNotThereIsNoEmptyCell(index: String) {
    let lost = Damage.sharedText(cell: CellReference(row: 0, column: 1))
    #expect(throws: SpreadsheetError.damaged(lost, part: "xl/worksheets/sheet1.xml")) {
      try dump(
        "<row><c><v>1</v></c><c t=\"s\"><v>\(index)</v></c></row>",
        sharedStrings: "<si><t>a</t></si>")
    }
  }

  @Test func stylesTellDates() throws {
    let styles = """
      <numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/>\
      <numFmt numFmtId="165" formatCode="&quot;R$&quot; #,##0.00"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs>\
      <dxfs><dxf><numFmt numFmtId="165" formatCode="dd/mm"/></dxf></dxfs>
      """
    let cells = (0..<5).map { "<c s=\"\($0)\"><v>45964</v></c>" }.joined()
    let expected = [
      "A1 number 45964", "B1 date 2025-11-3 0:0:0", "C1 number 45964", "D1 date 2025-11-3 0:0:0",
      "E1 elapsed 45964",
    ]
    #expect(try dump("<row>\(cells)</row>", styles: styles) == expected)
  }

  @Test(arguments: ["-1", "2958466", "1e300"])
  func aSerialThatNoDateHasStaysANumber(serial: String) throws {
    let lines = try dump(
      "<row><c s=\"0\"><v>\(serial)</v></c></row>",
      styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>")
    #expect(lines.first?.hasPrefix("A1 number") == true)
  }

  @Test(arguments: [
    ("date1904=\"1\"", "2029-11-4"), ("date1904=\"true\"", "2029-11-4"),
    ("date1904=\"0\"", "2025-11-3"),
  ])
  func dateSystem(properties: String, day: String) throws {
    var builder = XLSXBuilder(
      rows: "<row><c s=\"0\"><v>45964</v></c></row>",
      styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>")
    builder.workbookProperties = properties
    #expect(try builder.dump() == ["A1 date \(day) 0:0:0"])
  }

  @Test func limits() {
    var builder = XLSXBuilder(rows: "<row r=\"1048577\"><c><v>1</v></c></row>")
    let part = "xl/worksheets/sheet1.xml"
    #expect(throws: SpreadsheetError.beyond(.rows(1_048_576), part: part)) { try builder.dump() }
    builder.rows = "<row><c r=\"XFE1\"><v>1</v></c></row>"
    #expect(throws: SpreadsheetError.beyond(.columns(16_384), part: part)) { try builder.dump() }
    builder.rows = "<row><c t=\"str\"><v>abcd</v></c></row>"
    builder.limits.textLength = 3
    #expect(throws: SpreadsheetError.beyond(.textLength(3), part: part)) { try builder.dump() }
    builder.rows = "<row><c t=\"str\"><v>\(String(repeating: "a", count: 50))</v></c></row>"
    #expect(throws: SpreadsheetError.beyond(.textLength(3), part: part)) { try builder.dump() }
  }
}
