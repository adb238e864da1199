/// An amount in reais: an exact decimal, never a binary fraction.
///
/// There is no way in from `Double`. A spreadsheet's number comes as its shortest decimal text.
package struct Dinheiro: Hashable, Comparable, Sendable {
  private let decimal: ExactDecimal

  private init(decimal: ExactDecimal) { self.decimal = decimal }

  package static let zero = Dinheiro(decimal: .zero)

  /// The largest tolerated size: no commission has sixteen digits before the comma.
  private static let bound = ExactDecimal(1_000_000_000_000_000)

  /// Reads plain decimal digits: an optional `-`, digits, and maybe `.` with digits, as in JSON
  /// documents; an exponent (`1e-05`) as `Double.description` writes it.
  ///
  /// Nil for anything else, for more than 38 digits or 40 decimals, and from 10^15 on.
  package init?(_ text: String) {
    var digits = 0
    var decimals = 0
    var value: Int128 = 0
    // Without leading zeros.
    var significant = 0
    var isNegative = false
    var exponent = ""
    enum Place { case start, whole, point, fraction, mark, exponentSign, exponent }
    var place = Place.start
    for character in text.utf8 {
      switch (place, character) {
      case (.start, UInt8(ascii: "-")):
        place = .whole
        isNegative = true
      case (.start, 0x30...0x39), (.whole, 0x30...0x39):
        place = .whole
        digits += 1
      case (.whole, UInt8(ascii: ".")) where digits > 0: place = .point
      case (.point, 0x30...0x39), (.fraction, 0x30...0x39):
        place = .fraction
        decimals += 1
      case (.whole, UInt8(ascii: "e")) where digits > 0, (.fraction, UInt8(ascii: "e")):
        place = .mark
      case (.mark, UInt8(ascii: "-")):
        exponent = "-"
        place = .exponentSign
      case (.mark, UInt8(ascii: "+")): place = .exponentSign
      case (.mark, 0x30...0x39), (.exponentSign, 0x30...0x39), (.exponent, 0x30...0x39):
        exponent.append(Character(UnicodeScalar(character)))
        place = .exponent
      default: return nil
      }
      if place == .whole || place == .fraction, 0x30...0x39 ~= character {
        if significant > 0 || character != UInt8(ascii: "0") { significant += 1 }
        guard significant <= 38 else { return nil }
        value = value * 10 + Int128(character - 0x30)
      }
    }
    guard digits > 0, place == .whole || place == .fraction || place == .exponent else {
      return nil
    }
    let power = exponent.isEmpty ? 0 : Int(exponent) ?? 999
    guard abs(power) <= 40, digits <= 20, decimals - power <= 40, decimals <= 40 else { return nil }
    for _ in 0..<max(0, power - decimals) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = product
    }
    guard
      let decimal = ExactDecimal(
        digits: isNegative ? 0 - value : value, decimals: max(0, decimals - power)),
      decimal.magnitude < Self.bound
    else { return nil }
    self.decimal = decimal
  }

  package init(centavos: Int) { decimal = ExactDecimal(centavos, decimals: 2) }

  /// Rounded to cents, half away from zero. Docs/regras.md §7
  package var arredondado: Dinheiro { arredondado(casas: 2) }

  /// Rounded to so many decimals, half away from zero.
  package func arredondado(casas: Int) -> Dinheiro {
    Dinheiro(decimal: decimal.rounded(to: casas))
  }

  package var modulo: Dinheiro { Dinheiro(decimal: decimal.magnitude) }

  /// The number of decimals that it needs: 4 for 331.4805.
  package var casas: Int { decimal.decimals }

  /// The shortest decimal text, with `.` and without an exponent: `331.4805`, `500`, `-0.01`.
  package var texto: String { decimal.text }

  package static func + (left: Dinheiro, right: Dinheiro) -> Dinheiro {
    Dinheiro(decimal: left.decimal + right.decimal)
  }

  package static func - (left: Dinheiro, right: Dinheiro) -> Dinheiro {
    Dinheiro(decimal: left.decimal - right.decimal)
  }

  package static func < (left: Dinheiro, right: Dinheiro) -> Bool { left.decimal < right.decimal }
}

extension Sequence<Dinheiro> {
  /// The exact sum.
  package var soma: Dinheiro { reduce(.zero, +) }
}

extension Dinheiro {
  /// As people in Brazil write it: `R$ 1.234,56`, `-R$ 10,00`. Docs/regras.md §1
  ///
  /// - Parameter casas: the least number of decimals; an amount that needs more shows more only
  ///   when asked, otherwise it is rounded half away from zero.
  package func emReais(casas: Int = 2) -> String {
    let places = Swift.max(2, casas)
    let rounded = arredondado(casas: places).decimal
    let parts = rounded.magnitude.text.split(separator: ".")
    let whole = parts.first.map(String.init) ?? "0"
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let sign = rounded.isNegative ? "-" : ""
    let padding = String(repeating: "0", count: Swift.max(0, places - fraction.count))
    return "\(sign)R$ \(Self.agrupado(whole)),\(fraction)\(padding)"
  }

  private static func agrupado(_ digits: String) -> String {
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { result.append(".") }
      result.append(digit)
    }
    return result
  }
}
