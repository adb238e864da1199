private import CPrefetch
private import Glibc

/// Where the texts lie that the cells of a workbook share, by their numbers.
///
/// In memory of its own, as the texts are: with a million of them nearly every look goes to another
/// place, and only what was asked for a while before is at hand.
final class TextTable {
  private static let smallest = 64

  private var slices: UnsafeMutableBufferPointer<TextSlice>
  private(set) var count = 0

  init() { slices = .init(start: nil, count: 0) }

  deinit { free(slices.baseAddress) }

  func append(_ slice: TextSlice) {
    if count == slices.count { grow() }
    slices.initializeElement(at: count, to: slice)
    count += 1
  }

  /// - Parameter index: below `count`.
  @inline(__always)
  subscript(index: Int) -> TextSlice { slices[index] }

  @inline(__always)
  func prefetch(_ index: Int) {
    if let start = slices.baseAddress { cprefetch(start + index) }
  }

  private func grow() {
    let capacity = max(Self.smallest, 2 * slices.count)
    let stride = MemoryLayout<TextSlice>.stride
    let larger = enlarge(slices.baseAddress, used: count * stride, to: capacity * stride)
    slices = .init(start: larger.assumingMemoryBound(to: TextSlice.self), count: capacity)
  }
}
