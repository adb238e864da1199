/// The `r` of a cell: letters for the column, a number for the row, either of which may be absent.
struct CellPlace {
  /// More than any sheet has, so that a column beyond the limit is seen as such.
  static let mostLetters = 6

  /// Zero-based.
  private(set) var column: Int?
  /// Zero-based.
  private(set) var row: Int?

  /// Neither is known when the text is something else.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    var letters = 0
    while position < text.count, position < Self.mostLetters,
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= text[position] | 0x20
    {
      letters = letters * 26 + Int(text[position] | 0x20) - 0x60
      position += 1
    }
    let digits = UnsafeBufferPointer(rebasing: text[position...])
    let number = Int(digits: digits)
    guard digits.isEmpty || (number ?? 0) > 0 else { return }
    column = letters > 0 ? letters - 1 : nil
    row = number.map { $0 - 1 }
  }
}
