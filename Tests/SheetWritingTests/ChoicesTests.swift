import Testing

@testable import SheetWriting
@testable import Spreadsheets

/// Columns that are filled in by choosing, columns that are hidden, and tables without totals, as
/// they stand in the XML of the sheet.
struct ChoicesTests {
  private func parts(total: ColumnTotal = .none) throws -> (sheet: String, table: String) {
    try Sample.withFolder { folder in
      let path = "\(folder)/book.xlsx"
      let columns = [
        TableColumn<String>("Name", total: total) { DraftCell(.text($0)) },
        TableColumn("Choice", choices: ["yes", "no & never"]) { _ in DraftCell(.blank) },
        TableColumn("Mark", isHidden: true) { DraftCell(.text($0)) },
      ]
      try WorkbookDraft(
        properties: DocumentProperties(title: "", author: "", comments: "", created: 1),
        sheets: [
          SheetDraft("Sheet", lines: [], table: TableDraft("T", of: ["a", "b"], columns: columns))
        ]
      ).write(to: path)
      let archive = try ZipArchive(source: ByteSource(path: path), limits: Limits())
      return (
        try text(of: "xl/worksheets/sheet1.xml", in: archive),
        try text(of: "xl/tables/table1.xml", in: archive)
      )
    }
  }

  private func text(of part: String, in archive: ZipArchive) throws -> String {
    String(
      decoding: try archive.prefix(of: PackagePath(part), count: 1 << 20), as: UTF8.self)
  }

  @Test func choicesAreADropDownOfTheRows() throws {
    let sheet = try parts().sheet
    #expect(sheet.contains("<dataValidation type=\"list\""))
    #expect(sheet.contains("sqref=\"B2:B3\""))
    #expect(sheet.contains("<formula1>\"yes,no &amp; never\"</formula1>"))
    #expect(!sheet.contains("errorStyle"), "another value is refused, which is the usual style")
  }

  @Test func aColumnCanBeHidden() throws {
    #expect(try parts().sheet.firstMatch(of: /<col min="3" max="3"[^>]*hidden="1"/) != nil)
  }

  @Test func aTableWithoutTotalsEndsWithItsRecords() throws {
    #expect(try parts().table.contains("ref=\"A1:C3\""))
    let withTotal = try parts(total: .label("Total")).table
    #expect(withTotal.contains("ref=\"A1:C4\"") && withTotal.contains("totalsRowCount=\"1\""))
  }
}
