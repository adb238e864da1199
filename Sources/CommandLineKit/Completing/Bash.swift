/// The function hands the line to the program and takes the words that come back. Those that have
/// nothing in common with what was typed are only listed, which an empty word sees to.
func bashScript(_ program: String) -> String {
  let function = functionName(program)
  return #"""
    # \#(Texts.completionHeader(program, "bash"))
    \#(function)() {
      local IFS=$'\n' kind cur=$2
      local program=${COMP_WORDS[0]/#\~\//$HOME/}
      mapfile -t COMPREPLY < <(
        "$program" \#(Texts.completionWord) bash "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
      kind=${COMPREPLY[0]-}
      COMPREPLY=("${COMPREPLY[@]:1}")
      case $kind in
        words) compopt -o nosort 2>/dev/null ;;
        list) COMPREPLY+=(' ') ;;
        folders)
          compopt -o filenames
          mapfile -t COMPREPLY < <(compgen -d -- "$cur")
          ;;
        files*)
          compopt -o filenames
          mapfile -t COMPREPLY < <(
            compgen -d -- "$cur"
            shopt -s nocasematch
            compgen -f -- "$cur" | while IFS= read -r file; do
              [[ $file =~ \.(${kind#*$'\t'})$ && ! -d $file ]] && printf '%s\n' "$file"
            done
          )
          ;;
        *) COMPREPLY=() ;;
      esac
    }
    complete -F \#(function) \#(shellQuoted(program))
    """#
}
