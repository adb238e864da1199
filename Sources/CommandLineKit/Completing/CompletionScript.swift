/// The shells for which a completion script can be written.
package enum CompletionScript: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// The script, to be read by the shell as it is.
  ///
  /// - Parameter entries: all commands of a tree, the program itself first.
  package func text(for entries: [Entry]) -> String {
    guard let program = entries.first?.name else { return "" }
    return switch self {
    case .bash: bashScript(program, entries)
    case .zsh: zshScript(program, entries)
    case .fish: fishScript(program, entries)
    }
  }
}

extension Entry {
  /// The options that take a value.
  var valued: [Row] { options.filter { $0.placeholder != nil } }
}

/// Every spelling of every option that takes a value, in whichever command.
func valuedNames(_ entries: [Entry]) -> [String] {
  Set(entries.flatMap(\.valued).flatMap(\.names)).sorted()
}

/// A name that all three shells take for a function.
func functionName(_ path: [String]) -> String {
  let words = path.joined(separator: "_")
  return "_" + String(words.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
}

/// A word in single quotes, for bash and zsh.
func shellQuoted(_ word: String) -> String {
  "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#))'"
}

/// A word with a backslash before each of some characters.
func escaped(_ word: String, _ characters: Set<Character>) -> String {
  word.reduce(into: "") { text, character in
    if characters.contains(character) { text.append("\\") }
    text.append(character)
  }
}

/// Lines that stand in a script at some depth.
func indented(_ lines: [String], _ depth: Int) -> String {
  lines.map { String(repeating: " ", count: depth) + $0 }.joined(separator: "\n")
}
