/// Hands over the rows of a sheet top down and each once, in whatever order they come.
///
/// No program writes rows that go back, but damaged and handmade sheets have them, and nothing
/// tells beforehand. So the first rows are held back: a small sheet wholly, a large one until
/// `heldSize`. Where one goes back among them all the rest is held too, and put in order at the
/// end.
struct RowOrder {
  /// Bytes of a sheet that may be held back while its rows ascend.
  static let heldSize = 16 << 20

  private let sharedTexts: TextArena
  private let heldSize: Int
  private let part: String
  private var held: HeldRows
  private var last = -1
  private var isReleased = false
  private var isAscending = true
  /// Rows that stand again and again must not pile up.
  private var sizeToSort: Int

  /// - Parameter part: the name that errors carry.
  init(sharedTexts: TextArena, part: String, heldSize: Int = Self.heldSize) {
    self.sharedTexts = sharedTexts
    self.heldSize = heldSize
    self.part = part
    held = HeldRows(sharedTexts: sharedTexts)
    sizeToSort = heldSize
  }

  /// - Throws: `.damaged(.rowOrder)` for a row that goes back where the one before is handed over.
  mutating func take(_ row: Row, _ body: (Row) -> Flow) throws(SpreadsheetError) -> Flow {
    if row.index <= last {
      guard !isReleased else { throw .damaged(.rowOrder, part: part) }
      isAscending = false
    }
    last = row.index
    if isReleased { return body(row) }
    held.append(row)
    if isAscending, held.size > heldSize {
      isReleased = true
      let rows = held
      held = HeldRows(sharedTexts: sharedTexts)
      return rows.deliver(to: body)
    }
    if held.size > sizeToSort {
      held.sort()
      sizeToSort = max(heldSize, 2 * held.size)
    }
    return .proceed
  }

  /// Hands over what is held, when no more rows come.
  mutating func finish(_ body: (Row) -> Flow) -> Flow {
    held.sort()
    return held.deliver(to: body)
  }

  /// The rows of the whole sheet, when all of them were held.
  var wholeSheet: HeldRows? { isReleased ? nil : held }
}
