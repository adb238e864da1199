/// A word that may stand where the cursor is.
package struct Suggestion: Sendable, Equatable {
  package let word: String
  /// What it is, in a few words.
  package let note: String

  package init(_ word: String, _ note: String = "") {
    self.word = word
    self.note = note
  }
}

extension [Suggestion] {
  /// Those that the typed text can become, by the strictest way that finds any: what begins so, then
  /// what begins so without regard to case and accents, then what has a word that begins so.
  func matching(_ typed: String) -> [Suggestion] {
    let folded = typed.folded
    let ways: [(String) -> Bool] = [
      { $0.hasPrefix(typed) },
      { $0.folded.hasPrefix(folded) },
      { word in word.split(separator: " ").contains { String($0).folded.hasPrefix(folded) } },
    ]
    for fits in ways {
      let found = filter { fits($0.word) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// True when what all have in common goes on from the typed text, so that a shell may put it in
  /// its place.
  func continues(_ typed: String) -> Bool {
    guard let first else { return false }
    let common = dropFirst().reduce(first.word) { $0.commonPrefix(with: $1.word) }
    return common.folded.hasPrefix(typed.folded)
  }
}

extension String {
  /// In lower case and without the accents of this country's letters.
  fileprivate var folded: String {
    String(lowercased().map { Self.plain[$0] ?? $0 })
  }

  private static let plain: [Character: Character] = [
    "á": "a", "à": "a", "â": "a", "ã": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e",
    "ë": "e", "í": "i", "ì": "i", "î": "i", "ï": "i", "ñ": "n", "ó": "o", "ò": "o", "ô": "o",
    "õ": "o", "ö": "o", "ú": "u", "ù": "u", "û": "u", "ü": "u",
  ]

  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }

  /// Nothing in it would break a line of the answer or act on a terminal.
  var isPlainLine: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }
}
