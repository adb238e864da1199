import Testing

@testable import Dominio

/// Docs/regras.md §3, to the letter.
struct ChaveDeNomeTests {
  @Test(
    arguments: [
      ("LEVI DE SANTANA LIMA", "LEVI DE SANTANA LIMA"),
      ("  Levi de  Santana\tLima\n", "LEVI DE SANTANA LIMA"),
      ("joão", "JOÃO"), ("D'Ávila & Filhos-2", "D'ÁVILA & FILHOS-2"), ("10399", "10399"),
      ("Le\u{200B}vi\u{FEFF}", "LEVI"), ("\u{FEFF}Levi \u{200B} Lima", "LEVI LIMA"),
      ("a\u{200B} \u{200B} b", "A B"), ("Olívia\u{A0}\u{A0}Palmares\u{A0}", "OLÍVIA PALMARES"),
      // Joiners are not among the characters that are removed.
      ("a\u{200D}b", "A\u{200D}B"), ("a\u{2060}b", "A\u{2060}B"),
      // Upper case without locale: Turkish i stays i, one letter may become two.
      ("istanbul ı", "ISTANBUL I"), ("Strauß", "STRAUSS"), ("ﬁlho", "FILHO"), ("ǆ", "Ǆ"),
    ])
  func theKeyOfAName(nome: String, texto: String) throws {
    let chave = try #require(ChaveDeNome(nome: nome))
    #expect(Array(chave.texto.unicodeScalars) == Array(texto.unicodeScalars))
    #expect("\(chave)" == texto)
  }

  @Test(arguments: ["", " ", "\t\n\r", "\u{200B}", "\u{FEFF}\u{A0}\u{3000}\u{200B}"])
  func aNameOfNothingIsNoRecord(nome: String) { #expect(ChaveDeNome(nome: nome) == nil) }

  @Test(
    arguments: [
      0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003,
      0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000,
    ] as [UInt32])
  func everyUnicodeWhiteSpaceIsFolded(code: UInt32) throws {
    let space = Character(try #require(Unicode.Scalar(code)))
    #expect(ChaveDeNome(nome: "\(space)Ana\(space)\(space) Lima\(space)")?.texto == "ANA LIMA")
    #expect(ChaveDeNome(nome: "Ané\(space)Lima")?.texto == "ANÉ LIMA")
  }

  @Test(
    arguments: [
      ("Quitéria Conceição", "Quite\u{301}ria Conceic\u{327}a\u{303}o"), ("Å", "\u{212B}"),
      ("joa\u{303}o", "JOÃO"), ("e\u{200B}\u{301}", "É"), ("ǰ", "J\u{30C}"),
    ])
  func composedAndDecomposedAccentsAreTheSame(one: String, other: String) throws {
    let left = try #require(ChaveDeNome(nome: one))
    let right = try #require(ChaveDeNome(nome: other))
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(Array(left.texto.unicodeScalars) == Array(right.texto.unicodeScalars))
  }

  @Test(
    arguments: [
      ("JOÃO", "JOAO"), ("ANA LIMA", "ANALIMA"), ("ANA-LIMA", "ANA LIMA"), ("D'AVILA", "D’AVILA"),
      ("ANA.", "ANA"), ("А", "A"), ("ﾊ", "ハ"),
    ])
  func nearIsNotEqual(one: String, other: String) throws {
    #expect(ChaveDeNome(nome: one) != ChaveDeNome(nome: other))
  }

  @Test func theKeyOfAKeyIsTheKey() throws {
    for scalar in (UInt32(0)...0x1_FFFF).compactMap(Unicode.Scalar.init)
    where scalar.isChangedByKeys {
      for nome in ["A\(Character(scalar))B", "\(Character(scalar))", "e\(scalar)\u{301}"] {
        guard let chave = ChaveDeNome(nome: nome) else { continue }
        let again = try #require(ChaveDeNome(nome: chave.texto))
        #expect(
          again.texto.unicodeScalars.elementsEqual(chave.texto.unicodeScalars),
          "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test func theOrderIsThatOfCodePoints() throws {
    let names = ["Zoé", "Ávila", "Ana", "ANA LIMA", "ANAÍS", "1", "Ω", "Bia", "😀", "ﾊ"]
    let sorted = try names.map { try #require(ChaveDeNome(nome: $0)) }.sorted()
    #expect(
      sorted.map(\.texto)
        == ["1", "ANA", "ANA LIMA", "ANAÍS", "BIA", "ZOÉ", "ÁVILA", "Ω", "ﾊ", "😀"])
  }

  /// Whatever they have in common at first, and however short they are.
  @Test func theOrderIsThatOfTheBytes() throws {
    let nomes = [
      "A", "AB", "ABCDEFG", "ABCDEFGH", "ABCDEFGHI", "ABCDEFGHJ", "ABCDEFGÁ", "ABCDEFG\u{1}", "AÇ",
      "Á", "ÁB", "0", "🏠", "MARIA DA SILVA", "MARIA DA SOUSA", "MARIA D", "MARIA DA",
    ]
    for um in nomes {
      for outro in nomes {
        let chaves = (
          try #require(ChaveDeNome(nome: um)), try #require(ChaveDeNome(nome: outro))
        )
        #expect((chaves.0 < chaves.1) == um.utf8.lexicographicallyPrecedes(outro.utf8))
        #expect((chaves.0 == chaves.1) == (um == outro))
        #expect((chaves.0.hashValue == chaves.1.hashValue) == (um == outro))
      }
    }
  }
}

extension Unicode.Scalar {
  /// True for those that upper case, composition or the folding of white space may change.
  fileprivate var isChangedByKeys: Bool {
    properties.changesWhenUppercased || properties.changesWhenNFKCCaseFolded
      || properties.isWhitespace || properties.canonicalCombiningClass != .notReordered
  }
}
