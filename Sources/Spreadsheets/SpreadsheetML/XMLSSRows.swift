/// Walks over one worksheet of an XML spreadsheet and tells the cells what it meets.
final class XMLSSRows: XMLReceiver {
  private enum Place { case outside, table, row, cell, data }

  private let wanted: Int
  private var current = -1
  private var place = Place.outside
  private var flow = Flow.proceed
  private var cells: XMLSSCells

  /// - Parameter sheet: its number among the worksheets of the file.
  init(sheet: Int, cells: XMLSSCells) {
    wanted = sheet
    self.cells = cells
  }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    switch place {
    case .outside:
      if element.depth == 1, element.name == "Worksheet" { current += 1 }
      if element.depth == 2, element.name == "Table", current == wanted {
        place = .table
        cells.beginTable(element.attributes)
      }
    case .table:
      if element.name == "Column" {
        try cells.column(element.attributes)
      } else if element.name == "Row" {
        place = .row
        try cells.beginRow(element.attributes)
      }
    case .row where element.name == "Cell":
      place = .cell
      try cells.beginCell(element.attributes)
    // A comment has data of its own, one level deeper.
    case .cell where element.depth == 5 && element.name == "Data":
      place = .data
      cells.beginData(element.attributes)
    default: break
    }
  }

  func end(_ name: XMLName) throws(SpreadsheetError) -> Flow {
    switch place {
    case .data where name == "Data":
      place = .cell
      try cells.endData()
    case .cell where name == "Cell": place = .row
    case .row where name == "Row":
      place = .table
      flow = cells.endRow()
    case .table where name == "Table":
      // A sheet has one table: nothing of it can follow.
      flow = .stop
    default: break
    }
    return flow
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    if place == .data { try cells.append(piece) }
  }
}
