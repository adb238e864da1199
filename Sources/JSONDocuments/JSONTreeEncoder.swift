/// Makes the tree of a JSON document out of what an `Encodable` value says of itself, in place of
/// Foundation's encoder, with which the program takes a fifth longer to start.
struct JSONTreeEncoder: Encoder {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .object = node.content {} else { node.content = .object([:]) }
    return KeyedEncodingContainer(JSONMemberContainer<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .array = node.content {} else { node.content = .array([]) }
    return JSONElementContainer(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  fileprivate func member(_ key: any CodingKey) -> JSONTreeEncoder {
    JSONTreeEncoder(node: node.addMember(key.stringValue), codingPath: codingPath + [key])
  }

  fileprivate func element() -> JSONTreeEncoder {
    JSONTreeEncoder(
      node: node.addElement(), codingPath: codingPath + [JSONIndex(node.elementCount)])
  }
}

/// A value of the tree. Its content is added to as long as a container of it is written to.
final class JSONNode {
  enum Content {
    case text(String)
    /// A number, `true`, `false` or `null`.
    case word(String)
    case array([JSONNode])
    case object([String: JSONNode])
  }

  /// What says nothing of itself is an object without members.
  var content = Content.object([:])

  var elementCount: Int { if case .array(let elements) = content { elements.count } else { 0 } }

  fileprivate func addMember(_ name: String) -> JSONNode {
    let node = JSONNode()
    if case .object(var members) = content {
      // The content lets go of them, so that they are not copied.
      content = .object([:])
      members[name] = node
      content = .object(members)
    }
    return node
  }

  fileprivate func addElement() -> JSONNode {
    let node = JSONNode()
    if case .array(var elements) = content {
      content = .array([])
      elements.append(node)
      content = .array(elements)
    }
    return node
  }
}

// MARK: One value

extension JSONTreeEncoder: SingleValueEncodingContainer {
  func encodeNil() { node.content = .word("null") }
  func encode(_ value: Bool) { node.content = .word(value ? "true" : "false") }
  func encode(_ value: String) { node.content = .text(value) }
  func encode(_ value: Double) throws { try encode(number: value) }
  func encode(_ value: Float) throws { try encode(number: value) }
  func encode(_ value: Int) { node.content = .word(String(value)) }
  func encode(_ value: Int8) { node.content = .word(String(value)) }
  func encode(_ value: Int16) { node.content = .word(String(value)) }
  func encode(_ value: Int32) { node.content = .word(String(value)) }
  func encode(_ value: Int64) { node.content = .word(String(value)) }
  func encode(_ value: UInt) { node.content = .word(String(value)) }
  func encode(_ value: UInt8) { node.content = .word(String(value)) }
  func encode(_ value: UInt16) { node.content = .word(String(value)) }
  func encode(_ value: UInt32) { node.content = .word(String(value)) }
  func encode(_ value: UInt64) { node.content = .word(String(value)) }
  func encode(_ value: some Encodable) throws { try value.encode(to: self) }

  private func encode(number: some BinaryFloatingPoint & LosslessStringConvertible) throws {
    guard number.isFinite else {
      throw EncodingError.invalidValue(
        number, .init(codingPath: codingPath, debugDescription: "\(number) is no number of JSON"))
    }
    let text = "\(number)"
    node.content = .word(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}

// MARK: Members and elements

private struct JSONMemberContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: JSONTreeEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  func encodeNil(forKey key: Key) { encoder.member(key).encodeNil() }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    try encoder.member(key).encode(value)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> { encoder.member(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder.member(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder.member(JSONSuperKey()) }

  func superEncoder(forKey key: Key) -> any Encoder { encoder.member(key) }
}

private struct JSONElementContainer: UnkeyedEncodingContainer {
  let encoder: JSONTreeEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }
  var count: Int { encoder.node.elementCount }

  func encodeNil() { encoder.element().encodeNil() }

  func encode(_ value: some Encodable) throws { try encoder.element().encode(value) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> { encoder.element().container(keyedBy: type) }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    encoder.element().unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder.element() }
}

/// What `Codable` calls the part of a class that its superclass writes.
private struct JSONSuperKey: CodingKey {
  init() {}
  init?(stringValue: String) { nil }
  init?(intValue: Int) { nil }

  var stringValue: String { "super" }
  var intValue: Int? { nil }
}
