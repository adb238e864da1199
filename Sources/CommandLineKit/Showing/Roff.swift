/// Text that is being written in the language of man pages. [groff_man(7)]
struct Roff {
  private(set) var text = ".\\\" -*- coding: utf-8 -*-\n"

  /// A text in which nothing means anything to roff; its hyphens are those that can be typed.
  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  }

  mutating func macro(_ name: String, _ words: String...) {
    let words = words.map { " \"\(Self.escaped($0).replacing("\"", with: "\\(dq"))\"" }
    text += ".\(name)\(words.joined())\n"
  }

  /// A request of roff itself, which knows no quotes.
  mutating func request(_ words: String) { text += ".\(words)\n" }

  mutating func section(_ name: String) { macro("SH", name.uppercased()) }

  /// A paragraph, which roff fills.
  ///
  /// - Parameter escaped: true when what is roff in it is meant so.
  mutating func text(_ paragraph: String, escaped: Bool = false) {
    for line in Layout(width: 72).wrapped(paragraph) {
      self.line(escaped ? line : Self.escaped(line))
    }
  }

  private mutating func line(_ line: String) {
    let isControl = line.hasPrefix(".") || line.hasPrefix("'")
    text += "\(isControl ? "\\&" : "")\(line)\n"
  }

  /// A label with what is said of it below.
  mutating func item(_ label: String, _ words: String) {
    macro("TP")
    line("\\fB\(Self.escaped(label))\\fR")
    text(words)
  }

  /// Lines as they are typed.
  mutating func examples(_ lines: [String]) {
    // A section begins a paragraph of its own.
    if !text.hasSuffix("\"EXEMPLOS\"\n") { macro("PP") }
    macro("EX")
    for line in lines { self.line("  \(Self.escaped(line))") }
    macro("EE")
  }
}
