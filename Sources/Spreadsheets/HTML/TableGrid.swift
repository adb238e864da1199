/// Where the cells of one table stand, with those that reach over columns and rows.
///
/// [HTML] 4.9.12 "Forming a table", with its bounds: a cell reaches over at most 1,000 columns and
/// 65,534 rows. Rows that a cell reaches down to are only known for the first 1,000 columns, so
/// that no table takes more memory or time than its text.
struct TableGrid {
  private static let mostColumns = 1000
  private static let mostRows = 65_534

  /// Zero-based; -1 before the first row.
  private(set) var row = -1
  /// The first column that the next cell may take.
  private var column = 0
  /// For each column, the first row that no cell from above reaches.
  private var freeFrom: [Int] = []

  mutating func beginRow() {
    row += 1
    column = 0
  }

  /// Head, body and foot of a table: no cell reaches from one into the other.
  mutating func beginSection() { freeFrom.removeAll(keepingCapacity: true) }

  /// Gives the next cell of the row its place.
  /// - Parameters:
  ///   - width: columns that it reaches over; 1 when it does not say.
  ///   - height: rows; 0 for all that follow in its section.
  /// - Returns: its column, zero-based.
  mutating func place(width: Int, height: Int) -> Int {
    while column < freeFrom.count, freeFrom[column] > row { column += 1 }
    let start = column
    let width = min(max(width, 1), Self.mostColumns)
    let height = height == 0 ? Self.mostRows : min(height, Self.mostRows)
    if height > 1 {
      let end = min(start + width, Self.mostColumns)
      if freeFrom.count < end {
        freeFrom.append(contentsOf: repeatElement(0, count: end - freeFrom.count))
      }
      for index in start..<max(start, end) { freeFrom[index] = row + height }
    }
    column += width
    return start
  }
}
