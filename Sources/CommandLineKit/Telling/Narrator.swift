private import Synchronization

/// Tells on standard error what goes on: a line that moves while something takes long, and, for who
/// asked for it, each step with the time that it took.
///
/// The line moves only where somebody sits; elsewhere nothing is told of progress.
package final class Narrator: Sendable {
  /// Nil where nobody is told anything.
  @TaskLocal package static var current: Narrator?

  private struct State {
    var isQuiet = false
    var isVerbose = false
    var shown = false
    var lastShown: Duration = .zero
    /// How many rows there were when the same was read before.
    var known: [String: Int] = [:]
  }

  /// What is quicker than this is not worth a word.
  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  private let state = Mutex(State())
  /// Since some moment in the past.
  private let clock: @Sendable () -> Duration
  /// Writes on standard error.
  private let write: @Sendable (String) -> Void
  /// False where a line cannot be written over.
  private let moves: Bool
  /// Columns of the terminal.
  private let width: Int

  package init(
    clock: @escaping @Sendable () -> Duration, write: @escaping @Sendable (String) -> Void,
    moves: Bool, width: Int
  ) {
    self.clock = clock
    self.write = write
    self.moves = moves
    self.width = width
  }

  package func setVolume(isQuiet: Bool, isVerbose: Bool) {
    state.withLock {
      $0.isQuiet = isQuiet
      $0.isVerbose = isVerbose
    }
  }

  /// True when somebody is to see rows go by.
  package var followsRows: Bool { moves && !state.withLock(\.isQuiet) }

  /// Tells one thing to who asked for details.
  package func detail(_ text: @autoclosure () -> String) {
    guard state.withLock(\.isVerbose) else { return }
    clear()
    write("\(text())\n")
  }

  /// Does something and tells how long it took.
  package func step<Result, Failure: Error>(
    _ name: String, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = clock()
    let result = try body()
    detail("\(name): \(Texts.seconds(clock() - start))")
    return result
  }

  /// Begins to count the rows of something.
  package func rows(of name: String) -> RowCount {
    RowCount(name: name, total: state.withLock { $0.known[name] }, start: clock(), narrator: self)
  }

  fileprivate func show(_ count: RowCount) {
    let now = clock()
    let due = state.withLock { state in
      guard !state.isQuiet, now - count.start >= Self.patience,
        !state.shown || now - state.lastShown >= Self.interval
      else { return false }
      state.lastShown = now
      state.shown = true
      return true
    }
    guard moves, due else { return }
    let line = Texts.progress(
      count.name, rows: count.rows, of: count.total, after: now - count.start)
    write("\r\u{1B}[K\(line.wrapped(to: max(width - 1, 20))[0])")
  }

  fileprivate func finish(_ count: RowCount) {
    state.withLock { $0.known[count.name] = count.rows }
    clear()
  }

  /// Takes the moving line away.
  package func clear() {
    let shown = state.withLock { state in
      defer { state.shown = false }
      return state.shown
    }
    if shown, moves { write("\r\u{1B}[K") }
  }
}

/// Rows that go by.
package struct RowCount {
  fileprivate let name: String
  /// Nil when it is not known how many there will be.
  fileprivate let total: Int?
  fileprivate let start: Duration
  fileprivate let narrator: Narrator
  fileprivate var rows = 0

  fileprivate init(name: String, total: Int?, start: Duration, narrator: Narrator) {
    self.name = name
    self.total = total
    self.start = start
    self.narrator = narrator
  }

  /// One more.
  package mutating func next() {
    rows += 1
    // Looking at the clock takes longer than a row.
    if rows % 1024 == 0 { narrator.show(self) }
  }

  package func finish() { narrator.finish(self) }
}
