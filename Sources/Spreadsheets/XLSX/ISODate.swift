/// A date, a time or both as ISO 8601, the value of a cell of type `d`.
enum ISODate {
  /// The serial number; nil for anything else and for days before the date system begins.
  static func serial(_ text: UnsafeBufferPointer<UInt8>, system: DateSystem) -> Double? {
    var scanner = Scanner(text: text)
    if let time = scanner.time() { return scanner.isAtEnd ? time : nil }
    scanner.position = 0
    guard let year = scanner.number(digits: 4), scanner.skip("-"),
      let month = scanner.number(digits: 2), scanner.skip("-"),
      let day = scanner.number(digits: 2), 1...12 ~= month,
      1...daysIn(month: month, year: year) ~= day
    else { return nil }
    var fraction = 0.0
    if scanner.skip("T") || scanner.skip(" ") {
      guard let time = scanner.time() else { return nil }
      fraction = time
    }
    _ = scanner.skip("Z")
    guard scanner.isAtEnd else { return nil }
    let days = daysFrom1970(year: year, month: month, day: day)
    let whole: Int
    switch system {
    // Before March 1900 the serials are one less, because of a 29th of February that never was.
    case .from1900: whole = days + 25_569 - (days + 25_569 < 61 ? 1 : 0)
    case .from1904: whole = days + 24_107
    }
    return whole >= 0 ? Double(whole) + fraction : nil
  }

  private static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// After Howard Hinnant, "chrono-compatible low-level date algorithms".
  private static func daysFrom1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private struct Scanner {
    let text: UnsafeBufferPointer<UInt8>
    var position = 0

    var isAtEnd: Bool { position == text.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard position < text.count, text[position] == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    mutating func number(digits: Int) -> Int? {
      guard digits <= text.count - position else { return nil }
      let end = position + digits
      defer { position = end }
      return Int(digits: UnsafeBufferPointer(rebasing: text[position..<end]))
    }

    /// `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fff`, as a fraction of a day.
    mutating func time() -> Double? {
      guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2), hour < 24,
        minute < 60
      else { return nil }
      var seconds = 0.0
      if skip(":") {
        guard let whole = number(digits: 2), whole < 60 else { return nil }
        seconds = Double(whole)
        if skip(".") {
          let start = position
          while position < text.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[position] {
            position += 1
          }
          let digits = UnsafeBufferPointer(rebasing: text[start..<min(position, start + 9)])
          guard let fraction = Int(digits: digits) else { return nil }
          var scale = 1.0
          for _ in digits { scale *= 10 }
          seconds += Double(fraction) / scale
        }
      }
      return (Double(hour * 3600 + minute * 60) + seconds) / 86_400
    }
  }
}
