/// The texts of Excel's error values, laid down once in the shared arena. BErr [MS-XLS] 2.5.10
struct ErrorTexts {
  private let slices: [TextSlice]
  private let unknown: TextSlice
  private static let texts: [(code: UInt8, text: String)] = [
    (0x00, "#NULL!"), (0x07, "#DIV/0!"), (0x0F, "#VALUE!"), (0x17, "#REF!"), (0x1D, "#NAME?"),
    (0x24, "#NUM!"), (0x2A, "#N/A"), (0x2B, "#GETTING_DATA"),
  ]
  /// What stands for a number that is none.
  static let notANumber: UInt8 = 0x24

  init(in arena: TextArena) {
    slices = Self.texts.map { arena.append($0.text.utf8) }
    unknown = arena.append("#UNKNOWN!".utf8)
  }

  /// The text of an error code; `#UNKNOWN!` for one that Excel does not have.
  subscript(code: UInt8) -> TextSlice {
    Self.texts.firstIndex { $0.code == code }.map { slices[$0] } ?? unknown
  }
}
