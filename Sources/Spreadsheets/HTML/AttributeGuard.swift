/// Blanks the attributes of a tag beyond the first hundred, which no page has.
///
/// libxml2 compares each attribute with all before it: a tag of some hundred thousand would take it
/// minutes. Other controls than white space become spaces, too: it takes a zero for the end of the
/// page.
struct AttributeGuard {
  private static let mostAttributes = 100

  private enum Place { case outside, tagStart, tag, value }

  private var place = Place.outside
  private var quote: UInt8 = 0
  private var previous: UInt8 = 0
  private var count = 0

  mutating func clean(_ piece: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes = Array(piece)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 && !(0x09...0x0D ~= byte) { bytes[index] = 0x20 }
      if place == .outside {
        if byte == UInt8(ascii: "<") { place = .tagStart }
      } else {
        let isBeyond = count > Self.mostAttributes
        take(byte)
        if isBeyond, byte != UInt8(ascii: ">") || place == .value {
          bytes[index] = 0x20
        }
      }
    }
    return bytes
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
