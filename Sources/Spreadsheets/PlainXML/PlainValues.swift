/// What stands in the attributes and values of cells. Each step takes nothing unless all is there.
extension PlainCursor {
  /// More digits may not fit.
  private static let mostDigits = 18

  /// A number of digits alone, and what follows it.
  @inline(__always)
  mutating func wholeNumber(before ending: StaticString) -> Int? {
    var ahead = self
    var value = 0
    let count = ahead.digits(into: &value)
    guard 1...Self.mostDigits ~= count, ahead.take(ending) else { return nil }
    self = ahead
    return value
  }

  /// A number such as `-12.5`, without an exponent, and what follows it.
  @inline(__always)
  mutating func number(before ending: StaticString) -> Double? {
    var ahead = self
    let isNegative = ahead.take(UInt8(ascii: "-"))
    var digits = 0
    var count = ahead.digits(into: &digits)
    guard count > 0 else { return nil }
    var decimals = 0
    if ahead.take(UInt8(ascii: ".")) {
      decimals = ahead.digits(into: &digits)
      count += decimals
    }
    guard count <= Self.mostDigits, ahead.take(ending),
      let number = CellNumber.quotient(digits, decimals: decimals)
    else { return nil }
    self = ahead
    return isNegative ? -number : number
  }

  /// A place such as `B12` and the quote behind it; column and row count from zero.
  @inline(__always)
  mutating func reference() -> (column: Int, row: Int)? {
    var ahead = self
    var letters = 0
    var count = 0
    while true {
      let letter = Int(ahead.position.pointee) - 0x40
      guard 1...26 ~= letter, count < CellPlace.mostLetters else { break }
      letters = letters * 26 + letter
      count += 1
      ahead.advance()
    }
    guard count > 0, let number = ahead.wholeNumber(before: "\""), number > 0 else { return nil }
    self = ahead
    return (letters - 1, number - 1)
  }

  /// The type of a cell and the quote behind it.
  @inline(__always)
  mutating func cellType() -> CellType? {
    if take("s\"") { return .sharedText }
    if take("n\"") { return .number }
    if take("str\"") { return .formulaText }
    if take("inlineStr\"") { return .inlineText }
    if take("b\"") { return .boolean }
    if take("e\"") { return .error }
    return take("d\"") ? .date : nil
  }

  /// Takes digits, and appends them to a number; wrong beyond `mostDigits` of them.
  /// - Returns: how many there were.
  @inline(__always)
  private mutating func digits(into number: inout Int) -> Int {
    let start = position
    while true {
      let digit = position.pointee &- UInt8(ascii: "0")
      guard digit <= 9 else { return position - start }
      number = number &* 10 &+ Int(digit)
      advance()
    }
  }
}
