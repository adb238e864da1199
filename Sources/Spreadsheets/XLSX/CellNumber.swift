/// Reads the decimal text of a numeric cell to the nearest double.
///
/// The same as `strtod` in the C locale, without infinities, NaN and hexadecimal: most numbers of
/// real sheets need one exact division, the rest go through the standard library.
enum CellNumber {
  private struct Decimal {
    var isNegative = false
    var digits: UInt64 = 0
    var exponent = 0
    /// Digits beyond what 64 bits hold.
    var isCut = false
  }

  /// - Returns: nil when the text is no number or too large for one.
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let decimal = scan(text) else { return nil }
    guard !decimal.isCut, let magnitude = exact(digits: decimal.digits, exponent: decimal.exponent)
    else {
      guard let value = Double(String(decoding: text, as: UTF8.self)) else { return nil }
      return value.isFinite ? value : largest(as: decimal)
    }
    return decimal.isNegative ? -magnitude : magnitude
  }

  /// The double nearest to these digits, the last `decimals` of them behind the point; nil where
  /// `parse` has to tell.
  @inline(__always)
  static func quotient(_ digits: Int, decimals: Int) -> Double? {
    guard digits < 1 << 53, decimals < exactPowers.count else {
      return exact(digits: UInt64(digits.magnitude), exponent: -decimals)
    }
    return decimals == 0 ? Double(digits) : Double(digits) / exactPowers[decimals]
  }

  /// The largest double, when the number is that one rounded up: to fifteen digits it is
  /// 1.79769313486232E+308, beyond itself.
  private static func largest(as decimal: Decimal) -> Double? {
    guard !decimal.isCut, decimal.digits > 1,
      let lower = Double("\(decimal.digits - 1)e\(decimal.exponent)"), lower.isFinite
    else { return nil }
    return decimal.isNegative ? -Double.greatestFiniteMagnitude : .greatestFiniteMagnitude
  }

  /// Sign, digits with at most one point, exponent; nothing else.
  private static func scan(_ text: UnsafeBufferPointer<UInt8>) -> Decimal? {
    var decimal = Decimal()
    var position = 0
    var digitCount = 0
    var isFraction = false
    if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      decimal.isNegative = sign == UInt8(ascii: "-")
      position = 1
    }
    scanning: while position < text.count {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (shifted, overflow) = decimal.digits.multipliedReportingOverflow(by: 10)
        let (sum, carry) = shifted.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
        if overflow || carry { decimal.isCut = true } else { decimal.digits = sum }
        if isFraction { decimal.exponent -= 1 }
        digitCount += 1
      case UInt8(ascii: ".") where !isFraction:
        isFraction = true
      default:
        break scanning
      }
      position += 1
    }
    guard digitCount > 0 else { return nil }
    guard position < text.count else { return decimal }
    guard text[position] | 0x20 == UInt8(ascii: "e") else { return nil }
    guard let power = exponent(UnsafeBufferPointer(rebasing: text[(position + 1)...])) else {
      return nil
    }
    decimal.exponent += power
    return decimal
  }

  private static func exponent(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var digits = text[...]
    let sign = text.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits.removeFirst() }
    guard let value = Int(digits: UnsafeBufferPointer(rebasing: digits)) else { return nil }
    return sign == UInt8(ascii: "-") ? -value : value
  }

  /// The nearest double where one rounding leads there: digits below 2^53 times or over an exact
  /// power of ten, or any digits over a power below 2^64. Nil elsewhere.
  private static func exact(digits: UInt64, exponent: Int) -> Double? {
    if digits == 0 { return 0 }
    let power = exponent.magnitude
    if digits < 1 << 53, power < Self.exactPowers.count {
      let scale = Self.exactPowers[Int(power)]
      return exponent < 0 ? Double(digits) / scale : Double(digits) * scale
    }
    guard exponent <= 0, power < Self.wholePowers.count else { return nil }
    return divide(digits, by: Self.wholePowers[Int(power)])
  }

  /// The double nearest to the quotient of two whole numbers above 0.
  private static func divide(_ dividend: UInt64, by divisor: UInt64) -> Double {
    let dividendShift = dividend.leadingZeroBitCount
    let divisorShift = divisor.leadingZeroBitCount
    let high = dividend << dividendShift
    // Both have their top bit set now; half the dividend is below the divisor, as the division
    // demands, and the quotient has at least 63 bits.
    let (quotient, remainder) = (divisor << divisorShift)
      .dividingFullWidth((high: high >> 1, low: high << 63))
    // The last bit lies far below the rounding and tells on which side of a tie the rest lies.
    let rounded = Double(quotient | (remainder == 0 ? 0 : 1))
    return Double(sign: .plus, exponent: divisorShift - dividendShift - 63, significand: rounded)
  }

  private static let exactPowers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static let wholePowers: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]
}
