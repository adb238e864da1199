/// One record: a number, and up to 65,535 bytes.
struct Record {
  let number: UInt16
  let body: ByteView
  /// Where the next record begins.
  let end: Int
}

/// Walks a stream record by record, nested substreams and all.
struct RecordCursor {
  let stream: ByteView
  /// Never outside the stream.
  private(set) var position: Int

  init(_ stream: ByteView, at position: Int) {
    self.stream = stream
    self.position = stream.holds(0, at: position) ? position : stream.count
  }

  /// Whether the last record ended where the stream does.
  var isAtEnd: Bool { position == stream.count }

  /// The next record; nil when the stream ends before or inside it.
  @inline(__always)
  mutating func next() -> Record? {
    // Nothing here can be negative, because the position is inside the stream.
    let left = stream.count &- position
    guard left >= 4 else { return nil }
    let header = stream.uint32(at: position)
    let length = Int(header >> 16)
    guard length <= left &- 4 else { return nil }
    let record = Record(
      number: UInt16(truncatingIfNeeded: header),
      body: stream.uncheckedPart(position &+ 4, count: length), end: position &+ 4 &+ length)
    position = record.end
    return record
  }
}

/// The records between a BOF and its EOF. Substreams in between are passed over: the chart that
/// lies in a sheet has cells of its own, and they are not the sheet's.
struct Substream {
  private var cursor: RecordCursor
  private let part: String
  private let isFollowed: Bool
  /// Whether a substream inside this one was passed over: then a missing EOF may be its own.
  private var hasInner = false
  /// What the BOF says; nil when it says nothing that is known.
  let begin: BeginOfFile?

  /// - Parameter isFollowed: whether another substream begins where the stream ends, which then
  ///   ends this one like an EOF; some programs write none.
  /// - Throws: `.damaged(.truncated)` when the stream ends before `position`,
  ///   `.damaged(.structure)` when no BOF is there.
  init(
    _ stream: ByteView, at position: Int, isFollowed: Bool = false, part: String
  ) throws(SpreadsheetError) {
    cursor = RecordCursor(stream, at: position)
    self.isFollowed = isFollowed
    self.part = part
    guard let record = cursor.next() else { throw .damaged(.truncated, part: part) }
    guard BeginOfFile.isBeginOfFile(record.number) else { throw .damaged(.structure, part: part) }
    begin = BeginOfFile(record)
  }

  /// The next record; nil at the EOF.
  /// - Throws: `.damaged(.truncated)` when the stream ends before the EOF: whatever stood in the
  ///   missing part would be lost in silence.
  @inline(__always)
  mutating func next() throws(SpreadsheetError) -> Record? {
    var depth = 0
    while let record = cursor.next() {
      // One look for most records, of which each sheet has a million.
      if !RecordNumber.mayBeOfFrame(record.number) {
        if depth == 0 { return record }
      } else if record.number == RecordNumber.endOfFile {
        if depth == 0 { return nil }
        depth -= 1
      } else if BeginOfFile.isBeginOfFile(record.number) {
        depth += 1
        hasInner = true
      } else if depth == 0 {
        return record
      }
    }
    if isFollowed, !hasInner, cursor.isAtEnd { return nil }
    throw .damaged(.truncated, part: part)
  }
}
