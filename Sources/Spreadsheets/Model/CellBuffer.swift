/// The cells of the row that is being built.
///
/// Memory of its own, not an array: appending to one in a structure that is passed about costs four
/// times as much, and this is done for every cell there is.
final class CellBuffer {
  private var start: UnsafeMutablePointer<Cell>
  private var capacity = 64
  private(set) var count = 0

  init() { start = .allocate(capacity: capacity) }

  deinit { start.deallocate() }

  /// Valid until the next change.
  var cells: UnsafeBufferPointer<Cell> { UnsafeBufferPointer(start: start, count: count) }

  func removeAll() { count = 0 }

  @inline(__always)
  func append(_ cell: Cell) {
    if count == capacity { grow() }
    (start + count).initialize(to: cell)
    count += 1
  }

  /// Makes a text of a cell that is there.
  @inline(__always)
  func setText(_ slice: TextSlice, at place: Int) {
    start[place] = .text(slice, column: start[place].column)
  }

  /// Takes out a cell that is there.
  func remove(at place: Int) {
    count -= 1
    (start + place).update(from: start + place + 1, count: count - place)
  }

  /// Puts the cells in ascending order of columns; of those of one column only the last stays.
  func sort() {
    let sorted = cells.lastOfEachColumn()
    removeAll()
    for cell in sorted { append(cell) }
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Cell>.allocate(capacity: 2 * capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
    capacity *= 2
  }
}

extension Collection<Cell> {
  /// In ascending order of columns; of the cells of one column only the last.
  func lastOfEachColumn() -> [Cell] {
    let ordered = enumerated().sorted {
      ($0.element.column, $0.offset) < ($1.element.column, $1.offset)
    }
    var kept: [Cell] = []
    for (_, cell) in ordered {
      if kept.last?.column == cell.column { kept.removeLast() }
      kept.append(cell)
    }
    return kept
  }
}
