/// The names of attributes that a plain element may have, at most 32.
struct PlainNames {
  fileprivate let names: [StaticString]

  init(_ names: [StaticString]) { self.names = names }

  fileprivate func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    names.firstIndex { name.equals($0) }
  }
}

/// How a start tag ends.
enum PlainTagEnd { case open, empty }

extension PlainCursor {
  /// Takes the attributes of an element and the end of its tag, behind its name.
  /// - Parameters:
  ///   - names: those that it may have, each once.
  ///   - body: receives the place of a name among `names`, and the value.
  /// - Returns: nil when the tag is not plain.
  mutating func attributes(
    _ names: PlainNames, _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void
  ) -> PlainTagEnd? {
    var seen: UInt32 = 0
    while true {
      let isSeparated = take(UInt8(ascii: " "))
      if take(UInt8(ascii: ">")) { return .open }
      if take("/>") { return .empty }
      guard isSeparated, let attribute = attribute(), let index = names.index(of: attribute.name),
        seen & 1 << index == 0
      else { return nil }
      seen |= 1 << index
      body(index, attribute.value)
    }
  }
}
