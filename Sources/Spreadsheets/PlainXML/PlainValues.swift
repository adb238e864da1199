/// How the places of the cells of a row end: with its number as the row itself has it, and a quote.
/// A comparison of eight bytes is less than to read the number in each cell anew.
struct PlainRowName {
  private let index: Int
  private let ending: PlainLiteral?

  /// - Parameters:
  ///   - number: the row as it stands before a quote, counted from 1.
  ///   - index: what it was taken for, counted from 0.
  init(_ number: UnsafeBufferPointer<UInt8>?, index: Int) {
    self.index = index
    if let number, let start = number.baseAddress, number.count < PlainWord.size,
      Int(digits: number) == index + 1
    {
      ending = PlainLiteral(PlainWord(at: start), count: number.count + 1)
    } else {
      ending = nil
    }
  }

  @inline(__always)
  func isTaken(by cursor: inout PlainCursor) -> Bool {
    if let ending, cursor.take(ending) { return true }
    // The same number may be written in another way.
    return cursor.wholeNumber() == index + 1 && cursor.take(UInt8(ascii: "\""))
  }
}

/// What stands in the attributes and values of cells. Of what is not there a part may be taken.
extension PlainCursor {
  /// More digits may not fit.
  private static let mostDigits = 18
  private static let powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]

  /// A number of digits alone.
  @inline(__always)
  mutating func wholeNumber() -> Int? {
    var value = 0
    let count = digits(into: &value)
    return 1...Self.mostDigits ~= count ? value : nil
  }

  /// A number such as `-12.5`, without an exponent.
  @inline(__always)
  mutating func number() -> Double? {
    let isNegative = take(UInt8(ascii: "-"))
    var digits = 0
    var count = self.digits(into: &digits)
    guard count > 0 else { return nil }
    // Zeros in front make nothing larger.
    if digits == 0 { count = 0 }
    var decimals = 0
    if take(UInt8(ascii: ".")) {
      decimals = self.digits(into: &digits)
      count += decimals
    }
    guard count <= Self.mostDigits,
      let number = CellNumber.quotient(digits, decimals: decimals)
    else { return nil }
    return isNegative ? -number : number
  }

  /// The letters of a place such as `B12`, its row and the quote behind it.
  /// - Returns: the column, counted from zero; nil for a place of another row, too.
  @inline(__always)
  mutating func column(before row: PlainRowName) -> Int? {
    var letters = 0
    var count = 0
    while true {
      let letter = Int(position.pointee) &- 0x40
      guard 1...26 ~= letter, count < CellPlace.mostLetters else { break }
      letters = letters &* 26 &+ letter
      count += 1
      advance()
    }
    return count > 0 && row.isTaken(by: &self) ? letters &- 1 : nil
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
      let digits = word.leadingDigits
      advance(by: digits.count)
      if digits.count == PlainWord.size {
        number = number &* 100_000_000 &+ digits.number
      } else {
        number = number &* Self.powers[digits.count] &+ digits.number
        return position - start
      }
    }
  }
}
