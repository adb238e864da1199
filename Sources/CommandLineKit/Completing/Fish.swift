/// The function hands the words to the program; fish picks out of what comes back those that fit.
func fishScript(_ program: String) -> String {
  let function = "_\(functionName(program))"
  return #"""
    # \#(Texts.completionHeader(program, "fish"))
    function \#(function)
      set -l words (commandline -opc)
      set -l word (commandline -ct)
      set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
      set -l lines ($program \#(Texts.completionWord) fish $words[2..-1] "$word" 2>/dev/null)
      switch "$lines[1]"
        case words list
          printf '%s\n' $lines[2..-1]
        case folders 'files*'
          set -l head (string match -r -- '^-[^=]*=' "$word")
          set -l value (string replace -r -- '^-[^=]*=' '' "$word")
          set -l kinds (string replace -r '^(folders|files\t)' '' -- $lines[1])
          set -l fits "^[^\t]*/(?:\t.*)?\$"
          test -n "$kinds"; and set fits "^[^\t]*(?:/|\.(?:$kinds))(?:\t.*)?\$"
          for path in (complete -C "__fish_command_without_completions $value" \
            | string match -r -i -- $fits)
            printf '%s%s\n' "$head" $path
          end
      end
    end
    complete -c \#(fishQuoted(program)) -f -k -a '(\#(function))'
    """#
}

/// A word in single quotes, in which fish knows `\\` and `\'`.
private func fishQuoted(_ word: String) -> String {
  "'\(word.replacing(#"\"#, with: #"\\"#).replacing("'", with: #"\'"#))'"
}
