/// An open spreadsheet file, whatever its format: its sheets, and their rows as a stream.
package protocol Workbook: AnyObject {
  var format: WorkbookFormat { get }
  var dateSystem: DateSystem { get }
  /// The worksheets in the order of their tabs, hidden ones too. Chart, macro and dialog sheets
  /// are left out.
  var sheets: [Sheet] { get }
  /// Hands over each row that holds a value, top down and once, whatever the order of the file,
  /// until the closure says stop. A sheet can be read any number of times.
  /// - Parameter sheet: one of `sheets`.
  func readRows(of sheet: Sheet, _ body: (Row) -> Flow) throws(SpreadsheetError)
  /// The program that wrote the file, if the file says so; what it says may be untrue.
  func producer() -> String?
}

extension Workbook {
  package func producer() -> String? { nil }
}

package enum WorkbookFormat: Sendable, Equatable, CaseIterable {
  /// Office Open XML, `.xlsx` or `.xlsm`.
  case xlsx
  /// Excel 97 to 2003.
  case biff8
  /// Excel 5 and 95.
  case biff5
  /// Excel 4, one sheet or a workbook.
  case biff4
  case biff3
  case biff2
  /// The tables of an HTML page, as portals write them under the name of `.xls`.
  case html
  /// Excel 2003's XML.
  case spreadsheetML
  /// Rows of fields with commas, semicolons or tabs between them.
  case csv
}

package struct Sheet: Equatable, Sendable {
  package enum Visibility: Equatable, Sendable { case visible, hidden, veryHidden }

  package let name: String
  package let visibility: Visibility
  /// The place in `Workbook.sheets`.
  package let index: Int

  package init(name: String, visibility: Visibility, index: Int) {
    self.name = name
    self.visibility = visibility
    self.index = index
  }
}
