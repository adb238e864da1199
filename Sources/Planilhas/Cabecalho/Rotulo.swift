private import Dominio
private import NormalForms

/// A header or a mapped value, as it is compared. Docs/regras.md §4
///
/// Zero-width characters removed, white space folded and trimmed, `_` equal to a space, upper
/// case, accents removed, spaces around `+` ignored: `Status_comissão` is `STATUS COMISSAO`.
/// Otherwise exact: `STATUS - NF` is not `STATUS`.
package struct Rotulo: Hashable, Sendable {
  package let texto: String

  package init(_ texto: String) {
    if let comum = Self.comum(texto) {
      self.texto = comum
      return
    }
    var plain = String.UnicodeScalarView()
    for scalar in texto.normalized(.decomposed).unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      plain.append(scalar == "_" ? " " : scalar)
    }
    self.texto = String(plain).espacosDobrados.uppercased()
      .replacing(" +", with: "+").replacing("+ ", with: "+")
  }

  /// The same for the letters of this country, which need no table of Unicode; nil for others.
  private static func comum(_ texto: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(texto.utf8.count)
    var temMais = false
    for scalar in texto.unicodeScalars {
      guard let byte = semAcento(scalar) else { return nil }
      if byte == UInt8(ascii: " "), bytes.last ?? byte == byte { continue }
      if byte == UInt8(ascii: "+") { temMais = true }
      bytes.append(byte)
    }
    if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    let comum = String(decoding: bytes, as: UTF8.self)
    return temMais ? comum.replacing(" +", with: "+").replacing("+ ", with: "+") : comum
  }

  /// In upper case; nil for what is not looked up here.
  private static func semAcento(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x5F, 0x20, 0xA0, 0x09, 0x0A, 0x0D: UInt8(ascii: " ")
    case 0x61...0x7A: UInt8(scalar.value) - 0x20
    case 0x21...0x7E: UInt8(scalar.value)
    case 0xC0...0xC5, 0xE0...0xE5: UInt8(ascii: "A")
    case 0xC7, 0xE7: UInt8(ascii: "C")
    case 0xC8...0xCB, 0xE8...0xEB: UInt8(ascii: "E")
    case 0xCC...0xCF, 0xEC...0xEF: UInt8(ascii: "I")
    case 0xD1, 0xF1: UInt8(ascii: "N")
    case 0xD2...0xD6, 0xF2...0xF6: UInt8(ascii: "O")
    case 0xD9...0xDC, 0xF9...0xFC: UInt8(ascii: "U")
    default: nil
    }
  }

  package var estaVazio: Bool { texto.isEmpty }
}
