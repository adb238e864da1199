/// What a line asks for.
package enum Request<Context>: Sendable {
  case run(Invocation<Context>)
  /// The help page that was asked for.
  case help(page: String)
  /// Only a group was named, or nothing at all: the help page of what is there, and a usage error.
  case commandMissing(page: String)
  case version(String)
  case completionScript(String)
  case manualPage(ManualPage)
  case completion(CompletionQuestion)
}

/// A command with the values given to it, ready to run.
package struct Invocation<Context>: Sendable {
  package let values: Values
  let action: Command<Context>.Action

  package func run(in context: Context) throws { try action(values, context) }
}

/// Understands the words of a line by a tree of commands. It does nothing else.
package struct Parser<Context>: Sendable {
  package let tree: Command<Context>
  /// The width of help pages, in characters.
  package let width: Int

  package init(_ tree: Command<Context>, width: Int = 80) {
    self.tree = tree
    self.width = width
  }

  /// - Parameter words: the line without the program's name.
  /// - Throws: every mistake on the line. A request for help or version outweighs them all.
  package func parse(_ words: [String]) throws(UsageErrors) -> Request<Context> {
    if words.first == Texts.completionWord,
      let question = CompletionQuestion(Array(words.dropFirst()), tree)
    {
      return .completion(question)
    }
    var line = Line(tree)
    line.read(words)
    if let slip = line.unknownHelp { throw UsageErrors([slip], in: line.entry) }
    if let topic = line.topic {
      let group = line.entry.path.count > 1 ? line.entry : nil
      return .help(page: topicPage(topic, group: group, width: width))
    }
    if line.isGiven(BuiltIn.help) { return .help(page: page(line.entry)) }
    if let version = tree.version, line.isGiven(BuiltIn.version) { return .version(version) }

    let values = try line.finish()
    if let script = try? values[BuiltIn.completionScript] {
      return .completionScript(script.text(for: tree.name))
    }
    if values.isGiven(BuiltIn.manualPage) {
      return .manualPage(ManualPage(tree.entries(), version: tree.version))
    }
    switch line.command.body {
    case .group: return .commandMissing(page: page(line.entry))
    case .action(let declare):
      return .run(Invocation(values: values, action: declare().action))
    }
  }

  private func page(_ entry: Entry) -> String { helpPage(entry, width: width) }
}
