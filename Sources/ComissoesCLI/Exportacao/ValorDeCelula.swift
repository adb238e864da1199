import Dominio
import Spreadsheets

/// The text of a date, time or elapsed time as programs read it. Docs/regras.md §9
///
/// `AAAA-MM-DDTHH:MM:SS`; a time alone `HH:MM:SS`; elapsed `PT<seconds>S`; `.mmm` added when there
/// are milliseconds.
func textoISO(_ cell: Cell, _ dateSystem: DateSystem) -> String {
  var bytes: [UInt8] = []
  bytes.append(iso: cell, dateSystem)
  return String(decoding: bytes, as: UTF8.self)
}

extension [UInt8] {
  /// The same as `textoISO`.
  mutating func append(iso cell: Cell, _ dateSystem: DateSystem) {
    if cell.kind == .elapsed { return append(elapsed: cell.number) }
    guard let date = SerialDate(serial: cell.number, system: dateSystem) else {
      return append(shortest: cell.number)
    }
    if !date.isTimeOnly {
      append(number: date.year, width: 4)
      append(UInt8(ascii: "-"))
      append(number: date.month, width: 2)
      append(UInt8(ascii: "-"))
      append(number: date.day, width: 2)
      append(UInt8(ascii: "T"))
    }
    append(number: date.hour, width: 2)
    append(UInt8(ascii: ":"))
    append(number: date.minute, width: 2)
    append(UInt8(ascii: ":"))
    append(number: date.second, width: 2)
    append(milliseconds: date.millisecond)
  }

  /// Days as `PT<seconds>S`, rounded to the millisecond.
  private mutating func append(elapsed days: Double) {
    guard let exact = Int(exactly: (days * 86_400_000).rounded()) else {
      return append(shortest: days)
    }
    append(exact < 0 ? "PT-" : "PT")
    append(number: Int(exact.magnitude / 1000))
    append(milliseconds: Int(exact.magnitude % 1000))
    append(UInt8(ascii: "S"))
  }

  private mutating func append(milliseconds: Int) {
    guard milliseconds > 0 else { return }
    append(UInt8(ascii: "."))
    append(number: milliseconds, width: 3)
  }
}
