private import Dominio
private import Foundation

/// A header or a mapped value, as it is compared. Docs/regras.md §4
///
/// Zero-width characters removed, white space folded and trimmed, `_` equal to a space, upper
/// case, accents removed, spaces around `+` ignored: `Status_comissão` is `STATUS COMISSAO`.
/// Otherwise exact: `STATUS - NF` is not `STATUS`.
package struct Rotulo: Hashable, Sendable {
  package let texto: String

  package init(_ texto: String) {
    var plain = String.UnicodeScalarView()
    for scalar in texto.decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      plain.append(scalar == "_" ? " " : scalar)
    }
    self.texto = String(plain).espacosDobrados.uppercased()
      .replacing(" +", with: "+").replacing("+ ", with: "+")
  }

  package var estaVazio: Bool { texto.isEmpty }
}
