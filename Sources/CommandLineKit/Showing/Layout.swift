/// Lines of a given width, counted in characters, so that an accent takes no place of its own.
struct Layout {
  /// Where the text beside a label begins.
  private static let textColumn = 26
  /// Below this the text beside the labels would have no room; a narrower terminal breaks the lines.
  private static let leastWidth = 46

  private let width: Int

  init(width: Int) { self.width = max(width, Self.leastWidth) }

  /// A label and, from the text column on, what is said about it; below it when the label is long.
  func columns(_ label: String, _ text: String) -> [String] {
    let margin = String(repeating: " ", count: Self.textColumn)
    let head = "  \(label)"
    let lines = filled(words(text), width - Self.textColumn)
    guard head.count < Self.textColumn, let first = lines.first else {
      return [head] + lines.map { margin + $0 }
    }
    return [head.padded(to: Self.textColumn) + first] + lines.dropFirst().map { margin + $0 }
  }

  func wrapped(_ text: String) -> [String] { filled(words(text), width) }

  /// Pieces that are not to be broken, after a heading under which the further lines hang.
  func wrapped(_ pieces: [String], after heading: String) -> [String] {
    let lines = filled(pieces, width - heading.count)
    let margin = String(repeating: " ", count: heading.count)
    return lines.enumerated().map { ($0.offset == 0 ? heading : margin) + $0.element }
  }

  private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  private func filled(_ pieces: [String], _ room: Int) -> [String] {
    var lines: [String] = []
    for piece in pieces {
      if let line = lines.last, line.count + 1 + piece.count <= room {
        lines[lines.count - 1] = "\(line) \(piece)"
      } else {
        lines.append(piece)
      }
    }
    return lines
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
