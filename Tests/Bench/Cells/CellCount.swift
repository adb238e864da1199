import Spreadsheets

/// How many cells of each kind a workbook has. Each value is looked at once, as whoever uses the
/// cells would, and no more: a hash of every byte would measure the hash.
struct CellCount: CustomStringConvertible {
  private(set) var numbers = 0
  private(set) var dates = 0
  private(set) var texts = 0
  private(set) var others = 0
  /// Bytes of UTF-8.
  private(set) var textLength = 0
  private(set) var sum: UInt64 = 0

  init(of workbook: any Workbook) throws(SpreadsheetError) {
    for sheet in workbook.sheets {
      try workbook.readRows(of: sheet) { row in
        for cell in row.cells { add(cell, of: row) }
        return .proceed
      }
    }
  }

  private mutating func add(_ cell: Cell, of row: Row) {
    switch cell.kind {
    case .number:
      numbers += 1
      sum &+= cell.number.bitPattern
    case .date, .elapsed:
      dates += 1
      sum &+= cell.number.bitPattern
    case .text:
      texts += 1
      addText(of: cell, row)
    case .boolean:
      others += 1
      sum &+= cell.boolean ? 1 : 0
    case .error:
      others += 1
      addText(of: cell, row)
    }
  }

  private mutating func addText(of cell: Cell, _ row: Row) {
    let text = row.utf8(of: cell)
    textLength += text.count
    sum &+= UInt64(text.last ?? 0)
  }

  var description: String {
    "\(numbers) numbers, \(dates) dates, \(texts) texts of \(textLength) bytes, \(others) others,"
      + " sum \(String(sum, radix: 16))"
  }
}
