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
final class TextArena {
  private(set) var bytes: [UInt8] = []
  private let isShared: Bool

  /// - Parameter shared: true for the texts of a whole workbook, false for those of a row.
  init(shared: Bool) { isShared = shared }

  var count: Int { bytes.count }

  /// Forgets the texts and keeps the memory.
  func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// - Parameter text: valid UTF-8.
  func append(_ text: some Collection<UInt8>) -> TextSlice {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return slice(from: start)
  }

  func append(_ text: UnsafeBufferPointer<UInt8>) -> TextSlice {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return slice(from: start)
  }

  /// For a text that arrives in pieces: note `count` first, append the pieces, then take the
  /// slice from there.
  func appendPiece(_ piece: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: piece) }

  func appendPiece(_ piece: some Collection<UInt8>) { bytes.append(contentsOf: piece) }

  func appendPiece(byte: UInt8) { bytes.append(byte) }

  func slice(from start: Int) -> TextSlice {
    TextSlice(offset: start, count: bytes.count - start, shared: isShared)
  }

  /// Takes back everything from `start` on.
  func truncate(to start: Int) { bytes.removeSubrange(min(start, bytes.count)...) }

  func withBytes<Result>(
    of slice: TextSlice, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { all in
      let start = min(slice.offset, all.count)
      return body(UnsafeBufferPointer(rebasing: all[start..<min(start + slice.count, all.count)]))
    }
  }
}
