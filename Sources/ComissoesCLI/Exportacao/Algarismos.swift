import Spreadsheets

/// Numbers as text, written straight into the bytes of a document: a sheet has millions of them.
extension [UInt8] {
  /// In decimal digits, with zeros in front up to a width.
  mutating func append(number: Int, width: Int = 1) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    // Backwards, on the stack.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0 || digits.count - start < Swift.min(width, digits.count)
      append(contentsOf: digits[start...])
    }
  }

  /// The same as `shortestText`.
  mutating func append(shortest value: Double) {
    guard let cents = Self.cents(of: value) else { return append(shortestText(of: value)) }
    if cents < 0 { append(UInt8(ascii: "-")) }
    let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    append(number: Int(whole))
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    if rest % 10 == 0 {
      append(number: Int(rest / 10))
    } else {
      append(number: Int(rest), width: 2)
    }
  }

  /// Hundredths, where the value is the double nearest to them. Of at most fifteen digits no other
  /// text of so few is nearest to the same double, so theirs is the shortest.
  private static func cents(of value: Double) -> Int? {
    let cents = (value * 100).rounded()
    guard cents.magnitude < 1e15, cents != 0, cents / 100 == value else { return nil }
    return Int(cents)
  }
}
