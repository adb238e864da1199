/// A decimal number of at most 38 digits, exact: `digits` × 10^-`decimals`.
///
/// Foundation's takes many times as long to add, and the program with it twice as long to start.
struct ExactDecimal: Hashable, Sendable {
  // In two words: a stored Int128 asks for 16 bytes of alignment, and Swift 6.3 does not give it to
  // every type around one.
  private let high: Int64
  private let low: UInt64
  private let storedDecimals: UInt8

  private var digits: Int128 { Int128(high) << 64 | Int128(low) }

  /// The number of decimals that it needs: 4 for 331.4805, also when it was written 331.48050.
  var decimals: Int { Int(storedDecimals) }

  var isNegative: Bool { high < 0 }

  /// - Parameter decimals: how many of the digits stand behind the point.
  init(_ digits: Int, decimals: UInt8 = 0) {
    self.init(bounded: Int128(digits), decimals: Int(decimals))
  }

  /// - Returns: nil for more than 38 digits and more than 255 decimals.
  init?(digits: Int128, decimals: Int) {
    guard digits.magnitude < Self.bound.magnitude, 0...255 ~= decimals else { return nil }
    self.init(bounded: digits, decimals: decimals)
  }

  private init(bounded digits: Int128, decimals: Int) {
    var digits = digits
    var decimals = digits == 0 ? 0 : decimals
    while decimals > 0 {
      let (quotient, rest) = digits.quotientAndRemainder(dividingBy: 10)
      guard rest == 0 else { break }
      digits = quotient
      decimals -= 1
    }
    high = Int64(truncatingIfNeeded: digits >> 64)
    low = UInt64(truncatingIfNeeded: digits)
    storedDecimals = UInt8(truncatingIfNeeded: decimals)
  }

  static let zero = ExactDecimal(0)

  /// 10^38: all digits lie below, and so there is room for what comes of them.
  private static let bound = powers[38]

  private static let powers: [Int128] = (0...38).map { count in
    (0..<count).reduce(1) { power, _ in power * 10 }
  }

  /// Rounded to so many decimals, half away from zero.
  func rounded(to places: Int) -> ExactDecimal {
    guard places < decimals else { return self }
    let places = max(0, places)
    return ExactDecimal(bounded: digits(roundedTo: places), decimals: places)
  }

  var magnitude: ExactDecimal { isNegative ? .zero - self : self }

  /// The shortest decimal text, with `.` and without an exponent: `331.4805`, `500`, `-0.01`.
  var text: String {
    guard decimals > 0 else { return "\(digits)" }
    // Most are short, and the wide ones take long to write.
    let written = UInt64(exactly: digits.magnitude).map { String($0) } ?? String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - written.utf8.count)) + written
    return "\(isNegative ? "-" : "")\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}

extension ExactDecimal {
  /// Exact up to 38 digits; of a sum that would have more the last decimals are rounded off.
  static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    var places = max(left.decimals, right.decimals)
    while true {
      if let first = left.digits(at: places), let second = right.digits(at: places) {
        let (sum, overflow) = first.addingReportingOverflow(second)
        if !overflow, let exact = ExactDecimal(digits: sum, decimals: places) { return exact }
      }
      guard places > 0 else { break }
      places -= 1
    }
    // No amounts that are held to any reason come to this.
    return ExactDecimal(bounded: left.isNegative ? 1 - bound : bound - 1, decimals: 0)
  }

  static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    left + ExactDecimal(bounded: 0 - right.digits, decimals: right.decimals)
  }

  /// The number as so many decimals, fewer of them rounded, half away from zero; nil when that
  /// takes more than 38 digits.
  private func digits(at places: Int) -> Int128? {
    places < decimals ? digits(roundedTo: places) : digits(extendedTo: places)
  }

  private func digits(roundedTo places: Int) -> Int128 {
    let dropped = decimals - places
    guard dropped < Self.powers.count else { return 0 }
    let power = Self.powers[dropped]
    let (quotient, rest) = digits.quotientAndRemainder(dividingBy: power)
    guard abs(rest) >= power - abs(rest) else { return quotient }
    return quotient + (isNegative ? -1 : 1)
  }

  private func digits(extendedTo places: Int) -> Int128? {
    let added = places - decimals
    guard added < Self.powers.count else { return digits == 0 ? 0 : nil }
    let (product, overflow) = digits.multipliedReportingOverflow(by: Self.powers[added])
    return overflow || product.magnitude >= Self.bound.magnitude ? nil : product
  }
}

extension ExactDecimal: Comparable {
  static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let places = max(left.decimals, right.decimals)
    // What cannot be written so is the larger of the two, whatever its sign.
    guard let first = left.digits(extendedTo: places) else { return left.isNegative }
    guard let second = right.digits(extendedTo: places) else { return !right.isNegative }
    return first < second
  }
}
