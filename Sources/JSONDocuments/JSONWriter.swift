/// Writes one JSON document as UTF-8, key by key in the order of the calls.
///
/// Many times faster than an encoder, for the documents that are large: the file of a base, the
/// audit log.
package struct JSONWriter {
  package enum Style: Sendable {
    /// One line.
    case compact
    /// A line for each key and each element, indented by two spaces.
    case indented
  }

  /// What is written, up to `end`, and room for more: bytes are put into it as into memory. One
  /// `append` after the other to an array took three times as long.
  private var storage: [UInt8] = []
  private var end = 0
  private let style: Style
  private var depth = 0
  /// True when nothing stands yet in the object or array that is open.
  private var isFirst = true

  package init(_ style: Style) { self.style = style }

  package var bytes: [UInt8] { Array(storage[..<end]) }

  /// The same with a line break at the end.
  package var finished: [UInt8] { storage[..<end] + [UInt8(ascii: "\n")] }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclosed(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    enclosed(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// An array whose elements stand on one line, for lists of small numbers.
  package mutating func array(of texts: [String]) {
    array { writer in
      for text in texts {
        writer.element()
        writer.value(text)
      }
    }
  }

  package mutating func array(of numbers: [Int]) {
    append(UInt8(ascii: "["))
    for (index, number) in numbers.enumerated() {
      if index > 0 { append(", ") }
      value(number)
    }
    append(UInt8(ascii: "]"))
  }

  /// Begins an element of the array that is open; its value must follow.
  package mutating func element() {
    if !isFirst { append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  /// Begins a member of the object that is open; its value must follow.
  package mutating func key(_ name: String) {
    element()
    value(name)
    append(UInt8(ascii: ":"))
    if style == .indented { append(UInt8(ascii: " ")) }
  }

  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  package mutating func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { value(number) } else { append("null") }
  }

  package mutating func member(_ name: String, _ boolean: Bool) {
    key(name)
    append(boolean ? "true" : "false")
  }

  package mutating func value(_ number: Int) { append(String(number)) }

  package mutating func value(_ text: String?) {
    guard let text else { return append("null") }
    append(quoted: text)
  }

  /// Any value; the members of an object in the order of their names.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: append("null")
    case .boolean(let boolean): append(boolean ? "true" : "false")
    case .number(let number): append(value.integer.map { String($0) } ?? "\(number)")
    case .string(let text): self.value(text)
    case .array(let elements):
      array { writer in
        for element in elements {
          writer.element()
          writer.value(element)
        }
      }
    case .object(let members):
      object { writer in
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
          writer.key(name)
          writer.value(member)
        }
      }
    }
  }

  private mutating func enclosed(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    isFirst = false
    append(close)
  }

  private mutating func breakLine() {
    guard style == .indented else { return }
    makeRoom(1 + 2 * depth)
    storage[end] = UInt8(ascii: "\n")
    for place in 0..<2 * depth { storage[end + 1 + place] = UInt8(ascii: " ") }
    end += 1 + 2 * depth
  }

  private mutating func append(_ byte: UInt8) {
    makeRoom(1)
    storage[end] = byte
    end += 1
  }

  /// What needs neither quotes nor escapes.
  private mutating func append(_ text: String) {
    makeRoom(text.utf8.count)
    for byte in text.utf8 {
      storage[end] = byte
      end += 1
    }
  }

  private mutating func append(quoted text: String) {
    var text = text
    text.withUTF8 { append(quoted: $0) }
  }

  private mutating func append(quoted text: UnsafeBufferPointer<UInt8>) {
    makeRoom(text.count + 2)
    let start = end
    let isPlain = storage.withUnsafeMutableBufferPointer { storage in
      var place = start + 1
      for byte in text {
        guard byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
          return false
        }
        storage[place] = byte
        place += 1
      }
      storage[start] = UInt8(ascii: "\"")
      storage[place] = UInt8(ascii: "\"")
      return true
    }
    if isPlain {
      end = start + text.count + 2
    } else {
      var escaped: [UInt8] = []
      escaped.append(jsonText: text)
      makeRoom(escaped.count)
      storage.replaceSubrange(start..<start + escaped.count, with: escaped)
      end = start + escaped.count
    }
  }

  @inline(__always)
  private mutating func makeRoom(_ count: Int) {
    if storage.count - end < count { grow(by: count) }
  }

  private mutating func grow(by count: Int) {
    var larger = [UInt8](repeating: 0, count: 2 * (end + max(count, 256)))
    larger.replaceSubrange(..<end, with: storage[..<end])
    storage = larger
  }
}
