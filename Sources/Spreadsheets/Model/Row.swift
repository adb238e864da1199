/// One row of a sheet, with the cells that hold a value, in ascending order of columns.
///
/// Valid only while the closure that received it runs: the next row uses the same memory.
package struct Row {
  /// Zero-based. Excel shows `index + 1`.
  package let index: Int
  package let cells: [Cell]
  let sharedTexts: TextArena
  let rowTexts: TextArena

  /// The cell of a column, if it holds a value.
  package func cell(column: Int) -> Cell? {
    if column < cells.count, cells[column].column == column { return cells[column] }
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].column == column ? cells[low] : nil
  }

  /// The UTF-8 of a text or an error; no bytes for the other kinds.
  package func withUTF8<Result>(
    of cell: Cell, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let slice = cell.slice else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return (slice.isShared ? sharedTexts : rowTexts).withBytes(of: slice, body)
  }

  /// The text of a text or an error; empty for the other kinds.
  package func text(of cell: Cell) -> String {
    withUTF8(of: cell) { String(decoding: $0, as: UTF8.self) }
  }
}

/// What the receiver of a row wants next.
package enum Flow: Sendable { case proceed, stop }
