/// Why some bytes are not the document that was expected.
package struct JSONDocumentError: Error, Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    /// Not JSON at all.
    case syntax
    case missingKey
    case missingValue
    /// A value of another type than this place has.
    case wrongType
    /// A value of the right type that means nothing here.
    case invalidValue(String)
  }

  package let problem: Problem
  /// The way to the place, as `clientes[3].valor_comissao`; empty for the whole document.
  package let path: String

  package init(_ problem: Problem, path: String) {
    self.problem = problem
    self.path = path
  }
}

/// The document as indented UTF-8 with sorted keys and a line break at its end: the same value
/// always gives the same bytes.
package func encodeJSON(_ document: some Encodable) throws(JSONDocumentError) -> [UInt8] {
  let tree = JSONNode()
  do {
    try JSONTreeEncoder(node: tree, codingPath: []).encode(document)
  } catch {
    throw JSONDocumentError(.invalidValue("\(error)"), path: "")
  }
  var bytes: [UInt8] = []
  tree.appendText(to: &bytes)
  bytes.append(UInt8(ascii: "\n"))
  return bytes
}

package func decodeJSON<Document: Decodable>(
  _ type: Document.Type, from bytes: [UInt8]
) throws(JSONDocumentError) -> Document {
  guard let tape = JSONTape(bytes) else { throw JSONDocumentError(.syntax, path: "") }
  do {
    return try JSONTapeDecoder(tape: tape, node: 0, path: .root).decode(type)
  } catch let error as DecodingError {
    throw JSONDocumentError(error)
  } catch {
    throw JSONDocumentError(.invalidValue("\(error)"), path: "")
  }
}

extension JSONDocumentError {
  fileprivate init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(.missingKey, path: Self.path(context.codingPath + [key]))
    case .valueNotFound(_, let context):
      self.init(.missingValue, path: Self.path(context.codingPath))
    case .typeMismatch(_, let context):
      self.init(.wrongType, path: Self.path(context.codingPath))
    case .dataCorrupted(let context):
      self.init(.invalidValue(context.debugDescription), path: Self.path(context.codingPath))
    @unknown default:
      self.init(.syntax, path: "")
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
  }
}
