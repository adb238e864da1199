/// The function hands the line to the program and takes the words that come back. Those that have
/// nothing in common with what was typed are only listed.
func zshScript(_ program: String) -> String {
  let function = functionName(program)
  return #"""
    #compdef \#(program)
    # \#(Texts.completionHeader(program, "zsh"))
    \#(function)() {
      local line kind
      local -a lines found shown
      line="${(j: :)words[1,CURRENT-1]} $QIPREFIX$IPREFIX$PREFIX"
      lines=("${(@f)$(${~${(Q)words[1]}} \#(Texts.completionWord) zsh "$line" 2>/dev/null)}")
      kind=$lines[1]
      shift lines
      case $kind in
        words|list)
          found=("${(@)lines%%$'\t'*}")
          shown=("${(@)lines#*$'\t'}")
          compadd -U -V \#(function) -l -d shown -a found
          if [[ $kind == list ]]; then
            compstate[insert]=
            compstate[list]='list force'
          fi
          ;;
        folders|files*)
          [[ $PREFIX == -*=* ]] && compset -P '*='
          if [[ $kind == folders ]]; then
            _files -/
          else
            _files -g "*.(#i)(${kind#*$'\t'})"
          fi
          ;;
        *) return 1 ;;
      esac
    }
    if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
      \#(function) "$@"
    else
      compdef \#(function) \#(program)
    fi
    """#
}
