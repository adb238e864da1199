/// The man page of a program, made of the same rows as its help. [groff_man(7)]
package struct ManualPage: Sendable {
  private let entries: [Entry]
  private let version: String

  init(_ entries: [Entry], version: String?) {
    self.entries = entries
    self.version = version?.split(separator: "\n").first.map(String.init) ?? ""
  }

  /// The page as `man` reads it.
  ///
  /// - Parameter day: when it was made: `2025-11-03`.
  package func roff(day: String) -> String {
    guard let program = entries.first else { return "" }
    var page = Roff()
    // The hyphens of a date are no minus signs, which a macro would make of them.
    let title = [program.name.uppercased(), "1", day, version, Texts.manual]
    page.request("TH " + title.map { "\"\($0)\"" }.joined(separator: " "))
    // Words of the command line must not be broken, nor stretched.
    page.request("nh")
    page.request("ad l")
    page.section(Texts.manualName)
    page.text("\(program.name) \\- \(Roff.escaped(program.summary))", escaped: true)
    page.section(Texts.manualSynopsis)
    page.usage(program)
    page.section(Texts.manualOptions)
    page.text(Texts.manualOfOptions)
    for row in program.options { page.item(row.helpLabel, row.details) }
    page.section(Texts.manualCommands)
    for entry in entries where !entry.isGroup { page.command(entry) }
    for topic in program.topics { page.topic(topic) }
    page.section(Texts.manualExamples)
    page.examples(program.examples)
    return page.text
  }
}

extension Roff {
  fileprivate mutating func usage(_ entry: Entry) {
    let words = entry.usage.dropFirst().map(Roff.escaped).joined(separator: " ")
    text("\\fB\(Roff.escaped(entry.name))\\fR \(words)", escaped: true)
  }

  fileprivate mutating func command(_ entry: Entry) {
    macro("SS", entry.name)
    text(entry.summary)
    macro("PP")
    usage(entry)
    for row in entry.rows where !row.isHidden { item(row.helpLabel, row.details) }
    if !entry.examples.isEmpty {
      macro("PP")
      text(Texts.examples)
      examples(entry.examples)
    }
  }

  fileprivate mutating func topic(_ topic: HelpTopic) {
    section(topic.title)
    text(topic.summary)
    for block in topic.blocks() {
      switch block {
      case .heading(let text): macro("SS", text)
      case .text(let text):
        macro("PP")
        self.text(text)
      case .table(let lines): for line in lines { item(line.label, line.text) }
      case .examples(let lines): examples(lines)
      }
    }
  }
}
