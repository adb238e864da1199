/// What is read of the members of a JSON object, one by one.
package protocol JSONReadable {
  init(_ members: inout JSONMembers) throws(JSONDocumentError)
}

/// Reads a document that is an object.
package func readJSON<Value>(
  _ bytes: [UInt8], _ read: (inout JSONMembers) throws(JSONDocumentError) -> Value
) throws(JSONDocumentError) -> Value {
  guard let tape = JSONTape(bytes) else { throw JSONDocumentError(.syntax, path: "") }
  var members = try JSONMembers(tape, at: 0)
  return try read(&members)
}

/// The members of a JSON object, asked for by name. For documents of many values: a decoder
/// makes a container and a path for each. Here only an error says where it is, on its way up.
///
/// What is wrong is told as `decodeJSON` tells it, with the same path.
package struct JSONMembers {
  private let tape: JSONTape
  private let first: Int
  private let end: Int
  /// Where the next member is looked for first: they come in the order of the file.
  private var next: Int

  fileprivate init(_ tape: JSONTape, at node: Int) throws(JSONDocumentError) {
    if tape[node].kind != .object { throw Self.mismatch(tape, node) }
    self.tape = tape
    first = tape.firstChild(of: node)
    end = tape.end(of: node)
    next = first
  }

  /// The same members, from the first one on again.
  package var fromTheFirst: JSONMembers {
    var members = self
    members.next = first
    return members
  }

  // MARK: One value

  package mutating func text(_ name: StaticString) throws(JSONDocumentError) -> String {
    try text(at: try node(name), name)
  }

  /// Nil without such a member, and for null.
  package mutating func textIfAny(_ name: StaticString) throws(JSONDocumentError) -> String? {
    guard let node = nodeIfAny(name) else { return nil }
    return try text(at: node, name)
  }

  package mutating func integer(_ name: StaticString) throws(JSONDocumentError) -> Int {
    try integer(at: try node(name), name)
  }

  package mutating func integerIfAny(_ name: StaticString) throws(JSONDocumentError) -> Int? {
    guard let node = nodeIfAny(name) else { return nil }
    return try integer(at: node, name)
  }

  package mutating func boolean(_ name: StaticString) throws(JSONDocumentError) -> Bool {
    let node = try node(name)
    switch tape[node].kind {
    case .yes: return true
    case .no: return false
    default: throw Self.mismatch(tape, node).within("\(name)")
    }
  }

  package mutating func object<Value: JSONReadable>(
    _ name: StaticString
  ) throws(JSONDocumentError) -> Value {
    try object(at: try node(name), "\(name)")
  }

  package mutating func objectIfAny<Value: JSONReadable>(
    _ name: StaticString
  ) throws(JSONDocumentError) -> Value? {
    guard let node = nodeIfAny(name) else { return nil }
    return try object(at: node, "\(name)")
  }

  // MARK: Many values

  package mutating func objects<Value: JSONReadable>(
    _ name: StaticString
  ) throws(JSONDocumentError) -> [Value] {
    try elements(of: try node(name), name) { (node) throws(JSONDocumentError) in
      var members = try JSONMembers(tape, at: node)
      return try Value(&members)
    }
  }

  package mutating func objectsIfAny<Value: JSONReadable>(
    _ name: StaticString
  ) throws(JSONDocumentError) -> [Value]? {
    guard let node = nodeIfAny(name) else { return nil }
    return try elements(of: node, name) { (node) throws(JSONDocumentError) in
      var members = try JSONMembers(tape, at: node)
      return try Value(&members)
    }
  }

  package mutating func texts(_ name: StaticString) throws(JSONDocumentError) -> [String] {
    try elements(of: try node(name), name) { (node) throws(JSONDocumentError) in
      try text(at: node, "")
    }
  }

  package mutating func integers(_ name: StaticString) throws(JSONDocumentError) -> [Int] {
    try elements(of: try node(name), name) { (node) throws(JSONDocumentError) in
      try integer(at: node, "")
    }
  }

  // MARK: Where they are

  private mutating func node(_ name: StaticString) throws(JSONDocumentError) -> Int {
    guard let node = find(name) else { throw JSONDocumentError(.missingKey, path: "\(name)") }
    return node
  }

  private mutating func nodeIfAny(_ name: StaticString) -> Int? {
    guard let node = find(name), tape[node].kind != .null else { return nil }
    return node
  }

  private mutating func find(_ name: StaticString) -> Int? {
    find(name, from: next, to: end) ?? find(name, from: first, to: next)
  }

  private mutating func find(_ name: StaticString, from start: Int, to end: Int) -> Int? {
    let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    var node = start
    while node < end {
      let value = node + 1
      if tape.holds(bytes, at: node) {
        next = tape.end(of: value)
        return value
      }
      node = tape.end(of: value)
    }
    return nil
  }

  // MARK: What they are

  private func text(at node: Int, _ name: StaticString) throws(JSONDocumentError) -> String {
    switch tape[node].kind {
    case .text, .escapedText: return tape.text(of: node)
    default: throw Self.mismatch(tape, node).within("\(name)")
    }
  }

  private func integer(at node: Int, _ name: StaticString) throws(JSONDocumentError) -> Int {
    guard let integer = tape.integer(of: node) else {
      throw Self.mismatch(tape, node).within("\(name)")
    }
    return integer
  }

  private func object<Value: JSONReadable>(
    at node: Int, _ name: @autoclosure () -> String
  ) throws(JSONDocumentError) -> Value {
    do throws(JSONDocumentError) {
      var members = try JSONMembers(tape, at: node)
      return try Value(&members)
    } catch {
      throw error.within(name())
    }
  }

  private func elements<Value>(
    of node: Int, _ name: StaticString, _ read: (Int) throws(JSONDocumentError) -> Value
  ) throws(JSONDocumentError) -> [Value] {
    if tape[node].kind != .array { throw Self.mismatch(tape, node).within("\(name)") }
    var values: [Value] = []
    var element = tape.firstChild(of: node)
    while element < tape.end(of: node) {
      do throws(JSONDocumentError) {
        values.append(try read(element))
      } catch {
        throw error.within("[\(values.count)]").within("\(name)")
      }
      element = tape.end(of: element)
    }
    return values
  }

  private static func mismatch(_ tape: JSONTape, _ node: Int) -> JSONDocumentError {
    JSONDocumentError(tape[node].kind == .null ? .missingValue : .wrongType, path: "")
  }
}

extension JSONDocumentError {
  /// The same problem, in a value that stands within another one.
  fileprivate func within(_ outer: String) -> JSONDocumentError {
    let isJoined = path.isEmpty || outer.isEmpty || path.hasPrefix("[")
    return JSONDocumentError(problem, path: isJoined ? outer + path : "\(outer).\(path)")
  }
}
