private import CPrefetch
private import Glibc

/// Where the texts lie that the cells of a workbook share, by their numbers.
typealias TextTable = FlatTable<TextSlice>

/// A table that only grows, in memory of its own: a look at it for each of millions of cells is
/// neither registered nor counted, as one at an array in a class would be.
final class FlatTable<Element: BitwiseCopyable> {
  private static var smallest: Int { 64 }

  private var start: UnsafeMutablePointer<Element>?
  private var capacity = 0
  private(set) var count = 0

  init(_ elements: [Element] = []) {
    for element in elements { append(element) }
  }

  deinit { free(start) }

  func append(_ element: Element) {
    if count == capacity { grow() }
    guard let start else { return }
    (start + count).initialize(to: element)
    count += 1
  }

  /// Nil for what is not there.
  @inline(__always)
  subscript(index: Int) -> Element? {
    guard let start, UInt(bitPattern: index) < UInt(bitPattern: count) else { return nil }
    return start[index]
  }

  /// Has an element fetched that is looked at a while later. With a million of them nearly every
  /// look goes to another place of memory, and only what was asked for before is at hand.
  @inline(__always)
  func prefetch(_ index: Int) {
    if let start { cprefetch(start + index) }
  }

  private func grow() {
    let larger = max(Self.smallest, 2 * capacity)
    let stride = MemoryLayout<Element>.stride
    start = enlarge(start, used: count * stride, to: larger * stride)
      .assumingMemoryBound(to: Element.self)
    capacity = larger
  }
}
