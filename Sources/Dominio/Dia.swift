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
    // From the bytes: a base has a day for each client, and `split` took most of its reading.
    var partes: (Parte, Parte, Parte) = (Parte(), Parte(), Parte())
    var lugar = 0
    var separador: UInt8?
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39 where lugar == 0: partes.0.append(byte)
      case 0x30...0x39 where lugar == 1: partes.1.append(byte)
      case 0x30...0x39: partes.2.append(byte)
      case UInt8(ascii: "-"), UInt8(ascii: "/"):
        guard lugar < 2, separador == nil || separador == byte else { return nil }
        separador = byte
        lugar += 1
      default: return nil
      }
    }
    let (ano, dia) = separador == UInt8(ascii: "-") ? (partes.0, partes.2) : (partes.2, partes.0)
    guard lugar == 2, ano.digitos == 4, 1...2 ~= partes.1.digitos, 1...2 ~= dia.digitos else {
      return nil
    }
    self.init(ano: ano.numero, mes: partes.1.numero, dia: dia.numero)
  }

  /// The digits between two separators.
  private struct Parte {
    var digitos = 0
    var numero = 0

    mutating func append(_ digit: UInt8) {
      digitos += 1
      // More than four digits are no part of a day, whatever they say.
      if digitos <= 4 { numero = numero * 10 + Int(digit - 0x30) }
    }
  }

  /// `2025-11-03`, for programs.
  package var iso: String {
    String(unsafeUninitializedCapacity: 10) { text in
      var rest = (ano * 100 + mes) * 100 + dia
      for place in (0..<10).reversed() {
        if place == 4 || place == 7 {
          text[place] = UInt8(ascii: "-")
        } else {
          text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      return 10
    }
  }

  /// `03/11/2025`, for people.
  package var brasileiro: String {
    "\(preenchido(dia, 2))/\(preenchido(mes, 2))/\(preenchido(ano, 4))"
  }

  /// The day after it; nil at the end of the calendar.
  package var seguinte: Dia? {
    Dia(ano: ano, mes: mes, dia: dia + 1)
      ?? (mes < 12 ? Dia(ano: ano, mes: mes + 1, dia: 1) : Dia(ano: ano + 1, mes: 1, dia: 1))
  }

  /// The day before it; nil at the start of the calendar.
  package var anterior: Dia? {
    if dia > 1 { return Dia(ano: ano, mes: mes, dia: dia - 1) }
    return mes > 1
      ? Dia(ano: ano, mes: mes - 1, dia: Self.dias(mes: mes - 1, ano: ano))
      : Dia(ano: ano - 1, mes: 12, dia: 31)
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
