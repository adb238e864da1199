/// A node in the tree of commands: a command that does something, or a group of them.
///
/// `Context` is what a command works in, made by the program: terminal, clock, environment.
package struct Command<Context>: Sendable {
  package typealias Action = @Sendable (Values, Context) throws -> Void

  /// What a command accepts, and what it does with it.
  struct Declaration {
    /// Accepted by this command only.
    var rows: [Row] = []
    /// What it takes of the options of the groups above.
    var narrowings: [Narrowing] = []
    let action: Action
  }

  enum Body: Sendable {
    /// Declared anew whenever it is asked for, which a program of many commands is for few of them.
    case action(@Sendable () -> Declaration)
    case group([Command])
  }

  let name: String
  let summary: String
  let examples: [String]
  let version: String?
  /// Pages of help beside those of the commands; only the root's count.
  let topics: [HelpTopic]
  /// Accepted here and by every command below.
  let common: [Row]
  let body: Body
  /// The command of a group that is meant when none is named.
  let standard: String?

  /// A command that does something.
  ///
  /// - Parameters:
  ///   - summary: one sentence, shown in the list of commands and above the help page.
  ///   - examples: whole lines that can be typed.
  ///   - declare: appends the rows and gives back what to do with their values. Nothing is done before
  ///     the whole line is understood. It may be called more than once.
  package init(
    _ name: String, _ summary: String, examples: [String] = [],
    declare: @escaping @Sendable (inout Form) -> Action
  ) {
    self.init(
      name: name, summary: summary, examples: examples, version: nil, topics: [], common: [],
      body: .action {
        var form = Form()
        let action = declare(&form)
        return Declaration(rows: form.rows, narrowings: form.narrowings, action: action)
      }, standard: nil)
  }

  /// A group of commands.
  ///
  /// - Parameters:
  ///   - version: shown by `--versao`; only the root's counts.
  ///   - standard: the name of the command that is meant when none is named; it takes no arguments.
  package static func group(
    _ name: String, _ summary: String, _ commands: [Command], examples: [String] = [],
    version: String? = nil, standard: String? = nil
  ) -> Command {
    Command(
      name: name, summary: summary, examples: examples, version: version, topics: [], common: [],
      body: .group(commands), standard: standard)
  }

  /// A group of commands that share options, accepted before and after the command's own word.
  ///
  /// - Parameters:
  ///   - standard: the name of the command that is meant when none is named; it takes no arguments.
  ///   - topics: pages of help beside those of the commands; only the root's count.
  ///   - common: appends the shared rows and gives back how their values, with the context of the
  ///     group, become the context of the commands.
  package static func group<Inner>(
    _ name: String, _ summary: String, _ commands: [Command<Inner>], examples: [String] = [],
    version: String? = nil, topics: [HelpTopic] = [], standard: String? = nil,
    common: (inout Form) -> @Sendable (Values, Context) throws -> Inner
  ) -> Command {
    var form = Form()
    let prepare = common(&form)
    return Command(
      name: name, summary: summary, examples: examples, version: version, topics: topics,
      common: form.rows, body: .group(commands.map { $0.prepared(by: prepare) }),
      standard: standard)
  }

  private init(
    name: String, summary: String, examples: [String], version: String?, topics: [HelpTopic],
    common: [Row], body: Body, standard: String?
  ) {
    self.name = name
    self.summary = summary
    self.examples = examples
    self.version = version
    self.topics = topics
    self.common = common
    self.body = body
    self.standard = standard
  }

  /// Nil for a group.
  var declaration: Declaration? { if case .action(let declare) = body { declare() } else { nil } }

  /// The command of a group that is meant when none is named.
  var standardCommand: Command? {
    guard let standard, case .group(let commands) = body else { return nil }
    return commands.first { $0.name == standard }
  }

  /// The same command, working in what `prepare` makes of another context.
  private func prepared<Outer>(
    by prepare: @escaping @Sendable (Values, Outer) throws -> Context
  ) -> Command<Outer> {
    let body: Command<Outer>.Body =
      switch self.body {
      case .action(let declare):
        .action {
          let inner = declare()
          return Command<Outer>.Declaration(rows: inner.rows, narrowings: inner.narrowings) {
            values, outer in try inner.action(values, prepare(values, outer))
          }
        }
      case .group(let commands):
        .group(commands.map { $0.prepared(by: prepare) })
      }
    return Command<Outer>(
      name: name, summary: summary, examples: examples, version: version, topics: topics,
      common: common, body: body, standard: standard)
  }
}
