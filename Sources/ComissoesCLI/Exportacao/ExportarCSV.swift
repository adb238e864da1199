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
  var next = 0
  try workbook.readRows(of: aba) { row in
    while next < row.index {
      saida.appendLine(of: nil, width: width, workbook.dateSystem)
      next += 1
      saida.flushIfLarge()
      if saida.failure != nil { return .stop }
    }
    saida.appendLine(of: row, width: width, workbook.dateSystem)
    next = row.index + 1
    saida.flushIfLarge()
    return saida.failure == nil ? .proceed : .stop
  }
}

extension Escoadouro {
  fileprivate func appendLine(of row: Row?, width: Int, _ dateSystem: DateSystem) {
    var column = 0
    for cell in row?.cells ?? [] {
      while column < cell.column {
        append(UInt8(ascii: ","))
        column += 1
      }
      if let row { append(field: cell, of: row, dateSystem) }
    }
    while column < width - 1 {
      append(UInt8(ascii: ","))
      column += 1
    }
    append("\r\n")
  }

  private func append(field cell: Cell, of row: Row, _ dateSystem: DateSystem) {
    switch cell.kind {
    case .number: append(shortestText(of: cell.number))
    case .date, .elapsed: append(textoISO(cell, dateSystem))
    case .boolean: append(cell.boolean ? "true" : "false")
    case .text, .error: row.withUTF8(of: cell) { append(csvText: $0) }
    }
  }
}
