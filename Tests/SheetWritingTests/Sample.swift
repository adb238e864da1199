import FoundationEssentials

@testable import SheetWriting

/// A sheet of one column, and a folder to write in.
enum Sample {
  static func draft(
    _ cells: [CellContent], name: StaticString = "Sheet", created: Int = 1_762_171_200,
    total: ColumnTotal = .none
  ) -> WorkbookDraft {
    let column = TableColumn<CellContent>("Heading", total: total) { DraftCell($0) }
    return WorkbookDraft(
      properties: DocumentProperties(
        title: "Title", author: "Author", comments: "Comments", created: created),
      sheets: [
        SheetDraft(
          name, lines: [DraftLine("A line")],
          table: TableDraft("Sample", of: cells, columns: [column]))
      ])
  }

  /// Runs with the path of a new folder, which is gone afterwards.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "SheetWritingTests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }
}
