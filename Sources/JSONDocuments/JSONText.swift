extension [UInt8] {
  package mutating func append(jsonText text: String) {
    var text = text
    text.withUTF8 { append(jsonText: $0) }
  }

  /// A text in quotes, with what JSON wants escaped. [RFC 8259] 7
  /// - Parameter text: UTF-8.
  package mutating func append(jsonText text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    // Hardly any text holds what must be escaped.
    if text.contains(where: Self.mustBeEscaped) {
      for byte in text { append(escaped: byte) }
    } else {
      append(contentsOf: text)
    }
    append(UInt8(ascii: "\""))
  }

  private static func mustBeEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): append(contentsOf: "\\\\".utf8)
    case 0x0A: append(contentsOf: "\\n".utf8)
    case 0x0D: append(contentsOf: "\\r".utf8)
    case 0x09: append(contentsOf: "\\t".utf8)
    case 0..<0x20:
      append(contentsOf: "\\u00".utf8)
      append(Self.hexadecimal[Int(byte >> 4)])
      append(Self.hexadecimal[Int(byte & 15)])
    default: append(byte)
    }
  }

  private static let hexadecimal = [UInt8]("0123456789abcdef".utf8)
}
