/// Which day the serial numbers of a workbook count from.
package enum DateSystem: Sendable {
  /// Serial 1 is 1900-01-01, and serial 60 the 29th of February 1900, which never was.
  case from1900
  /// Serial 0 is 1904-01-01.
  case from1904
}

/// A civil date and a time of day, read from the serial number of a cell.
package struct SerialDate: Equatable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int
  package let hour: Int
  package let minute: Int
  package let second: Int
  package let millisecond: Int
  /// True for a serial below 1: a time of day without a date.
  package let isTimeOnly: Bool

  /// Nil for a serial that Excel shows as no date: negative, or past the year 9999.
  ///
  /// Rounded to the millisecond. Serials below 60 of the 1900 system are counted so that day 1 is
  /// 1900-01-01; 60 itself, Excel's 1900-02-29, is taken as 1900-02-28.
  package init?(serial: Double, system: DateSystem) {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var days = Int(serial)
    var milliseconds = Int(((serial - Double(days)) * 86_400_000).rounded())
    if milliseconds >= 86_400_000 {
      days += 1
      milliseconds = 0
    }
    isTimeOnly = days == 0
    let daysFrom1970: Int
    switch system {
    case .from1900:
      daysFrom1970 = days - 25_569 + (days < 60 ? 1 : 0)
    case .from1904:
      daysFrom1970 = days - 24_107
    }
    (year, month, day) = Self.civil(daysFrom1970: daysFrom1970)
    guard year <= 9999 else { return nil }
    hour = milliseconds / 3_600_000
    minute = milliseconds / 60_000 % 60
    second = milliseconds / 1000 % 60
    millisecond = milliseconds % 1000
  }

  /// Whether Excel shows this serial as a date; the same as whether `init` makes one.
  static func exists(serial: Double, system: DateSystem) -> Bool {
    // Of the last days of the year 9999 the calendar has to tell.
    serial >= 0 && (serial < 2_950_000 || SerialDate(serial: serial, system: system) != nil)
  }

  /// Days from 1970-01-01 to year, month and day of the Gregorian calendar.
  /// After Howard Hinnant, "chrono-compatible low-level date algorithms".
  private static func civil(daysFrom1970: Int) -> (Int, Int, Int) {
    let shifted = daysFrom1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }
}
