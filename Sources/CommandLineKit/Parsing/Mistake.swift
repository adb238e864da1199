/// One thing that is wrong with the words of a line.
package enum Mistake: Sendable {
  case unknownOption(name: String, Hint?)
  case unknownCommand(word: String, similar: String?, known: [String])
  /// Asked for help on what is neither a command nor a topic.
  case unknownHelp(word: String, similar: String?, commands: [String], topics: [String])
  case unexpected(word: String)
  /// A row that must be given and is not. The remedy is told after a colon.
  case missing(Row, remedy: String? = nil)
  /// An option without a value, or followed by a word that looks like an option.
  case missingValue(Row, dashed: String? = nil)
  case invalid(Row, word: String, reason: String)
  case repeated(Row)
  /// Two rows that exclude each other.
  case together(Row, Row)
  case flagWithValue(Row, value: String)

  /// What an unknown option may have been meant for.
  package enum Hint: Sendable {
    case similar(name: String, Row)
    case ofOthers(commands: [String])
    /// The command has it, but it stands before the command's word.
    case afterCommand(Row)
  }

  /// The row that the help line of the error is about.
  var row: Row? {
    switch self {
    case .unknownOption(_, .similar(_, let row)), .unknownOption(_, .afterCommand(let row)),
      .missing(let row, _), .missingValue(let row, _), .invalid(let row, _, _),
      .repeated(let row), .together(let row, _), .flagWithValue(let row, _):
      row
    case .unknownOption, .unknownCommand, .unknownHelp, .unexpected:
      nil
    }
  }
}

/// All that is wrong with a line.
package struct UsageErrors: Error, Sendable, CustomStringConvertible {
  package let mistakes: [Mistake]
  /// The innermost command that was understood.
  package let entry: Entry

  init(_ mistakes: [Mistake], in entry: Entry) {
    self.mistakes = mistakes
    self.entry = entry
  }

  /// The whole text for the user: every mistake, help on what they concern, usage, where to read more.
  package var description: String {
    let sentences = mistakes.map { Texts.error($0.sentence(in: entry.name)) }
    let help = mistakes.compactMap(helpLine).map(Texts.help)
    let usage = [
      Texts.usage(entry.usage.joined(separator: " ")), Texts.seeHelp(entry.name),
    ]
    return (distinct(sentences) + distinct(help) + usage).joined(separator: "\n")
  }

  private func helpLine(_ mistake: Mistake) -> String? {
    if case .unknownCommand(_, _, let known) = mistake { return Texts.commandList(known) }
    if case .unknownHelp(_, _, let commands, let topics) = mistake {
      return Texts.helpList(commands, topics)
    }
    guard let row = mistake.row else { return nil }
    return "\(row.helpLabel)  \(row.details)"
  }
}

/// Each line once, where it first stands.
private func distinct(_ lines: [String]) -> [String] {
  var seen: Set<String> = []
  return lines.filter { seen.insert($0).inserted }
}
