/// Takes a text apart into records and fields. [RFC 4180], with any separator and line end.
///
/// A field in quotes may hold separators, line breaks and doubled quotes; what stands behind its
/// closing quote belongs to it. A quote inside an unquoted field is a character like others.
struct FieldParser {
  enum Event {
    /// One byte of the value of the current field.
    case byte(UInt8)
    case endOfField
    /// The last field of a record has ended, too.
    case endOfRecord
  }

  private enum State { case startOfField, plain, quoted, quoteInQuoted }

  let separator: FieldSeparator
  private var state = State.startOfField
  private var followsReturn = false

  init(separator: FieldSeparator) { self.separator = separator }

  /// Whether the text ended inside quotes.
  var isInQuotes: Bool { state == .quoted }

  /// - Parameter body: returns false to have no more events.
  mutating func parse(_ bytes: some Sequence<UInt8>, _ body: (Event) -> Bool) {
    for byte in bytes {
      guard take(byte, body) else { return }
    }
  }

  /// Takes one byte.
  /// - Returns: what `body` returned.
  @inline(__always)
  private mutating func take(_ byte: UInt8, _ body: (Event) -> Bool) -> Bool {
    let endsReturn = followsReturn
    followsReturn = false
    if state == .quoted {
      if byte == 0x22 {
        state = .quoteInQuoted
        return true
      }
      return body(.byte(byte))
    }
    switch byte {
    case 0x22 where state == .startOfField:
      state = .quoted
      return true
    case 0x22 where state == .quoteInQuoted:
      state = .quoted
      return body(.byte(byte))
    case separator.rawValue:
      state = .startOfField
      return body(.endOfField)
    // The second half of a line end that was already told.
    case 0x0A where endsReturn: return true
    case 0x0A, 0x0D:
      followsReturn = byte == 0x0D
      state = .startOfField
      return body(.endOfField) && body(.endOfRecord)
    default:
      state = .plain
      return body(.byte(byte))
    }
  }
}
