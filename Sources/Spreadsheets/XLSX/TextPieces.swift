/// The text of one cell or shared string while it arrives in pieces, with the escapes of
/// SpreadsheetML resolved. White space stays as it is: every reader keeps it.
struct TextPieces {
  /// A character of at most three bytes may stand as the seven of `_x0041_`.
  private static let longestEscape = 7

  private(set) var bytes: [UInt8] = []
  private var runStart = 0
  private let limits: Limits
  private let part: String

  /// - Parameter part: the name that errors carry.
  init(limits: Limits, part: String) {
    self.limits = limits
    self.part = part
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    runStart = 0
  }

  /// - Throws: `.beyond(.textLength)` before the memory grows past any reason.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    bytes.append(contentsOf: piece)
    guard bytes.count / Self.longestEscape <= limits.textLength else {
      throw .beyond(.textLength(limits.textLength), part: part)
    }
  }

  /// Ends a run (`<t>` or `<v>`): an escape never reaches over its end.
  /// - Parameter isText: false for a number and the like, in which nothing is escaped.
  mutating func endRun(isText: Bool = true) throws(SpreadsheetError) {
    if isText, bytes[runStart...].contains(UInt8(ascii: "_")) { unescapeRun() }
    runStart = bytes.count
    try limits.checkText(bytes, part: part)
  }

  /// For a text that needs no pieces.
  func checkLength(of text: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    try limits.checkText(text, part: part)
  }

  /// `_x000D_` is a carriage return, `_x005F_` an underscore; characters beyond U+FFFF are two
  /// escapes. [ECMA-376] 22.9.2.19 ST_Xstring.
  private mutating func unescapeRun() {
    var read = runStart
    var write = runStart
    while read < bytes.count {
      guard let (scalar, length) = escape(at: read) else {
        bytes[write] = bytes[read]
        read += 1
        write += 1
        continue
      }
      // The bytes of a scalar are never more than those of its escape.
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        bytes[write] = byte
        write += 1
      }
      read += length
    }
    bytes.removeSubrange(write...)
  }

  /// The character that the escape here stands for, and how long the escape is. Half a pair
  /// stands for U+FFFD.
  private func escape(at position: Int) -> (Unicode.Scalar, Int)? {
    guard let unit = unit(at: position) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (scalar, Self.longestEscape) }
    if UTF16.isLeadSurrogate(unit), let trail = self.unit(at: position + Self.longestEscape),
      UTF16.isTrailSurrogate(trail)
    {
      let value = 0x1_0000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(trail) & 0x3FF
      if let scalar = Unicode.Scalar(value) { return (scalar, 2 * Self.longestEscape) }
    }
    return ("\u{FFFD}", Self.longestEscape)
  }

  private func unit(at position: Int) -> UInt16? {
    guard position + Self.longestEscape <= bytes.count, bytes[position] == UInt8(ascii: "_"),
      bytes[position + 1] == UInt8(ascii: "x"), bytes[position + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[position + 2..<position + 6] {
      guard let digit = hexDigit(byte) else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
