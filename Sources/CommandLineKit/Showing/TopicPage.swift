/// The page of a topic.
///
/// - Parameters:
///   - group: the commands that bear the same name, if there are any; the page leads to them.
///   - width: in characters.
func topicPage(_ topic: HelpTopic, group: Entry?, width: Int) -> String {
  let layout = Layout(width: width)
  var pieces = [layout.wrapped(topic.summary)]
  var isUnderHeading = false
  for block in topic.blocks() {
    let lines = layout.lines(block)
    if isUnderHeading, let heading = pieces.popLast() {
      pieces.append(heading + lines)
    } else {
      pieces.append(lines)
    }
    isUnderHeading = block.isHeading
  }
  if let group {
    pieces.append(
      [Texts.commands] + group.commands.flatMap { layout.columns($0.name, $0.summary) })
    pieces.append(layout.wrapped(Texts.detailsOfCommands(group.path)))
  }
  return pieces.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
}

extension HelpTopic.Block {
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}

extension Layout {
  fileprivate func lines(_ block: HelpTopic.Block) -> [String] {
    switch block {
    case .heading(let text): wrapped(text)
    case .text(let text): wrapped(text)
    case .table(let lines): lines.flatMap { columns($0.label, $0.text) }
    case .examples(let lines): lines.map { "  \($0)" }
    }
  }
}
