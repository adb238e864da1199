/// Takes a text apart into records and fields. [RFC 4180], with any separator and line end.
///
/// A field in quotes may hold separators, line breaks and doubled quotes; what stands behind its
/// closing quote belongs to it. A quote inside an unquoted field is a character like others.
struct FieldParser {
  enum Event {
    /// A piece of the value of the current field, never empty.
    case text(UnsafeBufferPointer<UInt8>)
    /// A zero, which no text holds.
    case zero
    /// The separator ends the current field.
    case endOfField
    /// The record ends, and its last field with it.
    case endOfRecord
  }

  private enum State { case startOfField, plain, quoted, quoteInQuoted }

  let separator: FieldSeparator
  /// The line of the text that was reached, from 1.
  private(set) var line: Int
  /// The line in which the current record began; once parsing is stopped at its end, still that.
  private(set) var recordLine: Int
  /// The line in which the last quote opened.
  private(set) var quoteLine = 0
  private var state = State.startOfField
  private var followsReturn = false

  /// - Parameter line: the number of the first line.
  init(separator: FieldSeparator, line: Int = 1) {
    self.separator = separator
    self.line = line
    recordLine = line
  }

  /// Whether the text so far ends inside quotes.
  var isInQuotes: Bool { state == .quoted }

  /// - Parameter body: returns false to have no more events.
  @inline(__always)
  mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Event) -> Bool) {
    var position = 0
    while position < bytes.count {
      let start = position
      if state == .quoted {
        while position < bytes.count, bytes[position] != 0x22, bytes[position] != 0 {
          countLine(bytes[position])
          position += 1
        }
      } else {
        while position < bytes.count, isPlain(bytes[position]) { position += 1 }
      }
      if position > start {
        if state != .quoted {
          state = .plain
          followsReturn = false
        }
        let text = UnsafeBufferPointer(rebasing: bytes[start..<position])
        guard body(.text(text)) else { return }
      }
      if position < bytes.count {
        guard take(bytes, at: position, body) else { return }
        position += 1
      }
    }
  }

  @inline(__always)
  private func isPlain(_ byte: UInt8) -> Bool {
    byte != separator.byte && byte != 0x0A && byte != 0x0D && byte != 0x22 && byte != 0
  }

  /// Takes a byte that may mean something.
  /// - Returns: what `body` returned.
  @inline(__always)
  private mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, _ body: (Event) -> Bool
  ) -> Bool {
    let byte = bytes[position]
    if byte == 0 { return body(.zero) }
    switch state {
    case .quoted:
      // Only a quote ends the text of this state.
      state = .quoteInQuoted
      followsReturn = false
      return true
    case .startOfField where byte == 0x22:
      state = .quoted
      quoteLine = line
      followsReturn = false
      return true
    case .quoteInQuoted where byte == 0x22: state = .quoted
    case .startOfField, .plain, .quoteInQuoted:
      if byte == 0x0A || byte == 0x0D {
        let endsReturn = followsReturn && byte == 0x0A
        countLine(byte)
        // The second half of a line end that was already told.
        if endsReturn { return true }
        state = .startOfField
        guard body(.endOfRecord) else { return false }
        recordLine = self.line
        return true
      }
      followsReturn = false
      if byte == separator.byte {
        state = .startOfField
        return body(.endOfField)
      }
      state = .plain
    }
    // A quote that is a character.
    return body(.text(UnsafeBufferPointer(rebasing: bytes[position...position])))
  }

  @inline(__always)
  private mutating func countLine(_ byte: UInt8) {
    if byte == 0x0D || byte == 0x0A && !followsReturn { line += 1 }
    followsReturn = byte == 0x0D
  }
}
