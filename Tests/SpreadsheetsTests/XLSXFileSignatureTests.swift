import Testing

@testable import Spreadsheets

@Suite struct XLSXFileSignatureTests {
  private static let files: [([UInt8], FileKind)] = [
    ([], FileKind.empty), (Array("%PDF-1.7\n%âãÏÓ".utf8), .pdf), (Array("\n\n%PDF-1.4".utf8), .pdf),
    (Array("<!DOCTYPE html><p>".utf8), .html), (Array("\u{FEFF}  <HTML><body>".utf8), .html),
    (Array("<table><tr>".utf8), .html), (Array("<?xml version='1.0'?><Workbook/>".utf8), .xml),
    ([0xFF, 0xFE] + "<html>".utf16.flatMap { [UInt8($0), 0] }, .html),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .image),
    ([0xFF, 0xD8, 0xFF, 0xE0], .image), ([0x1F, 0x8B, 8, 0], .otherArchive),
    (Array("Rar!\u{1A}\u{7}".utf8), .otherArchive),
    (Array("Prezados,\nsegue a planilha.\n".utf8), .text), ([0, 1, 2, 3], .unknown),
    (Array("PK".utf8), .text), (Array("ID;PWXL;N;E\nP;PGeneral\n".utf8), .symbolicLink),
    (Array("{\\rtf1\\ansi}".utf8), .richText),
    (Array("MIME-Version: 1.0\nX-Document-Type: Workbook\n".utf8), .webArchive),
    (Array("{\"nome\": \"ANA\", \"valor\": 1}\n{\"nome\": \"BIA\", \"valor\": 2}\n".utf8), .json),
    (Array("[\n  {\"a\":1,\"b\":2},\n  {\"a\":3,\"b\":4}]".utf8), .json),
    (Array("[[\"a\",\"b\"],\n[\"c\",\"d\"]]\n".utf8), .json),
    (Array("TABLE\r\n0,1\r\n\"EXCEL\"\r\nVECTORS\r\n0,2\r\n\"\"\r\n".utf8), .dataInterchange),
    (
      Array(
        "From: Ana <ana@x.br>\r\nTo: b@x.br\r\nSubject: =?utf-8?q?EPR,_outubro?=\r\n".utf8)
        + Array("MIME-Version: 1.0\r\n\r\na;b\r\nc;d\r\n<table><tr><td>x".utf8), .mail
    ),
    (
      Array(
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n".utf8),
      .webArchive
    ),
    (
      Array(
        "<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:x'/>"
          .utf8), .openDocument
    ),
  ]

  @Test(arguments: files)
  func otherFiles(bytes: [UInt8], kind: FileKind) {
    #expect(throws: SpreadsheetError.unsupported(kind)) { try openWorkbook(ByteSource(bytes)) }
  }

  @Test(arguments: [
    "From;To\nSubject: a;b\n", "{id};nome\n{1};ANA\n", "[1] a;b\n[2] c;d\n", "TABLE;0,1\nx;y\n",
    "Date: 01/10;x\na;b\n",
  ])
  func `a table that begins like something else is a table`(text: String) throws {
    #expect(try dump(text).count == 4)
  }

  @Test func otherArchives() throws {
    let document = XLSXBuilder.relationships([("rId1", "officeDocument", "word/document.xml")])
    let archives: [([ZipBuilder.Entry], FileKind)] = [
      ([], .zip), ([.init("a.txt", "x")], .zip), ([.init("xl/workbook.bin", "x")], .xlsb),
      ([.init("mimetype", "application/vnd.oasis.opendocument.spreadsheet")], .openDocument),
      ([.init("mimetype", "application/epub+zip")], .zip),
      ([.init("_rels/.rels", document), .init("word/document.xml", "<document/>")], .otherOffice),
      ([.init("Index/Document.iwa", "x")], .numbers),
    ]
    for (entries, kind) in archives {
      #expect(throws: SpreadsheetError.unsupported(kind)) {
        try openWorkbook(ByteSource(ZipBuilder(entries).bytes))
      }
    }
  }

  @Test func aFileBeyondTheLimit() {
    var limits = Limits()
    limits.fileSize = 3
    #expect(throws: SpreadsheetError.beyond(.fileSize(3), part: "")) {
      try openWorkbook(ByteSource([1, 2, 3, 4]), limits: limits)
    }
  }

  @Test func aBinaryWorkbookAtAnOddPath() {
    let types = """
      <Types><Override PartName="/a/b.bin" ContentType="\
      application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>
      """
    let entries: [ZipBuilder.Entry] = [
      .init("[Content_Types].xml", types),
      .init("_rels/.rels", XLSXBuilder.relationships([("rId1", "officeDocument", "/a/b.bin")])),
      .init("a/b.bin", "x"),
    ]
    #expect(throws: SpreadsheetError.unsupported(.xlsb)) {
      try openWorkbook(ByteSource(ZipBuilder(entries).bytes))
    }
  }

  @Test func anArchiveBehindAnythingElse() throws {
    var zip = ZipBuilder(XLSXBuilder(rows: "<row><c><v>1</v></c></row>").entries)
    zip.junk = Array("#!/bin/sh\n".utf8)
    let workbook = try openWorkbook(ByteSource(zip.bytes))
    #expect(workbook.sheets.map(\.name) == ["Plan1"])
  }
}
