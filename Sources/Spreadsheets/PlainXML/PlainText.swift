/// The text between two tags as it stands in the file, known to be whole and well-formed XML.
struct PlainText {
  static var empty: PlainText {
    PlainText(bytes: UnsafeBufferPointer(start: nil, count: 0), traits: 0)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private let traits: UInt8

  /// - Parameter traits: those of all its bytes, as `PlainByte` has them.
  @inline(__always)
  init(bytes: UnsafeBufferPointer<UInt8>, traits: UInt8) {
    self.bytes = bytes
    self.traits = traits
  }

  /// Whether it holds references, which `pieces` resolves.
  @inline(__always)
  var hasReferences: Bool { traits & PlainByte.reference != 0 }

  /// Whether it may hold escapes such as `_x000D_`.
  @inline(__always)
  var hasUnderscores: Bool { traits & PlainByte.underscore != 0 }

  /// Whether it is what any XML parser takes for this text: valid UTF-8, only the five references
  /// that need no declaration, no `]]>`.
  @inline(__always)
  var isPlain: Bool {
    let questionable = PlainByte.reference | PlainByte.wide | PlainByte.bracket
    return traits & questionable == 0 || isPlainOnCloserLook
  }

  private var isPlainOnCloserLook: Bool {
    if traits & PlainByte.wide != 0, !bytes.isXMLText { return false }
    if traits & PlainByte.bracket != 0, holdsSectionEnd { return false }
    guard hasReferences else { return true }
    return forEachPiece { _ in } == .proceed
  }

  /// Goes through the text with its references resolved.
  /// - Returns: `.stop` at a reference that is none of the five.
  func forEachPiece<Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> Flow {
    var rest = bytes
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      try body(UnsafeBufferPointer(rebasing: rest[..<ampersand]))
      let from = UnsafeBufferPointer(rebasing: rest[ampersand...])
      guard let reference = Self.references.first(where: { from.starts(with: $0.name) }) else {
        return .stop
      }
      try withUnsafePointer(to: reference.character) { (character) throws(Failure) in
        try body(UnsafeBufferPointer(start: character, count: 1))
      }
      rest = UnsafeBufferPointer(rebasing: from[reference.name.count...])
    }
    try body(rest)
    return .proceed
  }

  private static let references: [(name: [UInt8], character: UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
    (Array("&apos;".utf8), UInt8(ascii: "'")),
  ]

  private var holdsSectionEnd: Bool {
    var brackets = 0
    for byte in bytes {
      if byte == UInt8(ascii: ">"), brackets >= 2 { return true }
      brackets = byte == UInt8(ascii: "]") ? brackets + 1 : 0
    }
    return false
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these bytes are valid UTF-8 of characters that XML knows: no surrogates, not U+FFFE
  /// and U+FFFF. Control characters are not looked for. [XML] 2.2, [Unicode] table 3-7.
  var isXMLText: Bool {
    var index = 0
    while index < count {
      let lead = self[index]
      index += 1
      if lead < 0x80 { continue }
      let second: ClosedRange<UInt8>
      let further: Int
      switch lead {
      case 0xC2...0xDF: (second, further) = (0x80...0xBF, 0)
      case 0xE0: (second, further) = (0xA0...0xBF, 1)
      case 0xED: (second, further) = (0x80...0x9F, 1)
      case 0xE1...0xEF: (second, further) = (0x80...0xBF, 1)
      case 0xF0: (second, further) = (0x90...0xBF, 2)
      case 0xF1...0xF3: (second, further) = (0x80...0xBF, 2)
      case 0xF4: (second, further) = (0x80...0x8F, 2)
      default: return false
      }
      guard count - index > further, second ~= self[index] else { return false }
      for offset in 1..<(1 + further) where self[index + offset] & 0xC0 != 0x80 { return false }
      if lead == 0xEF, self[index] == 0xBF, self[index + 1] >= 0xBE { return false }
      index += 1 + further
    }
    return true
  }
}
