/// Gathers the cells of one row at a time and hands each row over. All readers fill rows here, and
/// the limits of a sheet are held here.
///
/// Cells may come in any order of columns; of two cells in one place the last counts.
struct RowBuilder {
  let sharedTexts: TextArena
  let rowTexts = TextArena(shared: false)
  private let table: TextTable
  private let limits: Limits
  private let part: String
  private let buffer = CellBuffer()
  private let awaited = AwaitedTexts()
  private var isAscending = true
  private var lastColumn = -1
  private(set) var index = 0
  /// Bytes of text that the sheet may still bring.
  private var textsLeft: Int

  /// - Parameters:
  ///   - part: the name that errors carry.
  ///   - fileSize: that of the whole file; the texts of a sheet are held against it.
  ///   - table: which of the shared texts have which number, for `append(sharedText:column:)`.
  init(
    sharedTexts: TextArena, limits: Limits, part: String, fileSize: Int,
    table: TextTable = TextTable()
  ) {
    self.sharedTexts = sharedTexts
    self.table = table
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

  /// - Throws: `.beyond(.textRatio)`.
  @inline(__always)
  private mutating func count(_ slice: TextSlice) throws(SpreadsheetError) {
    textsLeft -= slice.count
    guard textsLeft >= 0 else { throw .beyond(.textRatio(limits.textRatio), part: part) }
    // Whoever gets the row wants to see it.
    if slice.isShared { sharedTexts.prefetch(slice) }
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
    if let slice = cell.slice { try count(slice) }
    if cell.column <= lastColumn { isAscending = false }
    lastColumn = cell.column
    buffer.append(cell)
    // More cells than columns: places are taken twice, and must not pile up.
    if !isAscending, buffer.count >= 2 * limits.columns {
      try lookUpTexts()
      sortCells()
    }
  }

  /// Appends the cell of a shared text, or none when that is empty: once `lookUpTexts` is called,
  /// which has to be before the row is finished. Where texts lie is told by a place of memory far
  /// away, so it is asked for now and looked at when the row is complete.
  /// - Parameter index: the number of the text in the table.
  /// - Returns: false when there is no such text.
  @inline(__always)
  mutating func append(sharedText index: Int, column: Int) throws(SpreadsheetError) -> Bool {
    guard index < table.count else { return false }
    table.prefetch(index)
    if awaited.isFull { try lookUpTexts() }
    awaited.append(index, at: buffer.count)
    try append(.text(TextSlice(offset: 0, count: 0, shared: false), column: column))
    return true
  }

  /// Completes the cells of shared texts.
  /// - Throws: `.beyond(.textRatio)`.
  mutating func lookUpTexts() throws(SpreadsheetError) {
    // From the last on, because an empty one moves those behind it.
    while let (index, place) = awaited.removeLast() {
      if let slice = table[index], slice.count > 0 {
        buffer.setText(slice, at: place)
        try count(slice)
      } else {
        buffer.remove(at: place)
      }
    }
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
    awaited.removeAll()
    isAscending = true
    lastColumn = -1
  }

  private mutating func sortCells() {
    buffer.sort()
    isAscending = true
    lastColumn = buffer.cells.last?.column ?? -1
  }
}
