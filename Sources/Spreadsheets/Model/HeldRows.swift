/// Rows of a sheet that are kept in memory, to be put in order and handed over later.
struct HeldRows {
  private struct Place {
    let index: Int
    let cells: Range<Int>
  }

  private let sharedTexts: TextArena
  private var texts = TextArena(shared: false)
  private var cells: [Cell] = []
  private var places: [Place] = []
  private var isAscending = true

  init(sharedTexts: TextArena) { self.sharedTexts = sharedTexts }

  /// What the rows take, in bytes.
  var size: Int {
    cells.count * MemoryLayout<Cell>.stride + places.count * MemoryLayout<Place>.stride
      + texts.count
  }

  /// The last row of all, if there is any.
  var lastIndex: Int? { places.last?.index }

  mutating func append(_ row: Row) {
    if let last = places.last, last.index >= row.index { isAscending = false }
    let start = cells.count
    for cell in row.cells {
      guard let slice = cell.slice, !slice.isShared else {
        cells.append(cell)
        continue
      }
      let copy = texts.append(row.rowTexts.bytes(of: slice))
      cells.append(
        cell.kind == .error
          ? .error(copy, column: cell.column)
          : .text(copy, column: cell.column))
    }
    places.append(Place(index: row.index, cells: start..<cells.count))
  }

  /// Puts the rows in order. Of a row that stands twice the cells are joined; of two cells in one
  /// place the last counts, as for the other readers.
  mutating func sort() {
    guard !isAscending else { return }
    let ordered = places.enumerated().sorted {
      ($0.element.index, $0.offset) < ($1.element.index, $1.offset)
    }
    var sorted = HeldRows(sharedTexts: sharedTexts)
    var joined: [Cell] = []
    for (position, (_, place)) in ordered.enumerated() {
      joined += cells[place.cells]
      let next = position + 1 < ordered.count ? ordered[position + 1].element.index : nil
      guard next != place.index else { continue }
      joined.lastOfEachColumn().withUnsafeBufferPointer { sorted.append(row(place.index, $0)) }
      joined.removeAll(keepingCapacity: true)
    }
    self = sorted
  }

  /// Hands the rows over, until the closure says stop.
  func deliver(to body: (Row) -> Flow) -> Flow {
    cells.withUnsafeBufferPointer { all in
      for place in places {
        let cells = UnsafeBufferPointer(rebasing: all[place.cells])
        if body(row(place.index, cells)) == .stop { return .stop }
      }
      return .proceed
    }
  }

  private func row(_ index: Int, _ cells: UnsafeBufferPointer<Cell>) -> Row {
    Row(index: index, cells: cells, sharedTexts: sharedTexts, rowTexts: texts)
  }
}
