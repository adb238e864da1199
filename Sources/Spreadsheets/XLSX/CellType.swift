/// What the value of a cell stands for. [ECMA-376] 18.18.11 ST_CellType.
enum CellType {
  case number, sharedText, formulaText, inlineText, boolean, error, date

  /// An unknown name stands for a number, as no name does.
  @inline(__always)
  init(_ name: UnsafeBufferPointer<UInt8>) {
    if name.equals("s") {
      self = .sharedText
    } else if name.equals("n") {
      self = .number
    } else if name.equals("str") {
      self = .formulaText
    } else if name.equals("inlineStr") {
      self = .inlineText
    } else if name.equals("b") {
      self = .boolean
    } else if name.equals("e") {
      self = .error
    } else if name.equals("d") {
      self = .date
    } else {
      self = .number
    }
  }

  /// Whether the value is the text itself.
  var isText: Bool { self == .inlineText || self == .formulaText }
}
