/// A line that is being typed, up to the cursor: what may come there.
///
/// Shells ask it through a first word that nobody types; the answer goes to stdout for the script
/// that asked.
package struct CompletionQuestion: Sendable {
  /// What the line has given before the cursor.
  package struct Given: Sendable {
    let words: [String: [String]]
    /// The words that are no options, after those of the command.
    package let arguments: [String]

    /// The value of an option that takes one; nil when it is not given.
    package func value(_ option: String) -> String? { words[option]?.first }
  }

  private enum Place {
    case commands
    case options
    /// A value; `head` is what stands before it in the same word, as in `--mes=`.
    case value(Completion, head: String)
    case nothing
  }

  package let given: Given
  private let shell: CompletionScript
  private let entry: Entry
  private let topics: [Suggestion]
  private let typed: ShellWord
  private let place: Place

  /// - Parameter words: the name of the shell, then the line in one word, from the program's name
  ///   to the cursor; of fish, which takes it apart itself, its words without the program's name.
  ///   Nil for anything else.
  init?<Context>(_ words: [String], _ tree: Command<Context>) {
    guard let shell = words.first.flatMap(CompletionScript.init) else { return nil }
    self.shell = shell
    var done = words.dropFirst().map { ShellWord(text: $0) }
    if shell == .fish {
      typed = ShellWord.words(done.popLast()?.text ?? "").last ?? ShellWord()
    } else {
      done = ShellWord.words(done.first?.text ?? "")
      typed = done.popLast() ?? ShellWord()
      done = Array(done.dropFirst())
    }
    let before = done.map(\.text)
    var line = Line(tree)
    line.read(before)
    entry = line.entry
    given = Given(words: line.given, arguments: line.arguments.map(\.word))
    topics = line.canNameTopic ? tree.topics.map { Suggestion($0.name, $0.summary) } : []
    place = Self.place(of: typed.text, after: before, in: line)
  }

  private static func place<Context>(
    of typed: String, after before: [String], in line: Line<Context>
  ) -> Place {
    let entry = line.entry
    if !before.contains("--") {
      if let last = before.last, let row = entry.option(last), row.placeholder != nil {
        return .value(row.completion, head: "")
      }
      if typed.hasPrefix("-") {
        guard let equals = typed.firstIndex(of: "=") else { return .options }
        let row = entry.option(String(typed[..<equals]))
        return .value(row?.completion ?? .none, head: String(typed[...equals]))
      }
    }
    if entry.isGroup { return .commands }
    let rows = entry.arguments
    if line.arguments.count < rows.count {
      return .value(rows[line.arguments.count].completion, head: "")
    }
    if let last = rows.last, last.isRepeated { return .value(last.completion, head: "") }
    return typed.isEmpty ? .options : .nothing
  }
}

// MARK: - The answer

extension CompletionQuestion {
  /// The kind of answer in the first line, then a word in each, as the script of the shell reads it.
  ///
  /// - Parameter lookup: the words that `Completion.lookup` stands for.
  package func answer(_ lookup: (_ name: String, Given) -> [Suggestion]) -> String {
    switch place {
    case .nothing: ""
    case .commands: lines(commands, head: "")
    case .options: lines(options, head: "")
    case .value(let completion, let head):
      switch completion {
      case .none: ""
      case .values(let values): lines(values.map { Suggestion($0) }, head: head)
      case .directory: "folders\n"
      case .file(let extensions): "files\t\(extensions.joined(separator: "|"))\n"
      case .lookup(let name):
        lines(lookup(name, given).filter { !given.arguments.contains($0.word) }, head: head)
      }
    }
  }

  private var commands: [Suggestion] {
    entry.commands.map { Suggestion($0.name, $0.summary) }
      + topics.filter { topic in !entry.commands.contains { $0.name == topic.word } }
  }

  /// By their first spelling, unless it is another that has been begun.
  private var options: [Suggestion] {
    let free = entry.options.filter { given.words[$0.name] == nil }
    return free.flatMap { row in
      let names = typed.text.isEmpty ? [] : row.names.filter { $0.hasPrefix(typed.text) }
      return [Suggestion(names.first ?? row.name, row.help)]
    }
  }

  private func lines(_ suggestions: [Suggestion], head: String) -> String {
    let begun = String(typed.text.dropFirst(head.count))
    let found = suggestions.matching(begun).filter { $0.word.isPlainLine && !$0.word.isEmpty }
    guard !found.isEmpty else { return "" }
    let kind = found.count == 1 || found.continues(begun) ? "words" : "list"
    let lines = found.map { suggestion in
      switch shell {
      case .bash: typed.quoted(head + suggestion.word)
      case .zsh: "\(head)\(suggestion.word)\t\(suggestion.line)"
      case .fish: "\(head)\(suggestion.word)\t\(suggestion.plainNote)"
      }
    }
    return ([kind] + lines).map { "\($0)\n" }.joined()
  }
}

extension Suggestion {
  /// The word with what it is, where a shell does not put the two side by side.
  fileprivate var line: String {
    plainNote.isEmpty ? word : "\(word)  – \(plainNote)"
  }

  fileprivate var plainNote: String { note.isPlainLine ? note : "" }
}
