import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

/// Plain elements are taken straight from the bytes, the rest by libxml2; nobody sees the
/// difference.
@Suite struct PlainXMLTests {
  // MARK: What is taken

  /// Counts the rows that libxml2 tells and those that are taken from the bytes.
  private final class Counter: PlainElementReceiver {
    static var opening: StaticString { "<row" }
    static var closing: StaticString { "</row>" }
    var told = 0
    var taken = 0
    private var open = 0
    var isBetweenElements: Bool { open == 1 }

    func start(_ element: XMLElement) {
      open += 1
      if element.name == "row" { told += 1 }
    }

    func end(_ name: XMLName) -> Flow {
      open -= 1
      return .proceed
    }

    func takePlainElements(_ cursor: inout PlainCursor, limit: UnsafePointer<UInt8>) -> PlainReach {
      while true {
        cursor.skipSpace()
        guard cursor.position < limit else { return .limit }
        let start = cursor
        guard cursor.take("<row>"), cursor.text() != nil, cursor.take("</row>") else {
          cursor = start
          return .other
        }
        taken += 1
      }
    }
  }

  private func count(_ text: String, pieceSize: Int = .max) throws -> [Int] {
    let counter = Counter()
    let elements = PlainElements(part: "", receiver: counter, limits: Limits())
    let bytes = [UInt8](text.utf8)
    try bytes.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        let end = start + min(pieceSize, bytes.count - start)
        _ = try elements.push(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
    try elements.finish()
    return [counter.taken, counter.told]
  }

  @Test(arguments: [
    ("<folha><row>1</row><row>2</row></folha>", [2, 0]),
    (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<folha>\n <row>1</row>\n <row>2</row>\n</folha>",
      [2, 0]
    ),
    ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><folha><row>1</row></folha>", [0, 1]),
    ("<folha><row>1</row><row r=\"1\">2</row><row>3</row></folha>", [2, 1]),
    ("<folha><row>1</row><!-- <row>x</row> --><row>3</row></folha>", [2, 0]),
    ("<folha><row><![CDATA[</row>]]></row><row>3</row></folha>", [1, 1]),
    ("<folha><row>&#10;</row><row>&amp;</row></folha>", [1, 1]),
    ("<folha><b><row>1</row></b></folha>", [0, 1]), ("<row>1</row>", [0, 1]),
    ("<a><row>1</row><row>2</row></a>", [1, 1]),
  ])
  func `plain elements are kept from libxml2, and only they`(xml: String, counts: [Int]) throws {
    #expect(try count(xml) == counts)
    // Where a piece ends in white space libxml2 waits for more, and then has it all.
    for pieceSize in [1, 2, 3, 7] {
      #expect(try count(xml, pieceSize: pieceSize).reduce(0, +) == counts.reduce(0, +))
    }
  }

  @Test func `an error tells its line, whatever was taken before`() {
    let xml = "<a>\n<row>1\n</row>\n<row>2</row>\n\n<b>\n</a>"
    for pieceSize in [1, 5, .max] {
      #expect(throws: SpreadsheetError.damaged(.xml(line: 7), part: "")) {
        try count(xml, pieceSize: pieceSize)
      }
    }
  }

  // MARK: What it means

  @Test(arguments: [
    "<row r='1'><c r='A1'><v>1</v></c></row>", "<row><c><v>1</v ></c></row>",
    "<row><c><v>1</v></c>x</row>", "<row><c a=\"&lt;\"><v>1</v></c></row>",
    "<row><c r=\"A1\" r=\"B1\"><v>1</v></c></row>", "<row r=\"1\" r=\"2\"/>",
    "<row><c><v>1</v></c><c r=\"A7\"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>",
    "<row r=\"0\"><c r=\"A0\"><v>1</v></c></row>", "<row><c r=\"12\"><v>1</v></c></row>",
    "<row><c r=\"b2\"><v>1</v></c></row>", "<row><c r=\"\"><v>1</v></c></row>",
    "<row><c r=\"XFE1\"><v>1</v></c></row>", "<row r=\"1048577\"><c><v>1</v></c></row>",
    "<row><c r=\"ZZZZZZZ1\"><v>1</v></c></row>", "<row><c t=\"s\"><v>1</v></c></row>",
    "<row><c t=\"s\"><v>0</v></c></row>", "<row><c t=\"s\"><v>+0</v></c></row>",
    "<row><c t=\"s\"><v>99999999999999999999</v></c></row>", "<row><c><v>-0</v></c></row>",
    "<row><c><v>123456789012345678901.5</v></c></row>", "<row><c><v>.5</v></c></row>",
    "<row><c><v>5.</v></c></row>", "<row><c><v>-</v></c></row>", "<row><c><v>1e3</v></c></row>",
    "<row><c><v>9007199254740993.1</v></c></row>",
    "<row><c><v>0.00000000000000000000000000001</v></c></row>",
    "<row><c t=\"str\"><v>a]]>b</v></c></row>", "<row><c t=\"str\"><v>a]]b]>c</v></c></row>",
    "<row><c t=\"str\"><v>&amp;_x0041_&lt;&gt;&quot;&apos;</v></c></row>",
    "<row><c t=\"str\"><v>_x00&amp;41_</v></c></row>", "<row><c t=\"str\"><v>&b;</v></c></row>",
    "<row><c t=\"str\"><v>a&</v></c></row>", "<row><c t=\"str\"><v>&#65;&#x42;</v></c></row>",
    "<row><c t=\"str\"><v>a\r\nb\rc</v></c></row>", "<row><c t=\"str\"><v>a\u{1}b</v></c></row>",
    "<row><c t=\"str\"><v>\u{7F}\u{85}\u{FFFD}\u{10FFFF}é</v></c></row>",
    "<row><c t=\"str\"><v>\u{FFFE}</v></c></row>", "<row><c t=\"str\"><v>\u{FFFF}</v></c></row>",
    "<row><c><f>Tabela[[#This Row],[x]]&amp;\"]]\"</f><v>2</v></c></row>",
    "<row><c><f t=\"shared\" ref=\"A1:A2\" si=\"0\"/><v>2</v></c></row>",
    "<row><c><f>1</f><f>2</f><v>2</v></c></row>", "<row><c><v>2</v><f>1</f></c></row>",
    "<row><c><is><t>a</t></is></c><c><is><t>b</t><t>c</t></is></c><c><is><t/></is></c></row>",
    "<row><c><is><t> a </t></is><v>1</v></c></row>", "<row><c><v>1</v><is><t>a</t></is></c></row>",
    "<row><c><v xml:space=\"preserve\"> 1 </v></c></row>", "<row><c><v/></c><c><v>1</v></c></row>",
    "<row><c><v>1<![CDATA[2]]></v></c></row>", "<row><c><v>1<?x?>2</v></c></row>",
    "<row spans=\"1:2\" x14ac:dyDescent=\"0.25\" ht=\"15\"><c s=\"0\" r=\"A1\"><v>1</v></c></row>",
    "<row><row><c><v>1</v></c></row></row>", "<row><c><c><v>1</v></c></c></row>",
    "<rows><c><v>1</v></c></rows><row><c><v>2</v></c></row>", "<row><c><v>1</v></c>",
    "<row><c><v>1</c></v></row>", "<row><c><v>1</v></c></row></row><row><c><v>1</v></c></row>",
    "<row r=\"3\"><c><v>3</v></c></row><row r=\"1\"><c><v>1</v></c></row><row><c><v>2</v></c></row>",
    "</sheetData><sheetData><row><c><v>1</v></c></row>",
    "<row r=\"007\"><c r=\"A007\"><v>1</v></c><c r=\"B7\"><v>2</v></c><c r=\"C07\"><v>3</v></c></row>",
    "<row r=\"7\"><c r=\"A007\"><v>1</v></c><c r=\"B70\"><v>2</v></c><c r=\"C7\"><v>3</v></c></row>",
    "<row r=\"x\"><c r=\"Ax\"><v>1</v></c></row>", "<row r=\"\"><c r=\"A\"><v>1</v></c></row>",
    "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
    "<row r=\"00000000002\"><c r=\"A00000000002\"><v>1</v></c></row>",
    "<row r=\"2\"><c t=\"s\" s=\"0\" r=\"A2\" ><v>0</v></c><c /><c  r=\"B2\"><v>1</v></c></row>",
    "<row r=\"2\"><c r=\"A2\" t=\"s\" s=\"0\"><v>0</v></c><c r=\"B2\"/><c r=\"C2\" s=\"1\"/></row>",
    "<row r=\"2\"><c r=\"A2\" t=\"s\" t=\"n\"><v>0</v></c></row>",
    "<row><c><v>0.098765432109876543</v></c><c><v>00000000000000000000000.5</v></c></row>",
    "<row><c><v>12345678</v></c><c><v>123456789</v></c><c><v>1234567.12345678</v></c></row>",
    "<row><c><v>9007199254740993</v></c><c><v>99999999999999999.9</v></c><c><v>-0.0</v></c></row>",
    "<row><c><v>123456789012345678</v></c><c><v>1234567890123456789</v></c></row>",
    "<row><c><v>0.00000000000000000001</v></c><c><v>12345678.</v></c><c><v>1.2.3</v></c></row>",
    "<row><c t=\"str\"><v>Espírito Santo_x0041_ é &amp; ção]]</v></c></row>",
  ])
  func `rows in every form mean the same`(rows: String) {
    for sharedStrings in ["<si><t>a</t></si>", "<si><t/></si><si><r><t>b</t></r></si>"] {
      let builder = XLSXBuilder(
        rows: "<row><c><v>7</v></c></row>\n\(rows)", sharedStrings: sharedStrings)
      let outcomes = dumpBothWays(ZipBuilder(builder.entries).bytes)
      #expect(outcomes.plain == outcomes.alone)
    }
  }

  @Test(arguments: [
    "<si><t>a</t></si><si><t xml:space=\"preserve\"> b\n</t></si><si/><si><t/></si>",
    "<si><t>a</t><phoneticPr fontId=\"1\"/></si><si><t>b</t></si>",
    "<si><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r></si><si><t>c</t></si>",
    "<si><t>a</t><t>b</t></si><si>x<t>c</t></si>", "<si><t>&lt;_x000D_&gt;</t></si>",
    "<si><t>&#233;</t></si><si><t>\u{E9}</t></si>", "<si><t>a</t></si><x><si><t>b</t></si></x>",
    "<si><t>a</si></t>", "<si count=\"1\"><t>a</t></si>", "<sia><t>x</t></sia><si><t>a</t></si>",
    "<!-- <si><t>x</t></si> --><si><t>a</t></si>",
  ])
  func `shared texts in every form mean the same`(items: String) {
    let rows = (0..<4).map { "<row><c t=\"s\"><v>\($0)</v></c></row>" }
    for count in 0...rows.count {
      let builder = XLSXBuilder(rows: rows.prefix(count).joined(), sharedStrings: items)
      let outcomes = dumpBothWays(ZipBuilder(builder.entries).bytes)
      #expect(outcomes.plain == outcomes.alone)
    }
  }

  @Test func `bytes that are no UTF-8 are damage both ways`() throws {
    for bytes: [UInt8] in [
      [0xFF], [0xC0, 0x80], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xEF, 0xBF, 0xBE], [0xE0, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xC3, 0xA9, 0x80], [0],
    ] {
      var content = [UInt8]("<worksheet><sheetData><row><c t=\"str\"><v>a".utf8)
      content += bytes + [UInt8]("</v></c></row></sheetData></worksheet>".utf8)
      var entries = XLSXBuilder().entries
      entries.removeAll { $0.name == "xl/worksheets/sheet1.xml" }
      entries.append(.init("xl/worksheets/sheet1.xml", bytes: content))
      let outcomes = dumpBothWays(ZipBuilder(entries).bytes)
      #expect(outcomes.plain == outcomes.alone)
      #expect(outcomes.plain == .failure(.damaged(.xml(line: 1), part: "xl/worksheets/sheet1.xml")))
    }
  }

  @Test func `limits are the same both ways`() {
    for change: (inout Limits) -> Void in [
      { $0.rows = 2 }, { $0.columns = 2 }, { $0.textLength = 3 }, { $0.xmlDepth = 4 },
      { $0.xmlAttributes = 1 }, { $0.xmlTag = 20 }, { $0.xmlNames = 5 }, { $0.sharedTexts = 1 },
      { $0.inflatedPart = 300 },
    ] {
      var limits = Limits()
      change(&limits)
      let builder = XLSXBuilder(
        rows: String(
          repeating: "<row><c/><c/><c t=\"inlineStr\"><is><t>abcd</t></is></c></row>", count: 9),
        sharedStrings: "<si><t>a</t></si><si><t>b</t></si>")
      let outcomes = dumpBothWays(ZipBuilder(builder.entries).bytes, limits: limits)
      #expect(outcomes.plain == outcomes.alone)
    }
  }

  @Test func `every committed workbook is the same both ways`() throws {
    var compared = 0
    for folder in ["planilhas", "hostis", "erros", "casos"] {
      let files = FileManager.default.enumerator(atPath: Fixture.path(folder))
      for case let name as String in files ?? .init() {
        guard ["xlsx", "xlsm"].contains(URL(filePath: name).pathExtension) else { continue }
        var limits = Limits()
        limits.inflatedPart = 4 << 20
        let outcomes = dumpBothWays(try Fixture.bytes("\(folder)/\(name)"), limits: limits)
        #expect(outcomes.plain == outcomes.alone, "\(folder)/\(name)")
        compared += 1
      }
    }
    #expect(compared > 100)
  }
}
