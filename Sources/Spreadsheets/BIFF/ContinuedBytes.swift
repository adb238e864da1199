/// The bytes of a record and of the Continue records behind it, read as one. [MS-XLS] 2.4.58
///
/// A text may be cut anywhere between two of its characters; the part in the next record then
/// begins with a flags byte of its own. Everything else is cut without ado.
struct ContinuedBytes {
  private var segment: ByteView
  private var position: Int
  private var following: RecordCursor

  /// Begins at `offset` of the body of a record of `stream`.
  init(_ record: Record, from offset: Int, in stream: ByteView) {
    segment = record.body
    position = min(offset, record.body.count)
    following = RecordCursor(stream, at: record.end)
  }

  mutating func uint8() -> UInt8? {
    while position >= segment.count {
      guard advance() else { return nil }
    }
    defer { position += 1 }
    return segment.uint8(at: position)
  }

  mutating func uint16() -> UInt16? {
    if segment.holds(2, at: position) {
      defer { position += 2 }
      return segment.uint16(at: position)
    }
    guard let low = uint8(), let high = uint8() else { return nil }
    return UInt16(high) << 8 | UInt16(low)
  }

  mutating func uint32() -> UInt32? {
    guard let low = uint16(), let high = uint16() else { return nil }
    return UInt32(high) << 16 | UInt32(low)
  }

  /// False when the bytes end first.
  mutating func skip(_ count: Int) -> Bool {
    var left = count
    while left > segment.count - position {
      left -= segment.count - position
      guard advance() else { return false }
    }
    position += left
    return true
  }

  /// Appends a Unicode text, of which count and flags are already read.
  /// - Parameters:
  ///   - count: UTF-16 units.
  ///   - flags: bit 0 tells two bytes a unit from one.
  /// - Returns: false when the bytes end first; what was there has been appended.
  mutating func appendUnicode(count: Int, flags: UInt8, to arena: TextArena) -> Bool {
    var transcoder = UTF16Transcoder()
    defer { transcoder.finish(in: arena) }
    var isWide = flags & 1 != 0
    var left = count
    while true {
      let width = isWide ? 2 : 1
      let taken = min(left, (segment.count - position) / width)
      let piece = segment.slice(position, count: taken * width)
      if isWide {
        transcoder.append(units: piece, to: arena)
      } else {
        transcoder.append(compressed: piece, to: arena)
      }
      position += piece.count
      left -= taken
      guard left > 0 else { return true }
      // Half a unit left over at the cut is dropped, as Excel and its readers do.
      guard advance(), let flags = uint8() else { return false }
      isWide = flags & 1 != 0
    }
  }

  /// Appends a text of `count` bytes of a code page, or what there is of it.
  mutating func appendBytes(count: Int, in page: CodePage, to arena: TextArena) {
    if segment.holds(count, at: position) {
      page.append(segment.slice(position, count: count), to: arena)
      position += count
      return
    }
    // A character may be cut in two: the pieces have to be joined first.
    var bytes: [UInt8] = []
    while bytes.count < count {
      let piece = segment.slice(position, count: count - bytes.count)
      bytes.append(contentsOf: piece.buffer)
      position += piece.count
      guard bytes.count < count, advance() else { break }
    }
    bytes.withView { page.append($0, to: arena) }
  }

  /// Goes on to the next Continue record.
  private mutating func advance() -> Bool {
    var cursor = following
    guard let record = cursor.next(), record.number == RecordNumber.continue else { return false }
    following = cursor
    segment = record.body
    position = 0
    return true
  }
}
