/// The function finds the command by the words before the cursor, then offers what the option before the
/// cursor takes, or what the command accepts.
func bashScript(_ program: String, _ entries: [Entry]) -> String {
  let function = functionName([program])
  let steps = entries.dropFirst().map { entry in
    "\(shellQuoted(entry.name))) path=\(shellQuoted(entry.name)) ;;"
  }
  return #"""
    # \#(Texts.completionHeader(program, "bash"))
    \#(function)() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
      # '--option=value' comes in three words.
      if [[ $cur == = ]]; then
        cur=
      elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
      fi
      local path=\#(shellQuoted(program)) word i
      for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ ' \#(valuedNames(entries).joined(separator: " ")) ' == *" $word "* ]]; then
          [[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))
          ((i++))
          continue
        fi
        case "$path $word" in
    \#(indented(steps, 6))
        esac
      done
      case "$path $prev" in
    \#(indented(entries.flatMap(values), 4))
      esac
      case $path in
    \#(indented(entries.flatMap(words), 4))
      esac
    }
    complete -F \#(function) \#(shellQuoted(program))
    """#
}

/// What to offer after each option of a command that takes a value.
private func values(_ entry: Entry) -> [String] {
  entry.valued.flatMap { row in
    let names = row.names.map { shellQuoted("\(entry.name) \($0)") }
    return ["\(names.joined(separator: " | ")))"]
      + offers(row.completion).map { "  \($0)" }
      + ["  return", "  ;;"]
  }
}

/// What a command accepts where no value is expected.
private func words(_ entry: Entry) -> [String] {
  let options = Completion.values(entry.options.flatMap(\.names))
  let argument = entry.arguments.first
  let others =
    entry.isGroup ? .values(entry.commands.map(\.name)) : argument?.completion ?? .none
  return ["\(shellQuoted(entry.name)))", "  if [[ $cur == -* ]]; then"]
    + offers(options).map { "    \($0)" }
    + ["  else"]
    + entry.arguments.map { "    # \($0.label)" }
    + offers(others).map { "    \($0)" }
    + ["  fi", "  ;;"]
}

private func offers(_ completion: Completion) -> [String] {
  switch completion {
  case .none:
    ["COMPREPLY=()"]
  case .values(let values):
    [
      "mapfile -t COMPREPLY < <(compgen -W \(shellQuoted(values.joined(separator: " "))) -- \"$cur\")"
    ]
  case .directory:
    ["compopt -o filenames", "mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")"]
  case .file(let extensions):
    ["compopt -o filenames", "mapfile -t COMPREPLY < <(", "  compgen -d -- \"$cur\""]
      + extensions.map { "  compgen -f -X '!*.\(inEitherCase($0))' -- \"$cur\"" }
      + [")"]
  }
}

/// `[xX][lL][sS]`
private func inEitherCase(_ word: String) -> String {
  word.map { $0.isLetter ? "[\($0.lowercased())\($0.uppercased())]" : String($0) }.joined()
}
