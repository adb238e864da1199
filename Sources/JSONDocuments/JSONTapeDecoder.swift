/// Makes the values of Swift out of a `JSONTape`, in place of Foundation's decoder, which takes
/// several times as long: a base has a hundred thousand of them.
struct JSONTapeDecoder: Decoder {
  let tape: JSONTape
  let node: Int
  let path: Path

  /// The way to a value; made into an array only where somebody asks.
  indirect enum Path {
    case root
    case key(any CodingKey, of: Path)
    case index(Int, of: Path)
  }

  var codingPath: [any CodingKey] { path.keys }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    try expect(.object, as: [String: Any].self)
    return KeyedDecodingContainer(JSONKeyedContainer(self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try expect(.array, as: [Any].self)
    return JSONUnkeyedContainer(self)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  private func expect(_ kind: JSONTape.Kind, as type: Any.Type) throws {
    if tape[node].kind != kind { throw mismatch(type) }
  }
}

extension JSONTapeDecoder.Path {
  fileprivate var keys: [any CodingKey] {
    switch self {
    case .root: []
    case .key(let key, let parent): parent.keys + [key]
    case .index(let index, let parent): parent.keys + [JSONIndex(index)]
    }
  }
}

/// The place of an element of an array.
struct JSONIndex: CodingKey {
  let index: Int

  init(_ index: Int) { self.index = index }
  init?(intValue: Int) { index = intValue }
  init?(stringValue: String) { nil }

  var intValue: Int? { index }
  var stringValue: String { "\(index)" }
}

// MARK: One value

extension JSONTapeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { tape[node].kind == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    switch tape[node].kind {
    case .yes: return true
    case .no: return false
    default: throw mismatch(type)
    }
  }

  func decode(_ type: String.Type) throws -> String {
    switch tape[node].kind {
    case .text, .escapedText: return tape.text(of: node)
    default: throw mismatch(type)
    }
  }

  func decode(_ type: Double.Type) throws -> Double {
    guard tape[node].kind == .number, let value = Double(tape.text(of: node)), value.isFinite
    else { throw mismatch(type) }
    return value
  }

  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try T(from: self)
  }

  /// A number is one whatever its form: `5`, `5.0` and `5e0` are the same.
  func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    guard tape[node].kind == .number else { throw mismatch(type) }
    let text = tape.text(of: node)
    guard let value: Value = Self.integer(text) else {
      throw DecodingError.typeMismatch(type, context(text))
    }
    return value
  }

  /// Nil for what is no such number.
  static func integer<Value: FixedWidthInteger>(_ text: String) -> Value? {
    if let value = Value(text) { return value }
    guard let double = Double(text), double.magnitude < 0x1p53 else { return nil }
    return Value(exactly: double)
  }

  private func mismatch(_ type: Any.Type) -> DecodingError {
    tape[node].kind == .null
      ? .valueNotFound(type, context("null")) : .typeMismatch(type, context("\(tape[node].kind)"))
  }

  private func context(_ description: String) -> DecodingError.Context {
    DecodingError.Context(codingPath: codingPath, debugDescription: description)
  }
}

// MARK: Many values

/// The elements of an array.
private struct JSONUnkeyedContainer: UnkeyedDecodingContainer {
  private let decoder: JSONTapeDecoder
  private var node: Int
  private let end: Int
  private(set) var currentIndex = 0

  init(_ decoder: JSONTapeDecoder) {
    self.decoder = decoder
    node = decoder.tape.firstChild(of: decoder.node)
    end = decoder.tape.end(of: decoder.node)
  }

  var codingPath: [any CodingKey] { decoder.codingPath }
  var isAtEnd: Bool { node == end }

  var count: Int? {
    var count = currentIndex
    var node = node
    while node < end {
      count += 1
      node = decoder.tape.end(of: node)
    }
    return count
  }

  private func element(_ type: Any.Type) throws -> JSONTapeDecoder {
    let path = JSONTapeDecoder.Path.index(currentIndex, of: decoder.path)
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        type, .init(codingPath: path.keys, debugDescription: "the array has no more elements"))
    }
    return JSONTapeDecoder(tape: decoder.tape, node: node, path: path)
  }

  private mutating func advance() {
    node = decoder.tape.end(of: node)
    currentIndex += 1
  }

  mutating func decodeNil() throws -> Bool {
    guard try element(Never.self).decodeNil() else { return false }
    advance()
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let value = try element(type).decode(type)
    advance()
    return value
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    let container = try element([String: Any].self).container(keyedBy: type)
    advance()
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try element([Any].self).unkeyedContainer()
    advance()
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = try element(Never.self)
    advance()
    return decoder
  }
}

/// The members of an object. Of two with one name the first counts.
private final class JSONKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let decoder: JSONTapeDecoder
  private let first: Int
  private let end: Int
  /// Where the next member is looked for first: they come in the order of the file.
  private var next: Int

  init(_ decoder: JSONTapeDecoder) {
    self.decoder = decoder
    first = decoder.tape.firstChild(of: decoder.node)
    end = decoder.tape.end(of: decoder.node)
    next = first
  }

  var codingPath: [any CodingKey] { decoder.codingPath }

  var allKeys: [Key] {
    var keys: [Key] = []
    var name = first
    while name < end {
      if let key = Key(stringValue: decoder.tape.text(of: name)) { keys.append(key) }
      name = decoder.tape.end(of: name + 1)
    }
    return keys
  }

  /// The number of the value; nil when there is no such member.
  private func value(of key: Key) -> Int? {
    let text = key.stringValue
    return value(of: text, from: next, to: end) ?? value(of: text, from: first, to: next)
  }

  private func value(of text: String, from start: Int, to end: Int) -> Int? {
    var name = start
    while name < end {
      let value = name + 1
      if decoder.tape.holds(text, at: name) {
        next = decoder.tape.end(of: value)
        return value
      }
      name = decoder.tape.end(of: value)
    }
    return nil
  }

  private func member(_ key: Key) throws -> JSONTapeDecoder {
    guard let node = value(of: key) else { throw notFound(key) }
    return decoder(of: node, key)
  }

  private func notFound(_ key: Key) -> DecodingError {
    .keyNotFound(key, .init(codingPath: codingPath, debugDescription: "no such key"))
  }

  private func decoder(of node: Int, _ key: Key) -> JSONTapeDecoder {
    JSONTapeDecoder(tape: decoder.tape, node: node, path: .key(key, of: decoder.path))
  }

  /// Most values are plain texts. For them no decoder is made, whose path has to be allocated.
  private func text(at node: Int, of key: Key) throws -> String {
    if decoder.tape[node].kind == .text { return decoder.tape.text(of: node) }
    return try decoder(of: node, key).decode(String.self)
  }

  func contains(_ key: Key) -> Bool { value(of: key) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try member(key).decodeNil() }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try member(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    guard let node = value(of: key) else { throw notFound(key) }
    return try text(at: node, of: key)
  }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try member(key).decode(type) }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try member(key).decode(type)
  }

  /// One search where the usual way takes three.
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    guard let node = value(of: key), decoder.tape[node].kind != .null else { return nil }
    return try text(at: node, of: key)
  }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    try decoderIfPresent(key)?.decode(type)
  }
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    try decoderIfPresent(key)?.decode(type)
  }
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try decoderIfPresent(key)?.decode(type)
  }

  private func decoderIfPresent(_ key: Key) -> JSONTapeDecoder? {
    guard let node = value(of: key), decoder.tape[node].kind != .null else { return nil }
    return decoder(of: node, key)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> { try member(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try member(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { decoder }
  func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }
}
