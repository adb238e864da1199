/// What has been understood of a line so far.
struct Line<Context> {
  private let root: Command<Context>
  /// The innermost command understood.
  private(set) var command: Command<Context>
  private(set) var entry: Entry

  private(set) var given: [String: [String]] = [:]
  private(set) var arguments: [(word: String, mayBeValue: Bool)] = []
  /// The page of help that the last word asks for beside, or above, that of a command.
  private(set) var topic: HelpTopic?
  /// The word that asks for help where a command is expected stands on the line.
  private var asksByWord = false
  private var mistakes: [Mistake] = []
  /// After an unknown command, options that it may have had cannot be judged.
  private var isLost = false
  /// The word before was an unknown option, whose value the next word may be.
  private var followsUnknown = false

  init(_ root: Command<Context>) {
    self.root = root
    command = root
    entry = root.entry(below: nil)
  }

  func isGiven(_ row: Row) -> Bool { given[row.name] != nil }

  /// The next word may name a topic of help.
  var canNameTopic: Bool { asksByWord && !isLost && entry.path.count == 1 }

  /// What help was asked for by name, and there is none on.
  var unknownHelp: Mistake? {
    guard asksByWord else { return nil }
    return mistakes.first { if case .unknownHelp = $0 { true } else { false } }
  }

  mutating func read(_ words: [String]) {
    var rest = words[...]
    var isPastDashes = false
    while let word = rest.popFirst() {
      if isPastDashes || !word.looksLikeOption {
        readWord(word)
      } else if word == "--" {
        isPastDashes = true
      } else {
        readOption(word, &rest)
      }
    }
  }

  /// The values, once all words are read.
  mutating func finish() throws(UsageErrors) -> Values {
    if !isLost, let standard = command.standardCommand { descend(to: standard) }
    assignArguments()
    var mistakes = mistakes.map(withHint)
    if case .action = command.body {
      // What an unknown option was probably meant for is not also missing.
      let meant = Set(mistakes.compactMap(\.row?.name))
      let absent = (entry.rows + entry.common).filter { row in
        row.isRequired && given[row.name] == nil && !meant.contains(row.name)
      }
      mistakes += absent.map { .missing($0) }
    }
    guard mistakes.isEmpty else { throw UsageErrors(mistakes, in: entry) }
    return Values(entry: entry, words: given)
  }
}

// MARK: - Words

extension Line {
  private mutating func readWord(_ word: String) {
    let mayBeValue = followsUnknown
    followsUnknown = false
    switch command.body {
    case .action:
      arguments.append((word, mayBeValue))
    case .group(let commands):
      if isLost { return }
      let topics = canNameTopic ? root.topics : []
      topic = topics.first { $0.name == word }
      if let next = commands.first(where: { $0.name == word }) {
        descend(to: next)
      } else if Texts.helpWords.contains(word) {
        given[BuiltIn.help.name] = []
        asksByWord = true
      } else if topic == nil, !mayBeValue {
        mistakes.append(unknown(word, among: commands.map(\.name), topics.map(\.name)))
        isLost = true
      }
    }
  }

  private func unknown(_ word: String, among known: [String], _ topics: [String]) -> Mistake {
    let similar = mostSimilar(to: word, among: known + topics)
    return asksByWord
      ? .unknownHelp(word: word, similar: similar, commands: known, topics: topics)
      : .unknownCommand(word: word, similar: similar, known: known)
  }

  /// What was given to a group's standard command is not given to another one.
  private mutating func descend(to next: Command<Context>) {
    if next.name != command.standard {
      for row in entry.rows where given.removeValue(forKey: row.name) != nil {
        mistakes.append(.unknownOption(name: row.name, nil))
      }
    }
    command = next
    entry = next.entry(below: entry)
  }

  private mutating func assignArguments() {
    let rows = entry.arguments
    if !rows.contains(where: \.isRepeated) {
      while arguments.count > rows.count, let value = arguments.firstIndex(where: \.mayBeValue) {
        arguments.remove(at: value)
      }
    }
    var rest = arguments.map(\.word)[...]
    for row in rows where !rest.isEmpty {
      let words = row.isRepeated ? rest : rest.prefix(1)
      rest = rest.dropFirst(words.count)
      take(Array(words), for: row)
    }
    mistakes += rest.map { .unexpected(word: $0) }
  }

  /// Keeps the words of a row and notes what is wrong with them. An empty word, such as an unset
  /// variable of the shell leaves behind, is no value.
  private mutating func take(_ words: [String], for row: Row) {
    given[row.name] = words
    for word in words {
      if word.isEmpty {
        mistakes.append(row.isArgument ? .missing(row) : .missingValue(row))
        continue
      }
      do {
        try row.check(word)
      } catch {
        mistakes.append(.invalid(row, word: word, reason: error.reason))
      }
    }
  }
}

// MARK: - Options

extension Line {
  private mutating func readOption(_ word: String, _ rest: inout ArraySlice<String>) {
    followsUnknown = false
    let (name, value) = word.splitAtEquals
    guard let row = entry.option(name) else {
      if !isLost { readUnknown(name, hasValue: value != nil, &rest) }
      return
    }
    if isGiven(row) { mistakes.append(.repeated(row)) }
    if row.kind == .flag {
      given[row.name] = []
      if let value { mistakes.append(.flagWithValue(row, value: value)) }
    } else if let value {
      take([value], for: row)
    } else if let next = rest.first, !next.looksLikeOption {
      rest.removeFirst()
      take([next], for: row)
    } else {
      given[row.name] = []
      mistakes.append(.missingValue(row, dashed: dashedValue(&rest)))
    }
  }

  /// A word such as `-5` where a value belongs: no option, so it can only be meant as the value.
  private func dashedValue(_ rest: inout ArraySlice<String>) -> String? {
    guard let next = rest.first, next != "--", entry.option(next.splitAtEquals.name) == nil
    else { return nil }
    return rest.popFirst()
  }

  /// Notes an unknown option and passes over its value, so that one slip is one mistake.
  private mutating func readUnknown(
    _ name: String, hasValue: Bool, _ rest: inout ArraySlice<String>
  ) {
    mistakes.append(.unknownOption(name: name, nil))
    let meant = owners(of: name).first?.option(name) ?? similar(to: name)?.row
    guard !hasValue, let next = rest.first, !next.looksLikeOption else { return }
    if let meant {
      if meant.kind != .flag { rest.removeFirst() }
    } else {
      followsUnknown = true
    }
  }

  /// An unknown option is explained last, when it is known which command was meant.
  private func withHint(_ mistake: Mistake) -> Mistake {
    guard case .unknownOption(let name, nil) = mistake else { return mistake }
    if let row = entry.option(name) { return .unknownOption(name: name, .afterCommand(row)) }
    let owners = owners(of: name)
    if !owners.isEmpty {
      return .unknownOption(name: name, .ofOthers(commands: owners.map(\.name)))
    }
    return .unknownOption(name: name, similar(to: name).map { .similar(name: $0.name, $0.row) })
  }

  /// The commands that have an option of this name to themselves.
  private func owners(of name: String) -> [Entry] {
    root.entries().filter { entry in
      !entry.isGroup && entry.rows.contains { !$0.isArgument && $0.names.contains(name) }
    }
  }

  private func similar(to name: String) -> (name: String, row: Row)? {
    guard let known = mostSimilar(to: name, among: entry.options.flatMap(\.names)),
      let row = entry.option(known)
    else { return nil }
    return (known, row)
  }
}

extension String {
  /// Begins with a dash. A lone `-` is an ordinary word: standard input.
  fileprivate var looksLikeOption: Bool { unicodeScalars.first == "-" && self != "-" }

  /// `--mes=2025-10` as name and value.
  fileprivate var splitAtEquals: (name: String, value: String?) {
    guard let equals = unicodeScalars.firstIndex(of: "=") else { return (self, nil) }
    return (String(self[..<equals]), String(self[unicodeScalars.index(after: equals)...]))
  }
}
