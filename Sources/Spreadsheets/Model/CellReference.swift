/// The place of a cell, as Excel writes it: `B12`.
package struct CellReference: Hashable, Sendable, CustomStringConvertible {
  /// Zero-based.
  package let row: Int
  /// Zero-based.
  package let column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  package var description: String { "\(Self.letters(ofColumn: column))\(row + 1)" }

  /// `A`, `Z`, `AA`… for 0, 25, 26…
  package static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
