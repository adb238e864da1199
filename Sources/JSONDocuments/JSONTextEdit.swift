/// Sets one text in an object of a document, and leaves every other byte as it is: a file that
/// people keep by hand keeps its order, its spaces and its line breaks.
///
/// It finds its way by quotes and brackets alone: the parser must have taken the document before,
/// and must be asked again about the outcome.
/// - Parameters:
///   - section: a key of the document, which is an object; its value is an object, and comes into
///     being when it is missing.
///   - isKey: true for each spelling of the key under which the text may stand already.
///   - key: the spelling under which it is added.
/// - Returns: nil when the document has another shape, or has the section twice.
package func settingText(
  _ text: String, for key: String, where isKey: (String) -> Bool, in section: String,
  of document: [UInt8]
) -> [UInt8]? {
  guard let root = JSONObjectText(document, at: JSONObjectText.start(of: document)) else {
    return nil
  }
  let sections = root.members.filter { $0.name == section }
  guard sections.count <= 1 else { return nil }
  guard let member = sections.first else {
    return root.adding(section, to: document) { [quoted(key), quoted(text)] }
  }
  guard let object = JSONObjectText(document, at: member.value.lowerBound) else { return nil }
  let places = object.members.filter { isKey($0.name) }.map(\.value)
  guard !places.isEmpty else {
    return object.adding(
      quoted(key), quoted(text), to: document, like: root.indentation(of: member, in: document))
  }
  var edited = document
  for place in places.reversed() { edited.replaceSubrange(place, with: quoted(text)) }
  return edited
}

/// The same for a text of the document itself.
///
/// - Returns: nil when the document has another shape, or has the key twice.
package func settingText(
  _ text: String, for key: String, of document: [UInt8]
) -> [UInt8]? {
  guard let root = JSONObjectText(document, at: JSONObjectText.start(of: document)) else {
    return nil
  }
  let places = root.members.filter { $0.name == key }.map(\.value)
  guard let place = places.first else {
    let lineBreak = Array((document.hasCarriageReturns ? "\r\n" : "\n").utf8)
    return root.adding(quoted(key), quoted(text), to: document, like: lineBreak)
  }
  guard places.count == 1 else { return nil }
  var edited = document
  edited.replaceSubrange(place, with: quoted(text))
  return edited
}

private func quoted(_ text: String) -> [UInt8] {
  var writer = JSONWriter(.compact)
  writer.value(text)
  return writer.bytes
}

/// Where the members of an object stand in the bytes of a document.
private struct JSONObjectText {
  struct Member {
    let name: String
    let key: Range<Int>
    let value: Range<Int>
  }

  /// The place of the brace that opens it.
  let open: Int
  /// The place of the brace that closes it.
  let close: Int
  let members: [Member]

  /// Behind a byte order mark and white space.
  static func start(of bytes: [UInt8]) -> Int {
    bytes.indices.first { bytes[$0] == UInt8(ascii: "{") } ?? bytes.count
  }

  /// Nil when there is no whole object at the place.
  init?(_ bytes: [UInt8], at open: Int) {
    guard open < bytes.count, bytes[open] == UInt8(ascii: "{") else { return nil }
    var scanner = Scanner(bytes: bytes, place: open + 1)
    var members: [Member] = []
    while true {
      scanner.skipSpace()
      guard let next = scanner.next else { return nil }
      if next == UInt8(ascii: "}") { break }
      if next == UInt8(ascii: ",") {
        scanner.place += 1
        continue
      }
      guard let key = scanner.skipString(),
        let name = try? decodeJSON(String.self, from: Array(bytes[key]))
      else { return nil }
      scanner.skipSpace()
      guard scanner.next == UInt8(ascii: ":") else { return nil }
      scanner.place += 1
      scanner.skipSpace()
      guard let value = scanner.skipValue() else { return nil }
      members.append(Member(name: name, key: key, value: value))
    }
    self.open = open
    close = scanner.place
    self.members = members
  }

  /// The white space between the brace or comma before a member and its key.
  func indentation(of member: Member, in bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<member.key.lowerBound].reversed().prefix(while: isSpace).reversed())
  }

  /// What stands between a key and its value.
  private func colon(in bytes: [UInt8]) -> [UInt8] {
    guard let last = members.last else { return Array(": ".utf8) }
    return Array(bytes[last.key.upperBound..<last.value.lowerBound])
  }

  /// The document with one member more, the last, laid out like the one before it.
  ///
  /// - Parameter outer: the white space before the object's own key, for an empty object.
  func adding(
    _ key: [UInt8], _ value: [UInt8], to bytes: [UInt8], like outer: [UInt8]
  ) -> [UInt8] {
    var edited = bytes
    if let last = members.last {
      let member = [UInt8(ascii: ",")] + indentation(of: last, in: bytes) + key + colon(in: bytes)
      edited.insert(contentsOf: member + value, at: last.value.upperBound)
    } else {
      let colon = Array(": ".utf8)
      let inner = deeper(outer)
      edited.replaceSubrange(open + 1..<close, with: inner + key + colon + value + outer.ifLines)
    }
    return edited
  }

  /// The document with an object of one member under a new key.
  func adding(
    _ name: String, to bytes: [UInt8], member: () -> [[UInt8]]
  ) -> [UInt8]? {
    let lineBreak = Array((bytes.hasCarriageReturns ? "\r\n" : "\n").utf8)
    let outer = members.last.map { indentation(of: $0, in: bytes) } ?? lineBreak + [0x20, 0x20]
    let colon = colon(in: bytes)
    let body = Array(member().joined(separator: colon))
    let object =
      [UInt8(ascii: "{")] + deeper(outer) + body + outer.ifLines + [UInt8(ascii: "}")]
    guard members.isEmpty else { return adding(quoted(name), object, to: bytes, like: outer) }
    var edited = bytes
    edited.replaceSubrange(
      open + 1..<close, with: outer + quoted(name) + colon + object + lineBreak)
    return edited
  }

  /// One level further in than a member of the document.
  private func deeper(_ outer: [UInt8]) -> [UInt8] {
    guard let lineBreak = outer.lastIndex(of: UInt8(ascii: "\n")) else { return outer }
    let indentation = outer[(lineBreak + 1)...]
    return outer + (indentation.isEmpty ? Array("  ".utf8) : Array(indentation))
  }
}

extension [UInt8] {
  /// White space that breaks the line; nothing of what only separates words.
  fileprivate var ifLines: [UInt8] { contains(UInt8(ascii: "\n")) ? self : [] }

  /// True for a document whose lines end as on Windows.
  fileprivate var hasCarriageReturns: Bool {
    firstIndex(of: UInt8(ascii: "\n")).map { $0 > 0 && self[$0 - 1] == UInt8(ascii: "\r") } ?? false
  }
}

private func isSpace(_ byte: UInt8) -> Bool {
  [0x20, 0x09, 0x0A, 0x0D].contains(byte)
}

/// Goes over the values of a document that a parser has taken.
private struct Scanner {
  let bytes: [UInt8]
  var place: Int

  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  mutating func skipSpace() {
    while let byte = next, isSpace(byte) { place += 1 }
  }

  /// The range of a string with its quotes.
  mutating func skipString() -> Range<Int>? {
    guard next == UInt8(ascii: "\"") else { return nil }
    let start = place
    place += 1
    while let byte = next {
      place += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return start..<place }
    }
    return nil
  }

  /// The range of any value.
  mutating func skipValue() -> Range<Int>? {
    let start = place
    var depth = 0
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        guard skipString() != nil else { return nil }
        if depth == 0 { return start..<place }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return start < place ? start..<place : nil }
        depth -= 1
        if depth == 0 {
          place += 1
          return start..<place
        }
      case _ where depth == 0 && (byte == UInt8(ascii: ",") || isSpace(byte)):
        return start < place ? start..<place : nil
      default: break
      }
      place += 1
    }
    return nil
  }
}
