/// One word of a line as it was typed into a shell, without its quotes.
struct ShellWord: Equatable {
  var text = ""
  /// The quote that is still open.
  var quote: Character?
  /// How much of the text stands before what readline takes for the word: up to an open quote, or
  /// to the last of `breaks`.
  var kept = 0

  /// Where readline begins a new word, though the shell does not.
  private static let breaks: Set<Character> = ["=", ":", "<", ">", ";", "|", "&", "(", "@"]

  /// The words of a line up to the cursor, the last one unfinished and maybe empty.
  ///
  /// Quotes and backslashes mean what bash and zsh take them for; nothing is expanded.
  static func words(_ line: String) -> [ShellWord] {
    var words: [ShellWord] = []
    var word = ShellWord()
    var hasBegun = false
    var isEscaped = false
    for character in line {
      if isEscaped {
        if word.quote == "\"", !"\"\\$`".contains(character) { word.text.append("\\") }
        word.text.append(character)
        isEscaped = false
      } else if character == "\\", word.quote != "'" {
        isEscaped = true
      } else if let quote = word.quote {
        if character == quote { word.quote = nil } else { word.text.append(character) }
      } else if character == "'" || character == "\"" {
        word.quote = character
        word.kept = word.text.count
      } else if character == " " || character == "\t" || character == "\n" {
        if hasBegun { words.append(word) }
        word = ShellWord()
        hasBegun = false
        continue
      } else {
        word.text.append(character)
        if breaks.contains(character) { word.kept = word.text.count }
      }
      hasBegun = true
    }
    return words + [word]
  }

  /// A text as bash reads it where this word stands, behind what it keeps.
  func quoted(_ text: String) -> String {
    text.dropFirst(kept).reduce(into: "") { quoted, character in
      switch quote {
      case "'": quoted += character == "'" ? #"'\''"# : String(character)
      case "\"": quoted += "\"\\$`".contains(character) ? "\\\(character)" : String(character)
      default: quoted += character.isPlain ? String(character) : "\\\(character)"
      }
    }
  }
}

extension Character {
  /// Means nothing but itself to a shell.
  fileprivate var isPlain: Bool { isLetter || isNumber || "-_./,+%".contains(self) }
}
