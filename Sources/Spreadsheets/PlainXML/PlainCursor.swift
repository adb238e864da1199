/// A place in XML of the plain form that programs write: markup of ASCII, attributes in double
/// quotes, texts without anything that needs a parser to tell what it means.
///
/// Each step either takes what it is asked for or says that it is not there, and never judges: what
/// is not plain may still be good XML, and then libxml2 says what it means. The bytes end with
/// zeros, which are part of nothing plain, so no step goes beyond the first.
struct PlainCursor {
  /// How many zeros there are at the end, so that even there eight bytes can be looked at.
  static let padding = PlainWord.size
  /// Longer values make no sense in the tags that are scanned.
  private static let longestValue = 1024

  private(set) var position: UnsafePointer<UInt8>
  /// At hand, because a look at a global one costs as much as the byte.
  private let traits = PlainByte.table

  /// - Parameter bytes: padded with zeros, and valid as long as the cursor and all it hands out.
  init(_ bytes: UnsafePointer<UInt8>) { position = bytes }

  /// Takes exactly these bytes, which hold no zero.
  @inline(__always)
  mutating func take(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    for index in 0..<count where position[index] != literal.utf8Start[index] { return false }
    position += count
    return true
  }

  @inline(__always)
  mutating func take(_ literal: PlainLiteral) -> Bool {
    guard word.bits & literal.mask == literal.bits else { return false }
    position += literal.count
    return true
  }

  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard position.pointee == byte else { return false }
    position += 1
    return true
  }

  /// Goes past the white space between two tags.
  @inline(__always)
  mutating func skipSpace() { while PlainByte.isSpace(position.pointee) { position += 1 } }

  /// As `skipSpace`, where there is some.
  mutating func takeSpace() -> Bool {
    let start = position
    skipSpace()
    return position != start
  }

  /// Goes past bytes that are not the zero at the end.
  @inline(__always)
  mutating func advance(by count: Int = 1) { position += count }

  /// Takes an attribute, `name="value"`; nil when it is not plain.
  @inline(__always)
  mutating func attribute() -> PlainAttribute? {
    let name = position
    while traits[Int(position.pointee)] & PlainByte.name != 0 { position += 1 }
    let nameEnd = position
    guard nameEnd > name, take(UInt8(ascii: "=")), take(UInt8(ascii: "\"")) else { return nil }
    let value = position
    while traits[Int(position.pointee)] & PlainByte.value != 0 { position += 1 }
    let count = position - value
    guard count <= Self.longestValue, take(UInt8(ascii: "\"")) else { return nil }
    return PlainAttribute(
      name: UnsafeBufferPointer(start: name, count: nameEnd - name),
      value: UnsafeBufferPointer(start: value, count: count))
  }

  /// Takes the text up to the next tag; nil when it is not plain.
  @inline(__always)
  mutating func text() -> PlainText? {
    let start = position
    var all: UInt8 = 0
    while true {
      let count = word.firstNoteworthy
      position += count
      guard count < PlainWord.size else { continue }
      // Characters beyond ASCII have two bytes or more.
      var byte = traits[Int(position.pointee)]
      repeat {
        all |= byte
        if byte & PlainByte.endsText != 0 { break }
        position += 1
        byte = traits[Int(position.pointee)]
      } while byte & PlainByte.wide != 0
      if byte & PlainByte.endsText != 0 { break }
    }
    guard position.pointee == UInt8(ascii: "<") else { return nil }
    let text = PlainText(
      bytes: UnsafeBufferPointer(start: start, count: position - start), traits: all)
    return text.isPlain ? text : nil
  }
}

/// An attribute as it stands, its value without the quotes.
struct PlainAttribute {
  let name: UnsafeBufferPointer<UInt8>
  let value: UnsafeBufferPointer<UInt8>
}

/// What a byte may be in plain XML, from a table: one look for each byte of a file.
enum PlainByte {
  /// No more of a text: `<`, or what is not plain in it.
  static let endsText: UInt8 = 1
  /// An `&` begins a reference.
  static let reference: UInt8 = 2
  /// An underscore may begin an escape of SpreadsheetML.
  static let underscore: UInt8 = 4
  /// Part of a character beyond ASCII.
  static let wide: UInt8 = 8
  /// `]` may begin `]]>`, which no text may hold.
  static let bracket: UInt8 = 16
  /// Part of a name.
  static let name: UInt8 = 32
  /// Part of the value of an attribute.
  static let value: UInt8 = 64

  /// A carriage return is none: line ends are libxml2's to fold.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  /// Never freed, as a constant of the program.
  nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max { table[Int(byte)] = traits(computedFor: byte) }
    return UnsafePointer(table)
  }()

  private static func traits(computedFor byte: UInt8) -> UInt8 {
    var traits: UInt8 = 0
    switch byte {
    case UInt8(ascii: "<"): traits |= endsText
    case UInt8(ascii: "&"): traits |= reference
    case UInt8(ascii: "_"): traits |= underscore
    case UInt8(ascii: "]"): traits |= bracket
    case 0x80...: traits |= wide
    case 0x20..., 0x09, 0x0A: break
    default: traits |= endsText
    }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"):
      traits |= name
    default: break
    }
    if 0x20..<0x7F ~= byte, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&"),
      byte != UInt8(ascii: "\"")
    {
      traits |= value
    }
    return traits
  }
}
