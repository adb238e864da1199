/// How the bytes of an XML part stand for characters, as far as finding its tags goes.
///
/// A part of a workbook is in UTF-8 or UTF-16 ([ECMA-376] Part 2, 6.2.5), and some programs write
/// others in which a byte below 0x80 is ASCII. The rest is refused: libxml2 would decode it, and
/// tags in it could not be told.
enum XMLEncoding {
  case utf8
  /// Another in which a byte below 0x80 is ASCII.
  case ascii
  /// UTF-8 that calls itself UTF-16, which its being readable in single bytes disproves. Programs
  /// that first write XML into a string and then the string into a file make such parts.
  case misnamed
  case utf16(isBigEndian: Bool)

  /// Whether libxml2 takes the bytes as they are.
  var isUTF8: Bool {
    switch self {
    case .utf8, .misnamed: true
    case .ascii, .utf16: false
    }
  }

  /// Bytes in which the XML declaration must end.
  static let headSize = 256

  /// Nil for an encoding that is refused.
  /// - Parameter head: the first bytes of the part, `headSize` of them or all.
  init?(head: [UInt8]) {
    var text = head[...]
    if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0x00, 0x3C, 0x00, 0x3F]) {
      self = .utf16(isBigEndian: true)
      text = text.drop { $0 >= 0xFE }.filter { $0 != 0 }[...]
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0x00, 0x3F, 0x00]) {
      self = .utf16(isBigEndian: false)
      text = text.drop { $0 >= 0xFE }.filter { $0 != 0 }[...]
    } else {
      self = .utf8
      if head.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
      // EBCDIC and the four-byte encodings give themselves away at once.
      guard text.prefix(4).allSatisfy({ $0 != 0 && $0 != 0x4C }) else { return nil }
    }
    guard text.starts(with: "<?xml".utf8) else { return }
    let words = String(decoding: text, as: UTF8.self).lowercased()
    guard let end = words.firstRange(of: "?>") else { return nil }
    for declaration in words[..<end.lowerBound].split(separator: "encoding").dropFirst() {
      let name = declaration.drop { " \t\r\n='\"".contains($0) }.prefix { !"'\"".contains($0) }
      if case .utf8 = self, name.hasPrefix("utf-16") {
        self = .misnamed
      } else if !fits(name) {
        return nil
      } else if case .utf8 = self, name != "utf-8", name != "utf8" {
        self = .ascii
      }
    }
  }

  /// - Parameter name: as the declaration has it, in lower case.
  private func fits(_ name: Substring) -> Bool {
    switch self {
    case .utf16: ["utf-16", "utf-8"].contains(name)
    case .misnamed: false
    case .utf8, .ascii:
      ["utf-8", "utf8", "us-ascii", "ascii", "latin1", "iso-8859-", "windows-125", "cp125"]
        .contains(where: name.hasPrefix)
    }
  }
}
