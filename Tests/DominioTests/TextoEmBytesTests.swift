import Testing

@testable import Dominio

/// What is answered from bytes is what the views of `String` would answer.
@Suite struct TextoEmBytesTests {
  @Test func capitalsAreThoseOfTheLibrary() {
    for scalar in (UInt32(0)..<0x500).compactMap(Unicode.Scalar.init) {
      for text in ["\(scalar)", "a\(scalar)", "É\(scalar)z", "\(scalar)\(scalar)Ã"] {
        #expect(
          text.emMaiusculas.unicodeScalars.elementsEqual(text.uppercased().unicodeScalars),
          "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  /// A name is the same whether it takes the short way or, because of a character that is removed,
  /// the long one.
  @Test func bothWaysMakeOneKey() {
    for scalar in (UInt32(0)..<0x500).compactMap(Unicode.Scalar.init) {
      for text in ["\(scalar)", "a\(scalar)b", "ana \(scalar) ", "\(scalar) é"] {
        #expect(
          ChaveDeNome(nome: text)?.texto == ChaveDeNome(nome: "\u{200B}" + text)?.texto,
          "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test func theOrderIsThatOfBytes() {
    let texts = [
      "", "A", "AB", "ABC", "ANA LIMA", "ANA LIMA SOUZA DE OLIVEIRA", "Á", "ÁB", "ﾊ", "😀", "\0",
      "A\0", "ANA LIMA SOUZA DE OLIVEIRÁ",
    ]
    for left in texts {
      for right in texts {
        #expect((left.ordemDosBytes(right) < 0) == left.utf8.lexicographicallyPrecedes(right.utf8))
        #expect((left.ordemDosBytes(right) == 0) == left.utf8.elementsEqual(right.utf8))
      }
    }
  }
}
