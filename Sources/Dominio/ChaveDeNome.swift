private import NormalForms

/// What two names must share to be the same client. Docs/regras.md §3
///
/// Zero-width characters (U+200B, U+FEFF) are removed, any run of white space becomes one space,
/// the ends are trimmed; then NFC, then upper case without locale. Accents count: `JOÃO` is not
/// `JOAO`.
package struct ChaveDeNome: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let texto: String
  /// The first eight bytes, as a number in the order of the texts: what tells most names apart.
  private let inicio: UInt64
  /// Of the whole text. A name is looked up a dozen times in a month.
  private let resumo: Int

  /// Nil when nothing is left: such a row is no record.
  package init?(nome: String) {
    // Nearly every name; the long way below takes a hundred times as long.
    if nome.temEspacosDobrados, let comum = nome.maiusculasDeTextoComum {
      self.init(texto: comum)
      return
    }
    let folded = nome.espacosDobrados
    guard !folded.isEmpty else { return nil }
    self.init(texto: folded.emNFC.uppercased().emNFC)
  }

  private init(texto: String) {
    self.texto = texto
    (inicio, resumo) = texto.comBytes { bytes in
      var inicio: UInt64 = 0
      for place in 0..<8 { inicio = inicio << 8 | UInt64(place < bytes.count ? bytes[place] : 0) }
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      return (inicio, hasher.finalize())
    }
  }

  package var description: String { texto }

  // In NFC the same text is the same bytes, and the bytes are in the order of the characters. So
  // nothing needs be normalised anew each time.

  package static func == (left: ChaveDeNome, right: ChaveDeNome) -> Bool {
    left.resumo == right.resumo && left.texto.ordemDosBytes(right.texto) == 0
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(resumo) }

  package static func < (left: ChaveDeNome, right: ChaveDeNome) -> Bool {
    left.inicio == right.inicio
      ? left.texto.ordemDosBytes(right.texto) < 0 : left.inicio < right.inicio
  }
}

extension String {
  /// Without zero-width characters, every run of Unicode white space one space, ends trimmed.
  package var espacosDobrados: String {
    if temEspacosDobrados { return self }
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x200B, 0xFEFF: continue
      default: break
      }
      if scalar.ehEspaco {
        pendingSpace = !result.isEmpty
      } else {
        if pendingSpace { result.append(" ") }
        pendingSpace = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Nothing below U+0300 composes or decomposes in NFC, which spares the names of this country
  /// the way through the library.
  fileprivate var emNFC: String {
    unicodeScalars.allSatisfy { $0.value < 0x300 } ? self : normalized(.composed)
  }
}

extension Unicode.Scalar {
  /// White space as Unicode has it. The table of properties is slow, so the common scripts do
  /// without it.
  fileprivate var ehEspaco: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: true
    case 0..<0x300: false
    default: properties.isWhitespace
    }
  }
}
