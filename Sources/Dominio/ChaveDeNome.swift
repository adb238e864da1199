private import Foundation

/// What two names must share to be the same client. Docs/regras.md §3
///
/// Zero-width characters (U+200B, U+FEFF) are removed, any run of white space becomes one space,
/// the ends are trimmed; then NFC, then upper case without locale. Accents count: `JOÃO` is not
/// `JOAO`.
package struct ChaveDeNome: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let texto: String

  /// Nil when nothing is left: such a row is no record.
  package init?(nome: String) {
    let folded = nome.espacosDobrados
    guard !folded.isEmpty else { return nil }
    texto = folded.isASCII ? folded.uppercased() : folded.emNFC.uppercased().emNFC
  }

  package var description: String { texto }

  package static func < (left: ChaveDeNome, right: ChaveDeNome) -> Bool {
    left.texto.unicodeScalars.lexicographicallyPrecedes(right.texto.unicodeScalars)
  }
}

extension String {
  /// Without zero-width characters, every run of Unicode white space one space, ends trimmed.
  package var espacosDobrados: String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x200B, 0xFEFF: continue
      default: break
      }
      if scalar.properties.isWhitespace {
        pendingSpace = !result.isEmpty
      } else {
        if pendingSpace { result.append(" ") }
        pendingSpace = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

  fileprivate var emNFC: String { precomposedStringWithCanonicalMapping }
}
