/// One row of a sheet, with the cells that hold a value, in ascending order of columns.
///
/// Valid only while the closure that received it runs: the next row uses the same memory.
package struct Row {
  /// Zero-based. Excel shows `index + 1`.
  package let index: Int
  /// In no array: one for each of a million rows would be made and thrown away.
  package let cells: UnsafeBufferPointer<Cell>
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

  /// The UTF-8 of a text or an error; no bytes for the other kinds. Valid as long as the row.
  package func utf8(of cell: Cell) -> UnsafeBufferPointer<UInt8> {
    guard let slice = cell.slice else { return UnsafeBufferPointer(start: nil, count: 0) }
    return (slice.isShared ? sharedTexts : rowTexts).bytes(of: slice)
  }

  /// The text of a text or an error; empty for the other kinds.
  package func text(of cell: Cell) -> String { String(decoding: utf8(of: cell), as: UTF8.self) }
}

/// What the receiver of a row wants next.
package enum Flow: Sendable { case proceed, stop }
