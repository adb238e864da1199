/// Gathers the cells of one row at a time and hands each row over. All readers fill rows here, and
/// the limits of a sheet are held here.
///
/// Cells may come in any order of columns; of two cells in one place the last counts.
struct RowBuilder {
  let sharedTexts: TextArena
  let rowTexts = TextArena(shared: false)
  private let limits: Limits
  private let part: String
  private let buffer = CellBuffer()
  private var isAscending = true
  private var lastColumn = -1
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

  var isEmpty: Bool { buffer.count == 0 }

  /// - Throws: `.beyond(.rows)`.
  mutating func begin(row index: Int) throws(SpreadsheetError) {
    guard index < limits.rows else { throw .beyond(.rows(limits.rows), part: part) }
    self.index = index
    rowTexts.removeAll()
    removeCells()
  }

  /// To be called before a cell is made, which keeps only sixteen bits of its column.
  /// - Throws: `.beyond(.columns)`.
  @inline(__always)
  func check(column: Int) throws(SpreadsheetError) {
    guard column < limits.columns else { throw .beyond(.columns(limits.columns), part: part) }
  }

  /// - Parameter cell: of a column that was checked.
  /// - Throws: `.beyond(.textRatio)` when the texts of the sheet come to more than so small a file
  ///   should hold.
  @inline(__always)
  mutating func append(_ cell: Cell) throws(SpreadsheetError) {
    if let slice = cell.slice {
      textsLeft -= slice.count
      guard textsLeft >= 0 else { throw .beyond(.textRatio(limits.textRatio), part: part) }
    }
    if cell.column <= lastColumn { isAscending = false }
    lastColumn = cell.column
    buffer.append(cell)
    // More cells than columns: places are taken twice, and must not pile up.
    if !isAscending, buffer.count >= 2 * limits.columns { sortCells() }
  }

  /// Hands the row over, if it holds any cell.
  mutating func deliver(to body: (Row) -> Flow) -> Flow { finished().map(body) ?? .proceed }

  /// The row, if it holds any cell. Valid until the next begins.
  mutating func finished() -> Row? {
    guard !isEmpty else { return nil }
    if !isAscending { sortCells() }
    return Row(index: index, cells: buffer.cells, sharedTexts: sharedTexts, rowTexts: rowTexts)
  }

  /// What a row that is taken back has changed.
  struct Mark {
    fileprivate let index: Int
    fileprivate let textsLeft: Int
  }

  /// To be taken between two rows.
  var mark: Mark { Mark(index: index, textsLeft: textsLeft) }

  mutating func rewind(to mark: Mark) {
    index = mark.index
    textsLeft = mark.textsLeft
    removeCells()
  }

  private mutating func removeCells() {
    buffer.removeAll()
    isAscending = true
    lastColumn = -1
  }

  private mutating func sortCells() {
    buffer.sort()
    isAscending = true
    lastColumn = buffer.cells.last?.column ?? -1
  }
}
