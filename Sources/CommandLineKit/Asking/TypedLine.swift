/// What came of asking for a line.
package enum TypedLine: Equatable, Sendable {
  case text(String)
  /// The escape key: not now.
  case cancelled
  /// The keys that end a dialogue: Control-C, Control-D, the end of the input, a signal.
  case stopped(Key)
}

extension Key {
  /// True for what ends a dialogue.
  package var isStop: Bool {
    switch self {
    case .control("c"), .control("d"), .end, .signal: true
    default: false
    }
  }
}

extension Keyboard {
  /// Takes a line, which is shown as it is typed. Backspace takes back a character, Control-U all.
  package func line() -> TypedLine {
    var typed = ""
    while true {
      switch read() {
      case .character(let character):
        typed.append(character)
        show(String(character))
      case .backspace:
        if typed.popLast() != nil { show(Self.takenBack) }
      case .control("u"):
        show(String(repeating: Self.takenBack, count: typed.count))
        typed = ""
      case .enter:
        show("\n")
        return .text(typed)
      case .escape:
        show("\n")
        return .cancelled
      case let key where key.isStop:
        show("\n")
        return .stopped(key)
      default: continue
      }
    }
  }

  private static let takenBack = "\u{8} \u{8}"
}
