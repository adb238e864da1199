/// One function for each command; those of groups hand over to the one of the command that was typed.
func zshScript(_ program: String, _ entries: [Entry]) -> String {
  let function = functionName([program])
  return #"""
    #compdef \#(program)
    # \#(Texts.completionHeader(program, "zsh"))
    \#(entries.map(definition).joined(separator: "\n"))
    if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
      \#(function) "$@"
    else
      compdef \#(function) \#(program)
    fi
    """#
}

private func definition(_ entry: Entry) -> String {
  let specs = entry.options.flatMap(optionSpecs) + entry.arguments.map(argumentSpec)
  guard entry.isGroup else {
    return """
      \(functionName(entry.path))() {
        _arguments \\
      \(continued(specs, 4))
      }
      """
  }
  let descriptions = entry.commands.map { command in
    shellQuoted("\(escaped(command.name, [":", "\\"])):\(command.summary)")
  }
  let calls = entry.commands.map { command in
    "\(command.name)) \(functionName(entry.path + [command.name])) ;;"
  }
  return """
    \(functionName(entry.path))() {
      local curcontext="$curcontext" state line
      typeset -A opt_args
      _arguments -C \\
    \(continued(specs + ["'1:\(Texts.command):->command'", "'*::word:->words'"], 4))
      case $state in
        command)
          local -a commands=(
    \(indented(descriptions, 8))
          )
          _describe '\(Texts.command)' commands
          ;;
        words)
          case $line[1] in
    \(indented(calls, 8))
          esac
          ;;
      esac
    }
    """
}

/// Words of one command, a line each.
private func continued(_ words: [String], _ depth: Int) -> String {
  words.map { String(repeating: " ", count: depth) + $0 }.joined(separator: " \\\n")
}

/// One specification for each spelling; `--mes=` takes the value after `=` or as the next word.
private func optionSpecs(_ row: Row) -> [String] {
  let help = escaped(row.help, ["[", "]", "\\"])
  return row.names.map { name in
    guard let placeholder = row.placeholder else { return shellQuoted("\(name)[\(help)]") }
    return shellQuoted("\(name)=[\(help)]:\(message(placeholder)):\(action(row.completion))")
  }
}

private func argumentSpec(_ row: Row) -> String {
  let place = row.isRepeated ? "*:" : row.isRequired ? ":" : "::"
  return shellQuoted("\(place)\(message(row.name)):\(action(row.completion))")
}

private func message(_ placeholder: String) -> String { escaped(placeholder, [":", "\\"]) }

private func action(_ completion: Completion) -> String {
  switch completion {
  case .none: " "
  case .values(let values): "(\(values.joined(separator: " ")))"
  case .directory: "_files -/"
  case .file(let extensions): "_files -g \"*.(#i)(\(extensions.joined(separator: "|")))\""
  }
}
