/// The shells for which a completion script can be written.
package enum CompletionScript: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// The script, to be read by the shell as it is. It knows nothing of the commands: at every
  /// question it runs the program.
  package func text(for program: String) -> String {
    switch self {
    case .bash: bashScript(program)
    case .zsh: zshScript(program)
    case .fish: fishScript(program)
    }
  }
}

/// A name that all three shells take for a function.
func functionName(_ program: String) -> String {
  "_" + String(program.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
}

/// A word in single quotes, for bash and zsh.
func shellQuoted(_ word: String) -> String {
  "'\(word.replacing("'", with: #"'\''"#))'"
}
