/// Finds the string literals of a Swift source, and the calls that they stand in.
struct LiteralScan {
  struct Literal {
    let place: String.Index
    /// Cut at the interpolations, whose own literals are literals of their own.
    let pieces: [String]
    /// The names before the parentheses around it, the outermost first.
    let calls: [String]
  }

  private let text: String
  private var here: String.Index
  private var calls: [String] = []
  private var found: [Literal] = []

  static func literals(of text: String) -> [Literal] {
    var scan = LiteralScan(text)
    scan.readCode(upToParenthesis: false)
    return scan.found
  }

  /// The arguments of each `Falha(.code, …)` that holds no literal.
  static func textless(of text: String) -> [String] {
    text.ranges(of: #/Falha\(\s*\.\w+,/#).compactMap { range in
      var scan = LiteralScan(text)
      scan.here = range.upperBound
      scan.readCode(upToParenthesis: true)
      let call = text[range.lowerBound..<scan.here]
      // `[]` is no message at all.
      return scan.found.isEmpty && !call.hasSuffix(", [])") ? String(call) : nil
    }
  }

  private init(_ text: String) {
    self.text = text
    here = text.startIndex
  }

  private var isAtEnd: Bool { here == text.endIndex }

  private func stands(_ mark: String) -> Bool { text[here...].hasPrefix(mark) }

  private mutating func skip(_ count: Int = 1) {
    here = text.index(here, offsetBy: count, limitedBy: text.endIndex) ?? text.endIndex
  }

  private mutating func readCode(upToParenthesis: Bool) {
    let depth = calls.count
    var name = ""
    while !isAtEnd {
      let character = text[here]
      if stands("//") {
        here = text[here...].firstIndex(of: "\n") ?? text.endIndex
      } else if character == "\"" {
        readString()
        name = ""
      } else if character.isLetter || character.isNumber || "_.".contains(character) {
        name.append(character)
        skip()
      } else {
        skip()
        if character == "(" {
          calls.append(name)
        } else if character == ")" {
          if upToParenthesis, calls.count == depth { return }
          _ = calls.popLast()
        }
        name = ""
      }
    }
  }

  private mutating func readString() {
    let place = here
    let mark = stands("\"\"\"") ? "\"\"\"" : "\""
    skip(mark.count)
    var pieces = [""]
    while !isAtEnd, !stands(mark) {
      if stands("\\(") {
        skip(2)
        readCode(upToParenthesis: true)
        pieces.append("")
      } else if stands("\\") {
        skip()
        pieces[pieces.count - 1].append(stands("n") ? "\n" : text[here])
        skip()
      } else {
        pieces[pieces.count - 1].append(text[here])
        skip()
      }
    }
    skip(mark.count)
    found.append(Literal(place: place, pieces: pieces, calls: calls))
  }
}
