/// Takes down the rows of a command, in the order in which help shows them.
package struct Form {
  /// Reads one word. It is called again whenever the value is asked for, so it only reads.
  package typealias Parse<Value> = @Sendable (_ word: String) throws(InvalidValue) -> Value

  package private(set) var rows: [Row] = []
  private(set) var narrowings: [Narrowing] = []

  /// On or off: `--dry-run`.
  package mutating func flag(_ name: String, help: String) -> Token<Bool> {
    add(Row(.flag, name, help: help)) { words in words != nil }
  }

  /// An option with a value that may be left out: `--mes <M>`.
  ///
  /// - Parameters:
  ///   - aliases: other spellings of the name.
  ///   - value: the placeholder, `<M>`.
  ///   - shown: what holds without the option, in words; it is only shown.
  package mutating func option<Value>(
    _ name: String, aliases: [String] = [], value: String, shown: String? = nil, help: String,
    completion: Completion = .none, parse: @escaping Parse<Value> = Form.text
  ) -> Token<Value?> {
    let row = Row(
      .option(placeholder: value), name, aliases: aliases, help: help, shownDefault: shown,
      completion: completion,
      check: checking(parse))
    return add(row) { words throws(InvalidValue) in
      guard let word = words?.first else { return nil }
      return try parse(word)
    }
  }

  /// An option that must be given.
  package mutating func requiredOption<Value>(
    _ name: String, value: String, help: String,
    completion: Completion = .none, parse: @escaping Parse<Value> = Form.text
  ) -> Token<Value> {
    let row = Row(
      .option(placeholder: value), name, isRequired: true, help: help, completion: completion,
      check: checking(parse))
    return add(row) { words throws(InvalidValue) in try parse(only(words)) }
  }

  /// An argument that must be given: `<arquivo>`.
  package mutating func argument<Value>(
    _ name: String, help: String,
    completion: Completion = .none, parse: @escaping Parse<Value> = Form.text
  ) -> Token<Value> {
    let row = Row(
      .argument(isRepeated: false), name, isRequired: true, help: help, completion: completion,
      check: checking(parse))
    return add(row) { words throws(InvalidValue) in try parse(only(words)) }
  }

  /// An argument that may be left out; only other such may follow it.
  package mutating func optionalArgument<Value>(
    _ name: String, shown: String? = nil, help: String,
    completion: Completion = .none, parse: @escaping Parse<Value> = Form.text
  ) -> Token<Value?> {
    let row = Row(
      .argument(isRepeated: false), name, help: help, shownDefault: shown, completion: completion,
      check: checking(parse))
    return add(row) { words throws(InvalidValue) in
      guard let word = words?.first else { return nil }
      return try parse(word)
    }
  }

  /// One argument or more: all words that are left. No argument can follow it.
  package mutating func arguments<Value>(
    _ name: String, help: String,
    completion: Completion = .none, parse: @escaping Parse<Value> = Form.text
  ) -> Token<[Value]> {
    let row = Row(
      .argument(isRepeated: true), name, isRequired: true, help: help, completion: completion,
      check: checking(parse))
    return add(row) { words throws(InvalidValue) in
      try (words ?? []).map { word throws(InvalidValue) in try parse(word) }
    }
  }

  /// Any number of arguments, none too: all words that are left. No argument can follow it.
  package mutating func optionalArguments<Value>(
    _ name: String, help: String,
    completion: Completion = .none, parse: @escaping Parse<Value> = Form.text
  ) -> Token<[Value]> {
    let row = Row(
      .argument(isRepeated: true), name, help: help, completion: completion,
      check: checking(parse))
    return add(row) { words throws(InvalidValue) in
      try (words ?? []).map { word throws(InvalidValue) in try parse(word) }
    }
  }

  /// Says of an option of the groups above that this command takes only some of its values. It is
  /// the command that refuses the others.
  ///
  /// - Parameter shown: what holds without the option, in words; it is only shown.
  package mutating func narrow(_ name: String, to values: [String], shown: String, help: String) {
    narrowings.append(Narrowing(name: name, values: values, shown: shown, help: help))
  }

  /// The word itself, for values that are plain text.
  @Sendable package static func text(_ word: String) -> String { word }

  private mutating func add<Value>(
    _ row: Row, read: @escaping @Sendable (_ words: [String]?) throws(InvalidValue) -> Value
  ) -> Token<Value> {
    rows.append(row)
    return Token(row: row, read: read)
  }
}

extension Form {
  /// An option whose values are the cases of an enum.
  ///
  /// - Parameters:
  ///   - value: the placeholder; without it, the name: `--formato <formato>`.
  ///   - usual: those that are shown and completed where no command has others; without it, all.
  package mutating func choice<Choice>(
    _ name: String, _ type: Choice.Type, value: String? = nil, usual: [Choice]? = nil,
    shown: String? = nil, help: String
  ) -> Token<Choice?>
  where Choice: CaseIterable & RawRepresentable<String> & Sendable {
    let words = Choice.allCases.map(\.rawValue)
    let usual = usual?.map(\.rawValue) ?? words
    return option(
      name, value: value ?? "<\(name.drop { $0 == "-" })>", shown: shown, help: help,
      completion: .values(usual)
    ) { word throws(InvalidValue) in
      guard let choice = Choice(rawValue: word) else {
        let meant = mostSimilar(to: word, among: words) == nil ? usual : words
        throw InvalidValue(Texts.permitted(meant, typed: word))
      }
      return choice
    }
  }

  /// An option whose values are the cases of an enum, one of which holds when it is not given.
  package mutating func choice<Choice>(
    _ name: String, _ type: Choice.Type, value: String? = nil, default: Choice, help: String
  ) -> Token<Choice>
  where Choice: CaseIterable & RawRepresentable<String> & Sendable {
    let given = choice(name, type, value: value, shown: `default`.rawValue, help: help)
    return Token(row: given.row) { words throws(InvalidValue) in
      try given.read(words) ?? `default`
    }
  }
}

private func checking<Value>(
  _ parse: @escaping Form.Parse<Value>
) -> @Sendable (String) throws(InvalidValue) -> Void {
  { word throws(InvalidValue) in _ = try parse(word) }
}

private func only(_ words: [String]?) throws(InvalidValue) -> String {
  guard let word = words?.first else { throw InvalidValue(Texts.notGiven) }
  return word
}
