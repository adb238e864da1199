import CommandLineKit
import Spreadsheets

/// A workbook of which somebody sees the rows go by.
final class WatchedWorkbook: Workbook {
  private let workbook: any Workbook
  private let name: String
  private let narrator: Narrator

  init(_ workbook: any Workbook, name: String, _ narrator: Narrator) {
    self.workbook = workbook
    self.name = name
    self.narrator = narrator
  }

  var format: WorkbookFormat { workbook.format }
  var dateSystem: DateSystem { workbook.dateSystem }
  var sheets: [Sheet] { workbook.sheets }

  func producer() -> String? { workbook.producer() }

  func readRows(of sheet: Sheet, _ body: (Spreadsheets.Row) -> Flow) throws(SpreadsheetError) {
    var rows = narrator.rows(of: name)
    var isWhole = true
    try workbook.readRows(of: sheet) { row in
      rows.next()
      let flow = body(row)
      isWhole = flow == .proceed
      return flow
    }
    if isWhole { rows.finish() } else { narrator.clear() }
  }
}
