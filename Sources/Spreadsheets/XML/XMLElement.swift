/// The name of an element or attribute without its prefix, in the memory of the parser. Compared
/// by its bytes, so that no `String` is made.
struct XMLName {
  let bytes: UnsafePointer<UInt8>

  /// Lets a name stand before string literals in a `switch`.
  @inline(__always)
  static func ~= (pattern: StaticString, name: XMLName) -> Bool { name == pattern }

  @inline(__always)
  static func == (name: XMLName, literal: StaticString) -> Bool {
    guard literal.hasPointerRepresentation else { return false }
    let count = literal.utf8CodeUnitCount
    for index in 0..<count where name.bytes[index] != literal.utf8Start[index] { return false }
    return name.bytes[count] == 0
  }
}

/// An element as it starts. Valid only while the receiver handles it.
struct XMLElement {
  let name: XMLName
  let attributes: XMLAttributes
  /// 0 for the root.
  let depth: Int
}

/// The attributes of an element, five pointers each as libxml2 gives them: local name, prefix,
/// namespace, start and end of the value.
struct XMLAttributes {
  private static let stride = 5

  let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let count: Int

  /// The value of the attribute without prefix.
  func value(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    value(name, isPrefixed: false)
  }

  /// The value of the attribute with whatever prefix, such as `r:id`.
  func prefixedValue(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    value(name, isPrefixed: true)
  }

  func string(_ name: StaticString) -> String? {
    value(name).map { String(decoding: $0, as: UTF8.self) }
  }

  func integer(_ name: StaticString) -> Int? { value(name).flatMap { Int(digits: $0) } }

  /// A boolean of XML Schema; nil when it is absent or something else.
  func flag(_ name: StaticString) -> Bool? {
    guard let value = value(name) else { return nil }
    for yes: StaticString in ["1", "true", "on"] where value.equals(yes) { return true }
    for no: StaticString in ["0", "false", "off"] where value.equals(no) { return false }
    return nil
  }

  /// Goes through the attributes without prefix once, in the order of the file.
  @inline(__always)
  func forEachPlain(_ body: (XMLName, UnsafeBufferPointer<UInt8>) -> Void) {
    guard let fields else { return }
    for index in 0..<count {
      let field = fields + index * Self.stride
      guard let name = field[0], field[1] == nil, let start = field[3], let end = field[4] else {
        continue
      }
      body(XMLName(bytes: name), UnsafeBufferPointer(start: start, count: end - start))
    }
  }

  private func value(
    _ name: StaticString, isPrefixed: Bool
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let fields else { return nil }
    for index in 0..<count {
      let field = fields + index * Self.stride
      if let local = field[0], (field[1] != nil) == isPrefixed, XMLName(bytes: local) == name,
        let start = field[3], let end = field[4]
      {
        return UnsafeBufferPointer(start: start, count: end - start)
      }
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  func equals(_ literal: StaticString) -> Bool {
    guard literal.hasPointerRepresentation, count == literal.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index] != literal.utf8Start[index] { return false }
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without the white space of XML at both ends.
  @inline(__always)
  var trimmed: UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = count
    while start < end, Self.isSpace(self[start]) { start += 1 }
    while end > start, Self.isSpace(self[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

extension Int {
  /// A number of nothing but ASCII digits, at most 18 of them.
  @inline(__always)
  init?(digits: UnsafeBufferPointer<UInt8>) {
    guard 1...18 ~= digits.count else { return nil }
    var value = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    self = value
  }
}
