extension [UInt8] {
  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends a text as it may stand between tags and in an attribute.
  ///
  /// What neither HTML nor XML allows, or would turn the direction of what follows, stands as
  /// U+FFFD.
  mutating func append(escaping text: String) {
    // Nearly every text has nothing to escape.
    if text.utf8.allSatisfy(\.isPlain) { return append(contentsOf: text.utf8) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"": append("&quot;")
      default: append(contentsOf: String(Character(scalar.isAllowed ? scalar : "\u{FFFD}")).utf8)
      }
    }
  }
}

extension UInt8 {
  /// ASCII that means itself everywhere.
  fileprivate var isPlain: Bool {
    switch self {
    case 0x20...0x7E: self != 0x22 && self != 0x26 && self != 0x3C && self != 0x3E
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isAllowed: Bool {
    switch value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F...0x9F: false
    // Marks, embeddings, overrides and isolates of direction; separators of lines and paragraphs.
    case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: false
    // No characters at all.
    case 0xFDD0...0xFDEF: false
    default: value & 0xFFFE != 0xFFFE
    }
  }
}
