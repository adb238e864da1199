/// One command as help, errors, completion and documents see it: all but what it does.
package struct Entry: Sendable {
  /// The words that lead to it: `["comissoes", "base", "criar"]`.
  package let path: [String]
  package let summary: String
  /// Of a group without any, the first one of each of its commands.
  package let examples: [String]
  /// The rows of this command only, hidden ones included. A group with a standard command has the
  /// options of that one.
  package let rows: [Row]
  /// The rows shared with other commands, the nearest group's first, those of the kit last.
  package let common: [Row]
  /// The commands of a group, none for any other command.
  package let commands: [(name: String, summary: String)]
  /// The name of the command that is meant when a group is named alone.
  package let standard: String?
  /// The pages of help of the program itself, none for any other command.
  package let topics: [HelpTopic]
}

extension Entry {
  /// `comissoes base criar`.
  package var name: String { path.joined(separator: " ") }

  package var isGroup: Bool { !commands.isEmpty }

  package var arguments: [Row] { rows.filter(\.isArgument) }

  /// The options to show, its own first.
  package var options: [Row] { (rows + common).filter { !$0.isArgument && !$0.isHidden } }

  /// The option or flag of this name, hidden ones included.
  func option(_ name: String) -> Row? {
    (rows + common).first { !$0.isArgument && $0.names.contains(name) }
  }

  /// `comissoes controle`, `[--mes <M>]`, …: what the usage line is made of, in pieces not to be broken.
  var usage: [String] {
    let own = rows.filter { !$0.isHidden }
    let pieces =
      isGroup
      ? [standard == nil ? Texts.commandPlaceholder : "[\(Texts.commandPlaceholder)]"]
      : own.filter { !$0.isArgument }.map(\.usage) + arguments.map(\.usage)
    return [name] + pieces + [Texts.optionsPlaceholder]
  }
}

extension Command {
  /// Every command of the tree, itself first, in the order of declaration.
  package func entries() -> [Entry] { entries(below: nil) }

  private func entries(below parent: Entry?) -> [Entry] {
    let own = entry(below: parent)
    guard case .group(let commands) = body else { return [own] }
    return [own] + commands.flatMap { $0.entries(below: own) }
  }

  func entry(below parent: Entry?) -> Entry {
    let commands: [Command] = if case .group(let commands) = body { commands } else { [] }
    let declaration = declaration
    let standard = standardCommand
    return Entry(
      path: (parent?.path ?? []) + [name],
      summary: summary,
      examples: examples.isEmpty ? commands.compactMap(\.examples.first) : examples,
      rows: standard?.declaration?.rows.filter { !$0.isArgument } ?? declaration?.rows ?? [],
      common: common
        + (parent?.common ?? BuiltIn.rows(withVersion: version != nil)).map { row in
          declaration?.narrowings.first { $0.name == row.name }.map(row.narrowed) ?? row
        },
      commands: commands.map { ($0.name, $0.summary) }, standard: standard?.name, topics: topics)
  }
}
