/// Writes one JSON document as UTF-8, key by key in the order of the calls.
///
/// Many times faster than an encoder, for the documents that are large: the file of a base, the
/// audit log.
package struct JSONWriter: ~Copyable {
  package enum Style: Sendable {
    /// One line.
    case compact
    /// A line for each key and each element, indented by two spaces.
    case indented
  }

  /// What is written, up to `end`, and room for more. Memory of its own: each look at an array costs
  /// more than the few bytes that are put there, and a base is written in half a million steps.
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity = 512
  private var end = 0
  private let style: Style
  private var depth = 0
  /// True when nothing stands yet in the object or array that is open.
  private var isFirst = true

  package init(_ style: Style) {
    self.style = style
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  package var bytes: [UInt8] { Array(written) }

  /// The same with a line break at the end.
  package var finished: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: end + 1) { bytes, count in
      _ = bytes.initialize(from: written)
      bytes[end] = UInt8(ascii: "\n")
      count = end + 1
    }
  }

  private var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: end) }

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
    memory[end] = UInt8(ascii: "\n")
    (memory + end + 1).update(repeating: UInt8(ascii: " "), count: 2 * depth)
    end += 1 + 2 * depth
  }

  private mutating func append(_ byte: UInt8) {
    makeRoom(1)
    memory[end] = byte
    end += 1
  }

  /// What needs neither quotes nor escapes.
  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    makeRoom(text.count)
    guard let start = text.baseAddress else { return }
    (memory + end).update(from: start, count: text.count)
    end += text.count
  }

  private mutating func append(quoted text: String) {
    var text = text
    text.withUTF8 { append(quoted: $0) }
  }

  private mutating func append(quoted text: UnsafeBufferPointer<UInt8>) {
    makeRoom(text.count + 2)
    guard copyIfPlain(text, to: memory + end + 1) else {
      var escaped: [UInt8] = []
      escaped.append(jsonText: text)
      return escaped.withUnsafeBufferPointer { append($0) }
    }
    memory[end] = UInt8(ascii: "\"")
    end += text.count + 2
    memory[end - 1] = UInt8(ascii: "\"")
  }

  @inline(__always)
  private mutating func makeRoom(_ count: Int) {
    if capacity - end < count { grow(by: count) }
  }

  private mutating func grow(by count: Int) {
    capacity = 2 * (end + max(count, 256))
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: memory, count: end)
    memory.deallocate()
    memory = larger
  }
}

/// Copies a text that stands in quotes as it is, eight bytes at a time.
/// - Returns: false when something in it must be escaped; what was copied by then means nothing.
private func copyIfPlain(
  _ text: UnsafeBufferPointer<UInt8>, to place: UnsafeMutablePointer<UInt8>
) -> Bool {
  guard let start = text.baseAddress else { return true }
  let (from, to) = (UnsafeRawPointer(start), UnsafeMutableRawPointer(place))
  var done = 0
  while text.count - done >= 8 {
    let word = from.loadUnaligned(fromByteOffset: done, as: UInt64.self)
    if mayNeedEscape(word) { return false }
    to.storeBytes(of: word, toByteOffset: done, as: UInt64.self)
    done += 8
  }
  while done < text.count {
    let byte = start[done]
    if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
    place[done] = byte
    done += 1
  }
  return true
}

/// True when one of eight bytes is a control character, a quote or a backslash. It may be true of
/// others as well, which only then go the longer way.
private func mayNeedEscape(_ word: UInt64) -> Bool {
  let each: UInt64 = 0x0101_0101_0101_0101
  let quote = word ^ (each &* UInt64(UInt8(ascii: "\"")))
  let backslash = word ^ (each &* UInt64(UInt8(ascii: "\\")))
  let found =
    ((word &- each &* 0x20) & ~word) | ((quote &- each) & ~quote)
    | ((backslash &- each) & ~backslash)
  return found & (each &* 0x80) != 0
}
