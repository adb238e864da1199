/// Hands over the rows of a sheet top down and each once, in whatever order they come.
///
/// No program writes rows that go back, but damaged and handmade sheets have them, and nothing
/// tells beforehand. So the first rows are held back: a small sheet wholly, a large one until
/// `heldSize`. Where one goes back among them all the rest is held too, and put in order at the
/// end.
struct RowOrder {
  /// Bytes of a sheet that may be held back while its rows ascend.
  static let heldSize = 8 << 20

  private let heldSize: Int
  private let part: String
  /// The first rows. They stay after they are handed over: whoever reads the sheet again wants
  /// them, and perhaps no more.
  private(set) var held: HeldRows
  /// Whether all rows are held, so far.
  private(set) var isWhole = true
  private var last = -1
  private var isAscending = true
  /// Whether rows are left out that somebody has had before.
  private var isSkipping = false
  /// Rows that stand again and again must not pile up.
  private var sizeToSort: Int

  /// - Parameters:
  ///   - part: the name that errors carry.
  ///   - first: the first rows, held by an earlier reading and handed over already.
  init(
    sharedTexts: TextArena, part: String, heldSize: Int = Self.heldSize,
    after first: HeldRows? = nil
  ) {
    self.heldSize = heldSize
    self.part = part
    held = first ?? HeldRows(sharedTexts: sharedTexts)
    sizeToSort = heldSize
    if let index = first?.lastIndex {
      last = index
      isWhole = false
      isSkipping = true
    }
  }

  /// - Throws: `.damaged(.rowOrder)` for a row that goes back where the one before is handed over.
  mutating func take(_ row: Row, _ body: (Row) -> Flow) throws(SpreadsheetError) -> Flow {
    if row.index <= last {
      if isSkipping { return .proceed }
      guard isWhole else { throw .damaged(.rowOrder, part: part) }
      isAscending = false
    }
    isSkipping = false
    last = row.index
    guard isWhole else { return body(row) }
    held.append(row)
    if isAscending, held.size > heldSize {
      isWhole = false
      return held.deliver(to: body)
    }
    if held.size > sizeToSort {
      held.sort()
      sizeToSort = max(heldSize, 2 * held.size)
    }
    return .proceed
  }

  /// Hands over what is held back, when no more rows come.
  mutating func finish(_ body: (Row) -> Flow) -> Flow {
    guard isWhole else { return .proceed }
    held.sort()
    return held.deliver(to: body)
  }
}
