extension String {
  /// The text as a terminal may be given it: what would move its cursor, change its colours or turn
  /// the direction of what follows stands as U+FFFD. Line breaks and tabs stay.
  ///
  /// Names of sheets and parts, and texts of cells, come from files that anybody may have made.
  var visible: String {
    guard unicodeScalars.contains(where: \.actsOnTerminals) else { return self }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: unicodeScalars.lazy.map { $0.actsOnTerminals ? "\u{FFFD}" : $0 })
    return String(text)
  }
}

extension Unicode.Scalar {
  fileprivate var actsOnTerminals: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    // Marks, embeddings, overrides and isolates of direction; separators of lines and paragraphs.
    case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
