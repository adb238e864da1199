/// One `complete` line for each row; a function tells the command by the words before the cursor.
func fishScript(_ program: String, _ entries: [Entry]) -> String {
  let function = functionName([program])
  let isAt = "_\(function)_at"
  let files = "_\(function)_files"
  let steps = entries.dropFirst().flatMap { entry in
    ["case \(fishQuoted(entry.name))", "  set at \(fishQuoted(entry.name))"]
  }
  let rows = entries.flatMap { entry in
    let condition = fishQuoted("\(isAt) \(fishQuoted(entry.name))")
    return offers(entry, files).map { "complete -c \(fishQuoted(program)) -n \(condition) \($0)" }
  }
  return #"""
    # \#(Texts.completionHeader(program, "fish"))
    function \#(isAt)
      set -l words (commandline -opc)
      set -l at \#(fishQuoted(program))
      set -l skip no
      for word in $words[2..-1]
        if test $skip = yes
          set skip no
        else if contains -- "$word" \#(valuedNames(entries).joined(separator: " "))
          set skip yes
        else
          switch "$at $word"
    \#(indented(steps, 8))
          end
        end
      end
      test "$at" = "$argv[1]"
    end
    function \#(files)
      set -l word (commandline -ct | string replace -r -- '^--[^=]*=' '')
      set -l kinds "^[^\t]*(?:/|\.(?:$argv[1]))(?:\t.*)?\$"
      __fish_complete_path "$word" | string match -r -i -- $kinds
    end
    complete -c \#(fishQuoted(program)) -f
    \#(rows.joined(separator: "\n"))
    """#
}

/// The rest of the `complete` line of each thing that a command accepts.
private func offers(_ entry: Entry, _ files: String) -> [String] {
  let commands = entry.commands.map { "-a \(fishQuoted($0.name)) -d \(fishQuoted($0.summary))" }
  let options = entry.options.map { row in
    let value = row.placeholder == nil ? [] : ["-r \(offer(row.completion, files))"]
    let words = row.names.map(spelling) + value + ["-d \(fishQuoted(row.help))"]
    return words.joined(separator: " ")
  }
  let arguments = entry.arguments.map { row in
    "\(offer(row.completion, files)) -d \(fishQuoted(row.label))"
  }
  return commands + options + arguments
}

/// `-l ajuda`, `-s h`
private func spelling(_ name: String) -> String {
  name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
}

private func offer(_ completion: Completion, _ files: String) -> String {
  switch completion {
  case .none: "-f"
  case .values(let values): "-f -a \(fishQuoted(values.joined(separator: " ")))"
  case .directory: "-f -a '(__fish_complete_directories)'"
  case .file(let extensions):
    "-f -a \(fishQuoted("(\(files) \(fishQuoted(extensions.joined(separator: "|"))))"))"
  }
}

/// A word in single quotes, in which fish knows `\\` and `\'`.
private func fishQuoted(_ word: String) -> String { "'\(escaped(word, ["'", "\\"]))'" }
