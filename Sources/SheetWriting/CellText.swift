/// A text as the XML of a workbook must carry it.
///
/// Characters that XML cannot hold are written `_xHHHH_` (ISO/IEC 29500-1, 22.9.2.19, ST_Xstring),
/// and a text that already looks like that has its underscore written so. The library escapes some
/// of the first and none of the second, and ends a text at a NUL.
enum CellText {
  /// The most UTF-16 units that a cell holds.
  static let longest = 32_767

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSuspect) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      if isForbidden(scalar) || (scalar == "_" && isEscape(scalars, at: place)) {
        result.append(contentsOf: "_x\(hexadecimal(scalar.value))_".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A byte that may belong to something to be escaped. U+FFFE and U+FFFF begin with 0xEF.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "_") || byte == 0xEF
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    // Among them the carriage return: XML may hold it, and reads it back as a line feed.
    case 0...0x1F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// True for `_xHHHH_` from `place` on.
  private static func isEscape(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    guard place + 6 < scalars.count, scalars[place + 1] == "x", scalars[place + 6] == "_" else {
      return false
    }
    return scalars[place + 2...place + 5].allSatisfy { $0.properties.isASCIIHexDigit }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
