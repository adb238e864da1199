/// Refuses tags of too many attributes before libxml2 sees them: it compares each attribute of a
/// tag with all the others, and a tag of a hundred thousand takes it nine seconds.
///
/// A tag with that many attributes is long, so a look at one byte in a few hundred finds those
/// that are worth a closer one.
struct XMLTagGuard {
  /// A shorter tag has no room for more attributes than any limit allows.
  private static let shortTag = 512

  /// A tag of which the end has not been seen.
  private struct Tag {
    var length = 0
    var attributes = 0
    /// The quote that opened the value; 0 outside of values.
    var quote: UInt8 = 0
  }

  private let encoding: XMLEncoding
  private let limits: Limits
  private let part: String
  private var tag: Tag?
  /// The first byte of a UTF-16 unit that the end of a piece cut in two.
  private var half: UInt8?

  /// - Parameter part: the name that errors carry.
  init(encoding: XMLEncoding, limits: Limits, part: String) {
    self.encoding = encoding
    self.limits = limits
    self.part = part
  }

  /// Looks at the next piece of the part.
  /// - Throws: `.beyond(.xmlAttributes)` or `.beyond(.xmlTag)`.
  mutating func check(_ piece: UnsafeRawBufferPointer) throws(SpreadsheetError) {
    switch encoding {
    case .utf8, .ascii, .misnamed: try checkASCII(piece)
    case .utf16(let isBigEndian): try checkUTF16(piece, isBigEndian: isBigEndian)
    }
  }

  private mutating func checkASCII(_ piece: UnsafeRawBufferPointer) throws(SpreadsheetError) {
    var position = tag == nil ? 0 : try follow(piece, from: 0)
    /// Whether a tag begins right before the position.
    var isInTag = false
    while tag == nil, position < piece.count {
      let end = min(position + Self.shortTag, piece.count)
      if let last = Self.lastOpening(in: piece, position..<end) {
        // Those before the last one are short.
        position = last + 1
        isInTag = true
        if position < piece.count { continue }
      }
      if isInTag {
        // A long tag, or one that the piece cuts off.
        tag = Tag()
        position = try follow(piece, from: position)
        isInTag = false
      } else {
        position = end
      }
    }
  }

  private static func lastOpening(
    in piece: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> Int? {
    var index = range.upperBound
    while index > range.lowerBound {
      index -= 1
      if piece[index] == UInt8(ascii: "<") { return index }
    }
    return nil
  }

  private mutating func checkUTF16(
    _ piece: UnsafeRawBufferPointer, isBigEndian: Bool
  ) throws(SpreadsheetError) {
    for byte in piece {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let (high, low) = isBigEndian ? (first, byte) : (byte, first)
      // Any character beyond ASCII stands for a letter.
      let character = high == 0 ? low : UInt8(ascii: "x")
      if tag == nil {
        if character == UInt8(ascii: "<") { tag = Tag() }
      } else if try take(character) == .stop, character == UInt8(ascii: "<") {
        tag = Tag()
      }
    }
  }

  /// Goes on in the tag to its end or that of the piece.
  /// - Returns: where it ended; a `<` that ended it is left.
  private mutating func follow(
    _ piece: UnsafeRawBufferPointer, from start: Int
  ) throws(SpreadsheetError) -> Int {
    for index in start..<piece.count where try take(piece[index]) == .stop {
      return piece[index] == UInt8(ascii: "<") ? index : index + 1
    }
    return piece.count
  }

  /// - Returns: `.stop` when the tag ends with this character.
  private mutating func take(_ character: UInt8) throws(SpreadsheetError) -> Flow {
    guard var open = tag else { return .stop }
    switch (open.quote, character) {
    // An end tag, a comment, a CDATA section or an instruction has no attributes.
    case (0, UInt8(ascii: "/")) where open.length == 0,
      (0, UInt8(ascii: "!")) where open.length == 0,
      (0, UInt8(ascii: "?")) where open.length == 0, (0, UInt8(ascii: ">")),
      (_, UInt8(ascii: "<")):
      tag = nil
      return .stop
    case (0, UInt8(ascii: "\"")), (0, UInt8(ascii: "'")): open.quote = character
    case (0, UInt8(ascii: "=")): open.attributes += 1
    case (character, _): open.quote = 0
    default: break
    }
    open.length += 1
    tag = open
    guard open.attributes <= limits.xmlAttributes else {
      throw .beyond(.xmlAttributes(limits.xmlAttributes), part: part)
    }
    guard open.length <= limits.xmlTag else {
      throw .beyond(.xmlTag(limits.xmlTag), part: part)
    }
    return .proceed
  }
}
