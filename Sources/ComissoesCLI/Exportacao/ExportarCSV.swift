import Spreadsheets

/// Writes a sheet as CSV, as RFC 4180 has it: commas, CRLF, quotes where they are needed; UTF-8.
///
/// A text that looks like a formula is protected by an apostrophe.
///
/// Every row from the first of the sheet on has a line, blank ones too, so that line numbers are
/// row numbers; every line has the same number of fields. The sheet is read twice for that.
/// - Throws: `.beyond(.blankCells)`, and nothing is written, when the sheet would be almost nothing
///   but commas: a single value in its last corner would make seventeen gigabytes.
func exportarCSV(
  _ aba: Sheet, de workbook: any Workbook, limites: Limits, em saida: Escoadouro
) throws(SpreadsheetError) {
  var width = 0
  var height = 0
  var cells = 0
  try workbook.readRows(of: aba) { row in
    width = max(width, (row.cells.last?.column ?? -1) + 1)
    height = max(height, row.index + 1)
    cells += row.cells.count
    return .proceed
  }
  guard width * height - cells <= limites.blankCells else {
    throw .beyond(.blankCells(limites.blankCells), part: aba.name)
  }
  let table = CSVTable(
    width: width, dateSystem: workbook.dateSystem,
    hasTypes: workbook.format != .html && workbook.format != .csv)
  var next = 0
  try workbook.readRows(of: aba) { row in
    while next < row.index {
      saida.append { table.append(lineOf: nil, to: &$0) }
      next += 1
      if saida.failure != nil { return .stop }
    }
    saida.append { table.append(lineOf: row, to: &$0) }
    next = row.index + 1
    return saida.failure == nil ? .proceed : .stop
  }
}

/// What all lines of a table have in common.
private struct CSVTable {
  let width: Int
  let dateSystem: DateSystem
  /// Whether the spreadsheet tells numbers from texts. In one that does not, a text that reads as a
  /// number is a number.
  let hasTypes: Bool

  func append(lineOf row: Row?, to line: inout [UInt8]) {
    var column = 0
    if let row {
      for cell in row.cells {
        while column < cell.column {
          line.append(UInt8(ascii: ","))
          column += 1
        }
        append(cell, of: row, to: &line)
      }
    }
    while column < width - 1 {
      line.append(UInt8(ascii: ","))
      column += 1
    }
    line.append("\r\n")
  }

  private func append(_ cell: Cell, of row: Row, to line: inout [UInt8]) {
    switch cell.kind {
    case .number: line.append(shortest: cell.number)
    case .date, .elapsed: line.append(iso: cell, dateSystem)
    case .boolean: line.append(cell.boolean ? "true" : "false")
    case .text, .error: line.append(csvText: row.utf8(of: cell), hasTypes: hasTypes)
    }
  }
}
