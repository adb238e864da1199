/// Cells of a row whose shared texts are still to be looked up: which text, and where the cell stands
/// among those of the row. As few as there is time to fetch.
final class AwaitedTexts {
  private static let capacity = 64

  private let start: UnsafeMutablePointer<(index: Int, place: Int)>
  private var count = 0

  init() { start = .allocate(capacity: Self.capacity) }

  deinit { start.deallocate() }

  var isFull: Bool { count == Self.capacity }

  func removeAll() { count = 0 }

  /// Only when it is not full.
  @inline(__always)
  func append(_ index: Int, at place: Int) {
    (start + count).initialize(to: (index, place))
    count += 1
  }

  @inline(__always)
  func removeLast() -> (index: Int, place: Int)? {
    guard count > 0 else { return nil }
    count -= 1
    return start[count]
  }
}
