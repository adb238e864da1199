/// A day of the civil calendar, without time and without time zone.
package struct Dia: Hashable, Comparable, Sendable {
  package let ano: Int
  package let mes: Int
  package let dia: Int

  /// 1 January 1970, where the clock of the system starts.
  package static let epoca = Dia(valido: 1970, 1, 1)

  private init(valido ano: Int, _ mes: Int, _ dia: Int) {
    self.ano = ano
    self.mes = mes
    self.dia = dia
  }

  /// Nil when the calendar has no such day, or the year is not between 1 and 9999.
  package init?(ano: Int, mes: Int, dia: Int) {
    guard (1...9999).contains(ano), (1...12).contains(mes),
      dia >= 1, dia <= Self.dias(mes: mes, ano: ano)
    else { return nil }
    self.init(valido: ano, mes, dia)
  }

  /// Reads `2025-11-03` or `03/11/2025`; day and month may have one digit, the year has four.
  package init?(lendo text: String) {
    let isISO = text.contains("-")
    let parts = text.split(separator: isISO ? "-" : "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy(soDigitos) else {
      return nil
    }
    let year = isISO ? parts[0] : parts[2]
    let day = isISO ? parts[2] : parts[0]
    guard year.count == 4, (1...2).contains(parts[1].count), (1...2).contains(day.count),
      let ano = Int(year), let mes = Int(parts[1]), let dia = Int(day)
    else { return nil }
    self.init(ano: ano, mes: mes, dia: dia)
  }

  /// `2025-11-03`, for programs.
  package var iso: String { "\(preenchido(ano, 4))-\(preenchido(mes, 2))-\(preenchido(dia, 2))" }

  /// `03/11/2025`, for people.
  package var brasileiro: String {
    "\(preenchido(dia, 2))/\(preenchido(mes, 2))/\(preenchido(ano, 4))"
  }

  /// How many days it is later than another day; negative when it is earlier.
  package func dias(desde outro: Dia) -> Int { ordinal - outro.ordinal }

  /// Days since 1 March of the year 0, of years that begin in March: their last day is the leap
  /// day. The calendar of today also for the days before it was made.
  private var ordinal: Int {
    let anos = mes > 2 ? ano : ano - 1
    let meses = (mes + 9) % 12
    return 365 * anos + anos / 4 - anos / 100 + anos / 400 + (153 * meses + 2) / 5 + dia - 1
  }

  package static func < (left: Dia, right: Dia) -> Bool {
    (left.ano, left.mes, left.dia) < (right.ano, right.mes, right.dia)
  }

  private static func dias(mes: Int, ano: Int) -> Int {
    switch mes {
    case 2: ano % 4 == 0 && (ano % 100 != 0 || ano % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
