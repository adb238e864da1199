extension JSONNode {
  /// The tree as text: a line for each member and element, members in the order of their names.
  /// Written as Foundation writes it, with which the first documents were made.
  func appendText(to bytes: inout [UInt8], depth: Int = 0) {
    switch content {
    case .word(let word): bytes.append(contentsOf: word.utf8)
    case .text(let text): bytes.append(jsonText: text)
    case .array(let elements):
      bytes.appendLines(elements, between: "[", "]", depth: depth) { element, bytes in
        element.appendText(to: &bytes, depth: depth + 1)
      }
    case .object(let members):
      bytes.appendLines(members.sorted { $0.key < $1.key }, between: "{", "}", depth: depth) {
        member, bytes in
        bytes.append(jsonText: member.key)
        bytes.append(contentsOf: " : ".utf8)
        member.value.appendText(to: &bytes, depth: depth + 1)
      }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func appendLines<Line>(
    _ lines: [Line], between open: String, _ close: String, depth: Int,
    _ append: (Line, inout [UInt8]) -> Void
  ) {
    self.append(contentsOf: open.utf8)
    for (index, line) in lines.enumerated() {
      if index > 0 { self.append(UInt8(ascii: ",")) }
      breakLine(depth + 1)
      append(line, &self)
    }
    if lines.isEmpty { self.append(UInt8(ascii: "\n")) }
    breakLine(depth)
    self.append(contentsOf: close.utf8)
  }

  private mutating func breakLine(_ depth: Int) {
    append(UInt8(ascii: "\n"))
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}
