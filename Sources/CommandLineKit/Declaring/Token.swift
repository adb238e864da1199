/// Why a word will not do as a value.
///
/// The reason follows a colon and says what to write: `escreva 2025-10 ou 10/2025`.
package struct InvalidValue: Error, Equatable, Sendable {
  package let reason: String

  package init(_ reason: String) { self.reason = reason }
}

/// The key to the typed value of a row.
package struct Token<Value>: Sendable {
  package let row: Row
  let read: @Sendable (_ words: [String]?) throws(InvalidValue) -> Value
}

/// What was typed, for the tokens of the command that was understood.
package struct Values: Sendable {
  /// The command, as errors found later than on the line need it.
  package let entry: Entry
  /// The words given to each row, by the row's name; a flag has none.
  let words: [String: [String]]

  /// The value of a row.
  ///
  /// Every word has already passed the same reading, so only a token of a row that this command does not
  /// accept can throw.
  package subscript<Value>(token: Token<Value>) -> Value {
    get throws(InvalidValue) { try token.read(words[token.row.name]) }
  }

  /// True when the line has it.
  package func isGiven(_ row: Row) -> Bool { words[row.name] != nil }

  /// The usage error for mistakes that show only after parsing, such as a file that neither the line nor
  /// the configuration names.
  package func errors(_ mistakes: [Mistake]) -> UsageErrors {
    UsageErrors(mistakes, in: entry)
  }
}
