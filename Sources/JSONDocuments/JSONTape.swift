/// A JSON text with the places of its values, found in one pass. Texts and numbers are made of the
/// bytes only where somebody asks for them. [RFC 8259]
final class JSONTape: Sendable {
  enum Kind: UInt8 {
    case null, yes, no, number, array, object
    case text
    /// A text with a backslash in it.
    case escapedText
  }

  /// A value. Those inside of an array or object follow it; a member is two, its name and its
  /// value.
  struct Node {
    let kind: Kind
    /// Where its bytes begin and end, a text without its quotes.
    let start: UInt32
    var end: UInt32
    /// The number of the node behind it and all it holds.
    var next: UInt32
  }

  private let bytes: [UInt8]
  private let nodes: [Node]

  /// Nil when the bytes are no JSON text in UTF-8.
  init?(_ bytes: [UInt8]) {
    // Editors of Windows put a mark in front.
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count < Int(UInt32.max), Self.isUTF8(bytes),
      let nodes = bytes.withUnsafeBufferPointer({ JSONScan.nodes(of: $0, from: start) })
    else { return nil }
    self.bytes = bytes
    self.nodes = nodes
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  subscript(_ node: Int) -> Node { nodes[node] }

  /// The numbers of the values in an array, or of the names in an object.
  func firstChild(of node: Int) -> Int { node + 1 }

  func end(of node: Int) -> Int { Int(nodes[node].next) }

  /// The text of a text or a number.
  func text(of node: Int) -> String {
    let node = nodes[node]
    return bytes.withUnsafeBufferPointer {
      let bytes = UnsafeBufferPointer(rebasing: $0[Int(node.start)..<Int(node.end)])
      return node.kind == .escapedText
        ? Self.unescaped(bytes) : String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Whether a node is this text.
  func holds(_ text: String, at node: Int) -> Bool {
    let place = nodes[node]
    if place.kind == .escapedText { return self.text(of: node) == text }
    let utf8 = text.utf8
    guard utf8.count == Int(place.end - place.start) else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var index = Int(place.start)
      for byte in utf8 {
        if bytes[index] != byte { return false }
        index += 1
      }
      return true
    }
  }

  /// The same for a name in UTF-8.
  func holds(_ name: UnsafeBufferPointer<UInt8>, at node: Int) -> Bool {
    let place = nodes[node]
    if place.kind == .escapedText { return text(of: node) == String(decoding: name, as: UTF8.self) }
    guard name.count == Int(place.end - place.start) else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var index = Int(place.start)
      for byte in name {
        if bytes[index] != byte { return false }
        index += 1
      }
      return true
    }
  }

  /// A number that is whole, whatever its form; nil for any other value.
  func integer(of node: Int) -> Int? {
    let place = nodes[node]
    guard place.kind == .number else { return nil }
    // Nearly every one; so many digits fit.
    if place.end - place.start <= 18 {
      var value = 0
      for byte in bytes[Int(place.start)..<Int(place.end)] {
        guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else {
          return JSONTapeDecoder.integer(text(of: node))
        }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    return JSONTapeDecoder.integer(text(of: node))
  }

  /// - Parameter bytes: those of a text, with escapes that the scan has found right.
  private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var units: [UInt16] = []
    var text = ""
    var index = 0
    var plain = 0
    func unit(at index: Int) -> UInt16 {
      bytes[index..<index + 4].reduce(0) { $0 << 4 | UInt16(JSONScan.hexDigit($1) ?? 0) }
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      text += String(decoding: bytes[plain..<index], as: UTF8.self)
      let escape = bytes[index + 1]
      index += 2
      if escape == UInt8(ascii: "u") {
        units = [unit(at: index)]
        index += 4
        if UTF16.isLeadSurrogate(units[0]) {
          units.append(unit(at: index + 2))
          index += 6
        }
        text += String(decoding: units, as: UTF16.self)
      } else {
        text.unicodeScalars.append(Unicode.Scalar(JSONScan.character(of: escape) ?? escape))
      }
      plain = index
    }
    return text + String(decoding: bytes[plain...], as: UTF8.self)
  }
}
