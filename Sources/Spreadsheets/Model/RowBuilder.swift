/// Gathers the cells of one row at a time and hands each row over. Both readers fill rows here.
///
/// Cells may come in any order of columns; of two cells in one place the last counts.
struct RowBuilder {
  let sharedTexts: TextArena
  let rowTexts = TextArena(shared: false)
  private var cells: [Cell] = []
  private var isAscending = true
  private(set) var index = 0

  init(sharedTexts: TextArena) { self.sharedTexts = sharedTexts }

  var isEmpty: Bool { cells.isEmpty }

  mutating func begin(row index: Int) {
    self.index = index
    cells.removeAll(keepingCapacity: true)
    rowTexts.removeAll()
    isAscending = true
  }

  mutating func append(_ cell: Cell) {
    if let last = cells.last, last.column >= cell.column { isAscending = false }
    cells.append(cell)
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
