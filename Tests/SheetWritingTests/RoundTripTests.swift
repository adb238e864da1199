import Spreadsheets
import Testing

@testable import SheetWriting

/// A written workbook, read back by the module that reads them.
struct RoundTripTests {
  private struct Found: Equatable {
    let place: String
    let kind: Cell.Kind
    let value: String
  }

  private func cells(of draft: WorkbookDraft) throws -> [Found] {
    try Sample.withFolder { folder in
      try draft.write(to: "\(folder)/book.xlsx")
      let workbook = try openWorkbook(ByteSource(path: "\(folder)/book.xlsx"))
      var found: [Found] = []
      for sheet in workbook.sheets {
        try workbook.readRows(of: sheet) { row in
          for cell in row.cells {
            let place = CellReference(row: row.index, column: cell.column)
            let value = cell.kind == .text ? row.text(of: cell) : shortestText(of: cell.number)
            found.append(Found(place: "\(place)", kind: cell.kind, value: value))
          }
          return .proceed
        }
      }
      return found
    }
  }

  @Test func everyKindOfCell() throws {
    let total = ColumnTotal.sum(cached: -0.5, shown: "-0.5", numberFormat: "0.00")
    let date = CellStyle(numberFormat: "dd/mm/yyyy")
    let contents: [DraftCell] = [
      DraftCell(.text("=1+1")), DraftCell(.number(-0.5, shown: "")), DraftCell(.blank),
      DraftCell(.text("")), DraftCell(.day(year: 1900, month: 3, day: 1), date),
      DraftCell(.day(year: 1900, month: 2, day: 28), date),
    ]
    let draft = WorkbookDraft(
      properties: DocumentProperties(title: "", author: "", comments: "", created: 1),
      sheets: [
        SheetDraft(
          "Sheet", lines: [DraftLine("_x0041_")],
          table: TableDraft(
            "Sample", of: contents,
            columns: [
              TableColumn<DraftCell>("One", total: .label("Sum")) { $0 },
              TableColumn("Two", total: total) { _ in DraftCell(.blank) },
            ]))
      ])
    try #expect(
      cells(of: draft) == [
        Found(place: "A1", kind: .text, value: "_x0041_"),
        Found(place: "A3", kind: .text, value: "One"),
        Found(place: "B3", kind: .text, value: "Two"),
        Found(place: "A4", kind: .text, value: "=1+1"),
        Found(place: "A5", kind: .number, value: "-0.5"),
        Found(place: "A8", kind: .date, value: "61"),
        Found(place: "A9", kind: .date, value: "59"),
        Found(place: "A10", kind: .text, value: "Sum"),
        Found(place: "B10", kind: .number, value: "-0.5"),
      ])
  }

  /// The library prints sixteen significant digits.
  @Test(arguments: [
    0.1, 1566.05, 357_543_004.8, 9_999_999_999_999.99, .leastNonzeroMagnitude, -1e300,
  ])
  func numbers(value: Double) throws {
    let found = try cells(of: Sample.draft([.number(value, shown: "")]))
    #expect(found.last?.value == shortestText(of: value))
  }
}
