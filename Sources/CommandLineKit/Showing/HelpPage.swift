/// The help page of a command: summary, usage, arguments, options, commands, examples.
///
/// - Parameter width: in characters. No line is longer unless one word is, or the width is below 46.
func helpPage(_ entry: Entry, width: Int) -> String {
  let layout = Layout(width: width)
  let summary = layout.wrapped(entry.summary)
  let usage = layout.wrapped(entry.usage, after: "\(Texts.usage) ")
  let sections = [
    section(Texts.arguments, entry.arguments.flatMap { layout.columns($0.helpLabel, $0.details) }),
    section(Texts.options, entry.options.flatMap { layout.columns($0.helpLabel, $0.details) }),
    section(
      Texts.commands,
      entry.commands.flatMap { name, summary in
        layout.columns(name, name == entry.standard ? Texts.standardCommand(summary) : summary)
      }),
    section(Texts.topics, entry.topics.flatMap { layout.columns($0.name, $0.summary) }),
    section(Texts.examples, entry.examples.map { "  \($0)" }),
    entry.isGroup
      ? layout.wrapped(Texts.detailsOfCommands(entry.path, topics: !entry.topics.isEmpty)) : [],
  ]
  return ([summary, usage] + sections.filter { !$0.isEmpty })
    .map { $0.joined(separator: "\n") }
    .joined(separator: "\n\n")
}

private func section(_ heading: String, _ lines: [String]) -> [String] {
  lines.isEmpty ? [] : [heading] + lines
}

extension Row {
  /// The help with what may be chosen: `Forma do que é escrito. (valores: tabela, json; padrão: tabela)`.
  package var details: String {
    var notes: [String] = []
    if case .values(let values) = completion { notes.append(Texts.values(values)) }
    if let shownDefault { notes.append(Texts.standard(shownDefault)) }
    return notes.isEmpty ? help : "\(help) (\(notes.joined(separator: "; ")))"
  }
}
