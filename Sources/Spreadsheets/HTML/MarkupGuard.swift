/// Blanks what no page has and libxml2 takes long for: the attributes of a tag beyond the first
/// hundred, and the references of a text beyond as many as a cell may have characters.
///
/// libxml2 compares each attribute with all before it: a tag of some hundred thousand would take it
/// minutes. It keeps a text until its end and then says of each bad reference what is wrong with it,
/// though nobody listens. Controls other than white space are left out, as browsers leave out a
/// zero: libxml2 takes one for the end of the page.
struct MarkupGuard {
  private static let mostAttributes = 100

  private enum Place { case outside, tagStart, tag, value }

  private var place = Place.outside
  private var quote: UInt8 = 0
  private var previous: UInt8 = 0
  private var count = 0
  /// References that the text may still have.
  private var referencesLeft: Int
  private let mostReferences: Int

  /// - Parameter textLength: of more characters a cell is refused; those blanked are beyond it.
  init(textLength: Int) {
    mostReferences = textLength
    referencesLeft = textLength
  }

  mutating func clean(_ piece: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: piece.count) { bytes, kept in
      for byte in piece where byte >= 0x20 || 0x09...0x0D ~= byte {
        bytes[kept] = cleaned(byte)
        kept += 1
      }
    }
  }

  @inline(__always)
  private mutating func cleaned(_ byte: UInt8) -> UInt8 {
    if place == .outside {
      if byte == UInt8(ascii: "<") {
        place = .tagStart
        referencesLeft = mostReferences
      } else if byte == UInt8(ascii: "&") {
        // One more than the limit, so that the text goes beyond it.
        guard referencesLeft >= 0 else { return 0x20 }
        referencesLeft -= 1
      }
      return byte
    }
    let isBeyond = count > Self.mostAttributes
    take(byte)
    return isBeyond && (byte != UInt8(ascii: ">") || place == .value) ? 0x20 : byte
  }

  private mutating func take(_ byte: UInt8) {
    let isSpace = byte <= 0x20
    switch place {
    case .outside: break
    case .tagStart:
      // Comments, end tags and a bare `<` have no attributes.
      let isName = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
      if byte != UInt8(ascii: "<") { place = isName ? .tag : .outside }
      count = 0
    case .tag:
      if byte == UInt8(ascii: ">") {
        place = .outside
        count = 0
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        previous == UInt8(ascii: "=")
      {
        place = .value
        quote = byte
      } else if !isSpace, previous <= 0x20 {
        count += 1
      }
    case .value:
      if byte == quote {
        // The next attribute may follow without a space.
        place = .tag
        count += 1
      }
    }
    if !isSpace || previous != UInt8(ascii: "=") { previous = byte }
  }
}
