/// The words of a line as a shell would pass them to the program, up to a redirection or a comment.
func shellWords(_ line: String) -> [String] {
  var words: [String] = []
  var word: String?
  var isQuoted = false
  for character in line {
    switch character {
    case "\"":
      isQuoted.toggle()
      word = word ?? ""
    case " " where !isQuoted:
      if let word { words.append(word) }
      word = nil
    case _ where isQuoted: word = (word ?? "") + String(character)
    case ">", "|", "#":
      if word == nil { return words }
      word?.append(character)
    default: word = (word ?? "") + String(character)
    }
  }
  if let word { words.append(word) }
  return words
}
