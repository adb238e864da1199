/// Gathers the cells of one row at a time and hands each row over. All readers fill rows here, and
/// the limits of a sheet are held here.
///
/// Cells may come in any order of columns; of two cells in one place the last counts.
struct RowBuilder {
  let sharedTexts: TextArena
  let rowTexts = TextArena(shared: false)
  private let limits: Limits
  private let part: String
  private var cells: [Cell] = []
  private var isAscending = true
  private(set) var index = 0
  /// Bytes of text that the sheet may still bring.
  private var textsLeft: Int

  /// - Parameters:
  ///   - part: the name that errors carry.
  ///   - fileSize: that of the whole file; the texts of a sheet are held against it.
  init(sharedTexts: TextArena, limits: Limits, part: String, fileSize: Int) {
    self.sharedTexts = sharedTexts
    self.limits = limits
    self.part = part
    textsLeft = limits.texts(inFileOf: fileSize)
  }

  var isEmpty: Bool { cells.isEmpty }

  /// - Throws: `.beyond(.rows)`.
  mutating func begin(row index: Int) throws(SpreadsheetError) {
    guard index < limits.rows else { throw .beyond(.rows(limits.rows), part: part) }
    self.index = index
    // Files of millions of blank lines come by here.
    if !cells.isEmpty { cells.removeAll(keepingCapacity: true) }
    if rowTexts.count > 0 { rowTexts.removeAll() }
    isAscending = true
  }

  /// To be called before a cell is made, which keeps only sixteen bits of its column.
  /// - Throws: `.beyond(.columns)`.
  func check(column: Int) throws(SpreadsheetError) {
    guard column < limits.columns else { throw .beyond(.columns(limits.columns), part: part) }
  }

  /// - Parameter cell: of a column that was checked.
  /// - Throws: `.beyond(.textRatio)` when the texts of the sheet come to more than so small a file
  ///   should hold.
  mutating func append(_ cell: Cell) throws(SpreadsheetError) {
    if let slice = cell.slice {
      textsLeft -= slice.count
      guard textsLeft >= 0 else { throw .beyond(.textRatio(limits.textRatio), part: part) }
    }
    if let last = cells.last, last.column >= cell.column { isAscending = false }
    cells.append(cell)
    // More cells than columns: places are taken twice, and must not pile up.
    if cells.count >= 2 * limits.columns, !isAscending { sortCells() }
  }

  /// Hands the row over, if it holds any cell, and forgets it.
  mutating func deliver(to body: (Row) -> Flow) -> Flow {
    guard !cells.isEmpty else { return .proceed }
    if !isAscending { sortCells() }
    let row = Row(index: index, cells: cells, sharedTexts: sharedTexts, rowTexts: rowTexts)
    return body(row)
  }

  private mutating func sortCells() {
    let ordered = cells.enumerated().sorted {
      ($0.element.column, $0.offset) < ($1.element.column, $1.offset)
    }
    cells.removeAll(keepingCapacity: true)
    for (_, cell) in ordered {
      if cells.last?.column == cell.column { cells.removeLast() }
      cells.append(cell)
    }
    isAscending = true
  }
}
