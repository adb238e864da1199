/// What texts for people are laid out for.
package struct Page: Sendable {
  /// Columns; nil where lines may be of any length, as in a file.
  package var width: Int?
  package var isStyled: Bool
  /// How many items of a long list are shown; nil for all, as in a file.
  package var items: Int?

  /// How many items of a long list somebody at a terminal is shown.
  package static let itemsAtATerminal = 10

  package init(width: Int? = nil, isStyled: Bool = false, items: Int? = nil) {
    self.width = width
    self.isStyled = isStyled
    self.items = items
  }

  /// The page that is being written. Texts are made of texts many calls deep, and only the outermost
  /// and the innermost, a table or a styled word, care for this.
  @TaskLocal package static var current = Page()

  /// What the terminal behind a descriptor shows. Colours are left out where `NO_COLOR` is set, and
  /// where the terminal is a dumb one.
  ///
  /// - Parameters:
  ///   - columns: of the terminal, or as the environment has it; nil when neither is known.
  package static func ofTerminal(
    columns: Int?, isTerminal: Bool, environment: (String) -> String?
  ) -> Page {
    guard isTerminal else {
      // Who sets COLUMNS wants it, wherever the text goes.
      return Page(width: environment("COLUMNS") == nil ? nil : columns)
    }
    let refused = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    return Page(
      width: columns, isStyled: !refused && environment("TERM") != "dumb",
      items: itemsAtATerminal)
  }
}
