/// Finds the values of a JSON text, and whether it is one.
struct JSONScan {
  /// Deeper ones are refused: each level takes some of the stack.
  private static let deepest = 500

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private var nodes: [JSONTape.Node] = []
  private var depth = 0

  /// - Parameter bytes: UTF-8.
  /// - Returns: nil when they are no JSON text.
  static func nodes(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> [JSONTape.Node]? {
    var scan = JSONScan(bytes: bytes, position: start)
    // An estimate, so that a large text is not copied again and again.
    scan.nodes.reserveCapacity(bytes.count / 16)
    guard scan.value() else { return nil }
    scan.skipSpace()
    return scan.position == bytes.count ? scan.nodes : nil
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The next byte; 0, which stands nowhere in a text, at the end.
  private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    position += 1
    return true
  }

  private mutating func value() -> Bool {
    skipSpace()
    switch byte {
    case UInt8(ascii: "\""): return text()
    case UInt8(ascii: "{"): return members()
    case UInt8(ascii: "["): return elements()
    case UInt8(ascii: "t"): return word("true", .yes)
    case UInt8(ascii: "f"): return word("false", .no)
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func append(_ kind: JSONTape.Kind, from start: Int, to end: Int) {
    nodes.append(
      JSONTape.Node(
        kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1)))
  }

  private mutating func word(_ word: StaticString, _ kind: JSONTape.Kind) -> Bool {
    let start = position
    for offset in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[offset]) { return false }
    append(kind, from: start, to: position)
    return true
  }

  private mutating func elements() -> Bool {
    enclosed(.array, UInt8(ascii: "]")) { $0.value() }
  }

  private mutating func members() -> Bool {
    enclosed(.object, UInt8(ascii: "}")) {
      $0.skipSpace()
      guard $0.text() else { return false }
      $0.skipSpace()
      return $0.take(UInt8(ascii: ":")) && $0.value()
    }
  }

  private mutating func enclosed(
    _ kind: JSONTape.Kind, _ close: UInt8, _ part: (inout JSONScan) -> Bool
  ) -> Bool {
    guard depth < Self.deepest else { return false }
    depth += 1
    let node = nodes.count
    append(kind, from: position, to: position)
    position += 1
    skipSpace()
    while !take(close) {
      guard part(&self) else { return false }
      skipSpace()
      // A comma behind the last one, as people leave it in a configuration, is borne.
      if !take(UInt8(ascii: ",")) {
        guard take(close) else { return false }
        break
      }
      skipSpace()
    }
    nodes[node].end = UInt32(position)
    nodes[node].next = UInt32(nodes.count)
    depth -= 1
    return true
  }

  private mutating func text() -> Bool {
    guard take(UInt8(ascii: "\"")) else { return false }
    let start = position
    var kind = JSONTape.Kind.text
    while byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { return false }
      if byte == UInt8(ascii: "\\") {
        kind = .escapedText
        guard escape() else { return false }
      } else {
        position += 1
      }
    }
    append(kind, from: start, to: position)
    position += 1
    return true
  }

  private mutating func escape() -> Bool {
    position += 1
    if Self.character(of: byte) != nil {
      position += 1
      return true
    }
    guard let unit = unit(), !UTF16.isTrailSurrogate(unit) else { return false }
    guard UTF16.isLeadSurrogate(unit) else { return true }
    // A character beyond U+FFFF is two escapes; half of one is none.
    guard take(UInt8(ascii: "\\")), let trail = self.unit() else { return false }
    return UTF16.isTrailSurrogate(trail)
  }

  /// `u00e9`.
  private mutating func unit() -> UInt16? {
    guard take(UInt8(ascii: "u")) else { return nil }
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Self.hexDigit(byte) else { return nil }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  private mutating func number() -> Bool {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) {
      guard digits() else { return false }
    }
    if take(UInt8(ascii: ".")) {
      guard digits() else { return false }
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard digits() else { return false }
    }
    append(.number, from: start, to: position)
    return true
  }

  private mutating func digits() -> Bool {
    let start = position
    while UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
    return position > start
  }

  /// What a letter behind a backslash stands for; nil for `u` and what stands for nothing.
  static func character(of escape: UInt8) -> UInt8? {
    switch escape {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): escape
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
