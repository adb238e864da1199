import Testing

@testable import Spreadsheets

/// Packages whose parts lie or are called otherwise than usual.
@Suite struct XLSXPackageTests {
  private static let one = XLSXBuilder(rows: "<row><c><v>1</v></c></row>")
  private static let oneDump = ["A1 number 1"]

  private func rels(_ list: (id: String, kind: String, target: String)...) -> ZipBuilder.Entry {
    .init("xl/_rels/workbook.xml.rels", XLSXBuilder.relationships(list))
  }

  private func workbook(_ sheets: String) -> ZipBuilder.Entry {
    .init(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(XLSXBuilder.main)" xmlns:r="\(XLSXBuilder.relationshipTypes)">\
      <sheets>\(sheets)</sheets></workbook>
      """)
  }

  @Test(arguments: [
    "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "worksheets\\sheet1.xml",
    "../xl/worksheets/./sheet1.xml", "Worksheets/SHEET1.XML", "worksheets/sheet%31.xml",
  ])
  func targets(target: String) throws {
    #expect(try Self.one.dump(replacing: rels(("rId1", "worksheet", target))) == Self.oneDump)
  }

  @Test func strictNamespaces() throws {
    let strict = "http://purl.oclc.org/ooxml"
    let entries = try Self.one.entries.map { entry in
      let text = try #require(String(validating: entry.content, as: UTF8.self))
      return ZipBuilder.Entry(
        entry.name,
        text.replacing(XLSXBuilder.main, with: "\(strict)/spreadsheetml/main")
          .replacing(XLSXBuilder.relationshipTypes, with: "\(strict)/officeDocument/relationships"))
    }
    #expect(try XLSXBuilder.dump(entries) == Self.oneDump)
  }

  @Test func prefixesOfAnyName() throws {
    let sheet = """
      <x:worksheet xmlns:x="\(XLSXBuilder.main)"><x:sheetData><x:row x:r="9"><x:c><x:v>1</x:v></x:c>\
      </x:row></x:sheetData></x:worksheet>
      """
    let book = """
      <ss:workbook xmlns:ss="\(XLSXBuilder.main)" xmlns:rel="\(XLSXBuilder.relationshipTypes)">\
      <ss:sheets><ss:sheet name="A &amp; B" sheetId="1" rel:id="rId1"/></ss:sheets></ss:workbook>
      """
    let dump = try Self.one.dump(
      replacing: .init("xl/worksheets/sheet1.xml", sheet), .init("xl/workbook.xml", book))
    #expect(dump == Self.oneDump)
  }

  @Test func namesAndVisibility() throws {
    var entries = Self.one.entries.filter { $0.name != "xl/workbook.xml" }
    entries.append(
      workbook(
        """
        <sheet name="A &amp; B" r:id="rId1" state="hidden"/>\
        <sheet name="Comissões" r:id="rId1" state="visible"/>\
        <sheet name="C" r:id="rId1" state="veryHidden"/><sheet name="vazia" r:id=""/>
        """))
    let book = try openWorkbook(ByteSource(ZipBuilder(entries).bytes))
    #expect(book.sheets.map(\.name) == ["A & B", "Comissões", "C"])
    #expect(book.sheets.map(\.visibility) == [.hidden, .visible, .veryHidden])
  }

  @Test(arguments: ["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"])
  func sheetsWithoutCellsAreLeftOut(kind: String) throws {
    let dump = try Self.one.dump(
      replacing: workbook("<sheet name=\"A\" r:id=\"rId2\"/><sheet name=\"B\" r:id=\"rId1\"/>"),
      rels(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", kind, "other.xml")))
    #expect(dump == Self.oneDump)
  }

  @Test func theContentTypeTellsWhatAnUnknownRelationshipDoesNot() throws {
    let relationships = rels(("rId1", "novidade", "worksheets/sheet1.xml"))
    let path = "xl/worksheets/sheet1.xml"
    let unknown: (String) -> ZipBuilder.Entry = {
      .init("[Content_Types].xml", XLSXBuilder.types([(path, $0)]))
    }
    #expect(try Self.one.dump(replacing: relationships) == Self.oneDump)
    #expect(
      try Self.one.dump(replacing: relationships, unknown("worksheet+xml")) == Self.oneDump)
    #expect(try Self.one.dump(replacing: relationships, unknown("novidade+xml")) == [])
    #expect(try Self.one.dump(replacing: unknown("chartsheet+xml")) == [])
  }

  @Test(arguments: ["[Content_Types].xml", "_rels/.rels"])
  func partsThatOneCanDoWithout(name: String) throws {
    #expect(try XLSXBuilder.dump(Self.one.entries.filter { $0.name != name }) == Self.oneDump)
  }

  @Test func sharedStringsWithoutARelationship() throws {
    let builder = XLSXBuilder(
      rows: "<row><c t=\"s\"><v>0</v></c></row>", sharedStrings: "<si><t>a</t></si>")
    let dump = try builder.dump(
      replacing: rels(("rId1", "worksheet", "worksheets/sheet1.xml")),
      .init(
        "[Content_Types].xml", XLSXBuilder.types([("xl/sharedStrings.xml", "sharedStrings+xml")])))
    #expect(dump == ["A1 text a"])
  }

  @Test(arguments: ["/textos/Textos.XML", "..\\textos\\textos.xml", "../Textos/TEXTOS.xml"])
  func sharedStringsAtAnOddPathInAnotherCase(target: String) throws {
    let builder = XLSXBuilder(rows: "<row><c t=\"s\"><v>0</v></c></row>")
    let dump = try builder.dump(
      replacing: rels(
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId3", "sharedStrings", target)),
      .init("textos/textos.xml", "<sst><si><t>a</t></si></sst>"))
    #expect(dump == ["A1 text a"])
  }

  @Test func sharedStringsThatAreNotThereHarmOnlyTheCellsThatNameThem() throws {
    let relationships = rels(
      ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId3", "sharedStrings", "nada.xml"))
    #expect(try Self.one.dump(replacing: relationships) == Self.oneDump)
    let named = XLSXBuilder(rows: "<row><c t=\"s\"><v>0</v></c></row>")
    let lost = Damage.sharedText(cell: CellReference(row: 0, column: 0))
    #expect(throws: SpreadsheetError.damaged(lost, part: "xl/worksheets/sheet1.xml")) {
      try named.dump(replacing: relationships)
    }
  }

  @Test func aWorkbookAtAnOddPath() throws {
    let moved = Self.one.entries.map { entry in
      var entry = entry
      entry.name = entry.name.replacing("xl/", with: "Livro/")
      return entry
    }.filter { $0.name != "[Content_Types].xml" && $0.name != "_rels/.rels" }
    for target in ["/livro/workbook.xml", "LIVRO/Workbook.xml", "./Livro\\workbook.xml"] {
      let root = ZipBuilder.Entry(
        "_rels/.rels", XLSXBuilder.relationships([("rId1", "officeDocument", target)]))
      #expect(try XLSXBuilder.dump(moved + [root]) == Self.oneDump)
    }
  }

  @Test func aSheetWhoseRelationshipIsMissing() {
    #expect(throws: SpreadsheetError.damaged(.missing, part: "xl/_rels/workbook.xml.rels")) {
      try Self.one.dump(replacing: rels(("rId7", "worksheet", "worksheets/sheet1.xml")))
    }
  }

  @Test func aSheetWhosePartIsMissing() {
    #expect(throws: SpreadsheetError.damaged(.missing, part: "xl/worksheets/sheet7.xml")) {
      try Self.one.dump(replacing: rels(("rId1", "worksheet", "worksheets/sheet7.xml")))
    }
  }

  @Test(arguments: [
    "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml",
  ])
  func errorsNameTheirPart(name: String) {
    #expect(throws: SpreadsheetError.damaged(.xml(line: 2), part: name)) {
      try Self.one.dump(replacing: .init(name, "<a>\n<b></a>"))
    }
    #expect(throws: SpreadsheetError.damaged(.documentType, part: name)) {
      try Self.one.dump(replacing: .init(name, "<!DOCTYPE a><a/>"))
    }
  }

  @Test func aSheetInUTF16() throws {
    let text =
      "\u{FEFF}<worksheet><sheetData><row><c t=\"str\"><v>São</v></c></row></sheetData></worksheet>"
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let dump = try Self.one.dump(replacing: .init("xl/worksheets/sheet1.xml", bytes: bytes))
    #expect(dump == ["A1 text São"])
  }
}
