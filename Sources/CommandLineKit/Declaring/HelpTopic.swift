/// A short page of help that is about no single command.
package struct HelpTopic: Sendable {
  /// A piece of a page, as help pages and the man page set it in their own ways.
  package enum Block: Sendable, Equatable {
    case heading(String)
    /// A paragraph; it is wrapped.
    case text(String)
    /// Words beside what is said of each.
    case table([Line])
    /// Lines to be typed, as they are.
    case examples([String])
  }

  package struct Line: Sendable, Equatable {
    package let label: String
    package let text: String

    package init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  package let name: String
  /// With the accents that a word to be typed does without.
  package let title: String
  /// One sentence, shown in the list of topics and above the page.
  package let summary: String
  /// Made when it is asked for.
  package let blocks: @Sendable () -> [Block]

  package init(
    _ name: String, title: String? = nil, _ summary: String,
    blocks: @escaping @Sendable () -> [Block]
  ) {
    self.name = name
    self.title = title ?? name
    self.summary = summary
    self.blocks = blocks
  }
}
