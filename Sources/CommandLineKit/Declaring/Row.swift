/// One option, flag or argument as it is declared: all that parser, help, completion and documents see.
package struct Row: Sendable {
  package enum Kind: Sendable, Equatable {
    /// `--dry-run`
    case flag
    /// `--mes <M>`; the placeholder is written with its angle brackets.
    case option(placeholder: String)
    /// `<arquivo>`, told by its place; a repeated one takes all words that are left.
    case argument(isRepeated: Bool)
  }

  package let kind: Kind
  /// `--mes`, or `<arquivo>` for an argument. No two rows that one command accepts bear the same.
  package let name: String
  package let aliases: [String]
  package let isRequired: Bool
  /// A hidden row is accepted and never shown.
  package var isHidden = false
  package let help: String
  /// What holds when the row is not given, in words.
  package let shownDefault: String?
  package let completion: Completion
  /// Says why one word will not do as value.
  let check: @Sendable (_ word: String) throws(InvalidValue) -> Void

  init(
    _ kind: Kind, _ name: String, aliases: [String] = [], isRequired: Bool = false,
    help: String, shownDefault: String? = nil, completion: Completion = .none,
    check: @escaping @Sendable (_ word: String) throws(InvalidValue) -> Void = { _ in }
  ) {
    self.kind = kind
    self.name = name
    self.aliases = aliases
    self.isRequired = isRequired
    self.help = help
    self.shownDefault = shownDefault
    self.completion = completion
    self.check = check
  }
}

extension Row {
  /// Every spelling, the first one first.
  package var names: [String] { [name] + aliases }

  package var isArgument: Bool {
    if case .argument = kind { true } else { false }
  }

  package var isRepeated: Bool { kind == .argument(isRepeated: true) }

  /// `<M>` of `--mes <M>`.
  package var placeholder: String? {
    if case .option(let placeholder) = kind { placeholder } else { nil }
  }

  /// `--mes <M>`, as errors and the usage line call it.
  package var label: String { name + suffix }

  /// `--ajuda, --help, -h`, as help calls it.
  package var helpLabel: String { names.joined(separator: ", ") + suffix }

  /// `--mes <M>`, or `[--mes <M>]` when it may be left out.
  package var usage: String { isRequired ? label : "[\(label)]" }

  private var suffix: String {
    switch kind {
    case .flag, .argument(isRepeated: false): ""
    case .option(let placeholder): " \(placeholder)"
    case .argument(isRepeated: true): " ..."
    }
  }
}

/// What help and completion of one command say of an option that it shares with others.
struct Narrowing: Sendable {
  let name: String
  let values: [String]
  let shown: String
  let help: String
}

extension Row {
  func narrowed(by narrowing: Narrowing) -> Row {
    var row = Row(
      kind, name, aliases: aliases, isRequired: isRequired, help: narrowing.help,
      shownDefault: narrowing.shown, completion: .values(narrowing.values), check: check)
    row.isHidden = isHidden
    return row
  }
}

/// What a shell can offer for a value.
package enum Completion: Sendable, Equatable {
  case none
  /// Files whose names end so, without the dot, in either case.
  case file(extensions: [String])
  case directory
  /// One of these words; help and errors list them too.
  case values([String])
  /// Words that the program looks up when a shell asks; this name tells it which.
  case lookup(String)
}
