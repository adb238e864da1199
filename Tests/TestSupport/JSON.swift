package import JSONDocuments

// Short ways to a value in a document under test.
extension JSONValue {
  /// The value of a key; nil when there is no such key, or no object.
  package subscript(key: String) -> JSONValue? { object?[key] }

  /// The elements of an array; none for any other value.
  package var elements: [JSONValue] { array ?? [] }

  /// The texts under a key of each element.
  package func texts(_ key: String) -> [String] { elements.compactMap { $0[key]?.string } }

  /// The element that has this text under this key.
  package func element(_ key: String, _ text: String) -> JSONValue? {
    elements.first { $0[key]?.string == text }
  }
}
