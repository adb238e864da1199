import Dominio
import Spreadsheets

/// The text of a date, time or elapsed time as programs read it. Docs/regras.md §9
///
/// `AAAA-MM-DDTHH:MM:SS`; a time alone `HH:MM:SS`; elapsed `PT<seconds>S`; `.mmm` added when there
/// are milliseconds.
func textoISO(_ cell: Cell, _ dateSystem: DateSystem) -> String {
  if cell.kind == .elapsed { return textoDeDuracao(dias: cell.number) }
  guard let date = SerialDate(serial: cell.number, system: dateSystem) else {
    return shortestText(of: cell.number)
  }
  let time =
    "\(preenchido(date.hour, 2)):\(preenchido(date.minute, 2)):\(preenchido(date.second, 2))"
    + fraction(milliseconds: date.millisecond)
  if date.isTimeOnly { return time }
  return
    "\(preenchido(date.year, 4))-\(preenchido(date.month, 2))-\(preenchido(date.day, 2))T\(time)"
}

/// Days as `PT<seconds>S`, rounded to the millisecond.
private func textoDeDuracao(dias: Double) -> String {
  let milliseconds = (dias * 86_400_000).rounded()
  guard let exact = Int(exactly: milliseconds) else { return shortestText(of: dias) }
  let sign = exact < 0 ? "-" : ""
  let size = exact.magnitude
  return "PT\(sign)\(size / 1000)\(fraction(milliseconds: Int(size % 1000)))S"
}

private func fraction(milliseconds: Int) -> String {
  milliseconds == 0 ? "" : ".\(preenchido(milliseconds, 3))"
}
