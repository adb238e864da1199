private import CPrefetch
private import Glibc

/// A place in one of the two arenas of a `Row`: the texts that the whole workbook shares, or
/// those of this row alone. Packed into eight bytes: 1 bit arena, 39 bits offset, 24 bits length.
struct TextSlice {
  static let longest = 0xFF_FFFF
  private static let sharedBit: UInt64 = 1 << 63

  let packed: UInt64

  init(packed: UInt64) { self.packed = packed }

  /// A text longer than `longest` bytes is cut; the readers refuse it before they come here.
  init(offset: Int, count: Int, shared: Bool) {
    packed =
      UInt64(UInt32(min(count, Self.longest))) | UInt64(truncatingIfNeeded: offset) << 24
      | (shared ? Self.sharedBit : 0)
  }

  var count: Int { Int(packed & 0xFF_FFFF) }
  var offset: Int { Int((packed & ~Self.sharedBit) >> 24) }
  var isShared: Bool { packed & Self.sharedBit != 0 }
}

/// Bytes of many texts, one after the other, as UTF-8.
///
/// In memory of its own, not in an array: tens of millions of cells look for their texts here, and
/// each look at an array in a class is registered with the runtime.
final class TextArena {
  private static let smallest = 256

  private var start: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  private(set) var count = 0
  private let isShared: Bool

  /// - Parameter shared: true for the texts of a whole workbook, false for those of a row.
  init(shared: Bool) { isShared = shared }

  deinit { free(start) }

  /// All of them. Valid until more is appended or something removed.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Forgets the texts and keeps the memory.
  func removeAll() { count = 0 }

  /// - Parameter text: valid UTF-8.
  func append(_ text: some Collection<UInt8>) -> TextSlice {
    let start = count
    appendPiece(text)
    return slice(from: start)
  }

  @inline(__always)
  func append(_ text: UnsafeBufferPointer<UInt8>) -> TextSlice {
    let start = count
    appendPiece(text)
    return slice(from: start)
  }

  /// For a text that arrives in pieces: note `count` first, append the pieces, then take the
  /// slice from there.
  @inline(__always)
  func appendPiece(_ piece: UnsafeBufferPointer<UInt8>) {
    appendPiece(atMost: piece.count) { room in
      if let source = piece.baseAddress { room.update(from: source, count: piece.count) }
      return piece.count
    }
  }

  func appendPiece(_ piece: some Collection<UInt8>) {
    let size = piece.count
    appendPiece(atMost: size) { room in
      UnsafeMutableBufferPointer(start: room, count: size).update(fromContentsOf: piece)
    }
  }

  func appendPiece(byte: UInt8) {
    appendPiece(atMost: 1) { room in
      room.pointee = byte
      return 1
    }
  }

  /// - Parameter fill: writes valid UTF-8 of at most `size` bytes, and tells of how many.
  @inline(__always)
  func appendPiece(atMost size: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) {
    if size > capacity - count { grow(by: size) }
    guard size > 0, let start else { return }
    count += min(fill(start + count), size)
  }

  @inline(__always)
  func slice(from start: Int) -> TextSlice {
    TextSlice(offset: start, count: count - start, shared: isShared)
  }

  /// Takes back everything from `start` on.
  func truncate(to start: Int) { count = min(start, count) }

  /// The bytes of a text. Valid until more is appended or something removed.
  @inline(__always)
  func bytes(of slice: TextSlice) -> UnsafeBufferPointer<UInt8> {
    // A slice of another arena finds nothing.
    guard let start, slice.offset <= count, slice.count <= count - slice.offset else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start + slice.offset, count: slice.count)
  }

  /// Has the first bytes of a text fetched, which somebody is likely to want soon. Without it the
  /// one who looks at a text of a million in no order waits for memory most of the time.
  @inline(__always)
  func prefetch(_ slice: TextSlice) {
    if let start { cprefetch(start + slice.offset) }
  }

  private func grow(by size: Int) {
    let wanted = max(Self.smallest, 2 * capacity, count + size)
    start = enlarge(start, used: count, to: wanted).assumingMemoryBound(to: UInt8.self)
    capacity = wanted
  }
}
