package import CommandLineKit
package import Dominio

/// The world around a command: where it writes, how wide, which day it is. Commands touch nothing
/// else, so that a test can stand in for the terminal.
package struct Shell: Sendable {
  /// Writes results, on stdout.
  package var writeBytes: @Sendable ([UInt8]) throws(OutputError) -> Void
  /// Tells progress, avisos and errors, on stderr.
  package var complain: @Sendable (String) -> Void
  package var environment: @Sendable (String) -> String?
  package var today: @Sendable () -> Dia
  /// This moment in UTC, to the second: `2025-11-03T14:05:11Z`.
  package var now: @Sendable () -> String
  /// The clock on the wall, for what people are told of the record.
  package var fuso = Fuso.utc
  /// Who is at work, for the record.
  package var user: @Sendable () -> String
  /// The descriptor of standard input.
  package var input: Int32 = 0
  /// Tells avisos and what else is no error, on stderr.
  package var remark: @Sendable (String) -> Void
  /// Characters in a line of help.
  package var width: Int
  /// What standard output is laid out for.
  package var page = Page()
  /// Tells what goes on, where somebody is told.
  package var narrator: Narrator?
  /// Puts a question to who sits at the terminal, and tells whether the answer was yes; nil when
  /// nobody sits there.
  package var confirm: (@Sendable (_ question: String) -> Bool)?
  /// Takes over the terminal, key by key; nil when nobody sits there.
  package var keyboard: @Sendable () -> Keyboard? = { nil }

  /// Ends the process in silence when it is still at work after some seconds.
  package var hurry: @Sendable (_ seconds: UInt32) -> Void = { _ in }

  package init(
    writeBytes: @escaping @Sendable ([UInt8]) throws(OutputError) -> Void,
    complain: @escaping @Sendable (String) -> Void,
    environment: @escaping @Sendable (String) -> String?,
    today: @escaping @Sendable () -> Dia,
    now: @escaping @Sendable () -> String,
    user: @escaping @Sendable () -> String,
    width: Int
  ) {
    self.writeBytes = writeBytes
    self.complain = complain
    remark = complain
    self.environment = environment
    self.today = today
    self.now = now
    self.user = user
    self.width = width
  }
}

extension String {
  /// With no line wider than that, as far as words let it.
  func folded(to width: Int?) -> String { folded(to: width, program: "comissoes") }
}

extension Shell {
  package func write(_ text: String) throws(OutputError) { try writeBytes([UInt8](text.utf8)) }

  /// Writes a text for people, as the page wants it.
  func write(onPage text: () -> String) throws(OutputError) {
    let text = Page.$current.withValue(page) { text() }
    try write(text.visible.folded(to: page.width).rendered(styled: page.isStyled))
  }

  /// The page of a dialogue at the terminal: that of results, wherever those go.
  private var dialoguePage: Page { Page(width: width, items: page.items ?? Page.itemsAtATerminal) }

  /// Shows, in a dialogue at the terminal, what is laid out for its page.
  func complain(onPage text: () -> String) {
    complain(Page.$current.withValue(dialoguePage) { text() })
  }
}

/// stdout cannot be written.
package enum OutputError: Error, Equatable, Sendable {
  /// The reader has gone (`| head`): no error for who types it.
  case closed
  case system(errno: Int32)
}
