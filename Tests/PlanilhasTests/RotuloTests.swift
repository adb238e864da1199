import Testing

@testable import Planilhas

/// How headers and mapped values are compared. Docs/regras.md §4
struct RotuloTests {
  @Test(arguments: [
    ("COMISSÃO", "comissao"),
    ("COMISSA\u{303}O", "COMISSÃO"),
    ("Status_comissão", "STATUS COMISSAO"),
    ("Nome Mutuário", "NOME_MUTUARIO"),
    ("Número Contrato", "numero contrato"),
    ("  NOME \t\n DO\u{A0}\u{A0}CLIENTE ", "Nome do Cliente"),
    ("\u{FEFF}NO\u{200B}ME", "nome"),
    ("_NOME_", "nome"),
    ("Data__da_ venda", "data da venda"),
    ("FIN + IMOB", "fin+imob"),
    ("FIN  +\u{A0}IMOB", "FIN +IMOB"),
    ("PREÇO", "preco"),
  ])
  func equal(left: String, right: String) {
    #expect(Rotulo(left) == Rotulo(right))
  }

  @Test(arguments: [
    ("STATUS - NF", "STATUS"),
    ("STATUS - NF", "STATUS NF"),
    ("STATUS-NF", "STATUS - NF"),
    ("STATUS:", "STATUS"),
    ("NOME", "NOMES"),
    ("NOME DO CLIENTE", "NOMEDOCLIENTE"),
    ("FIN + IMOB", "FIN IMOB"),
    ("FIN + IMOB", "FIN - IMOB"),
    ("Nº", "N"),
  ])
  func different(left: String, right: String) {
    #expect(Rotulo(left) != Rotulo(right))
  }

  @Test(arguments: ["", " ", "_", " _\u{A0}_ ", "\u{200B}", "\u{301}"])
  func blank(text: String) {
    #expect(Rotulo(text).estaVazio)
  }

  @Test func aHeaderThatIsNotBlank() {
    #expect(!Rotulo("+").estaVazio)
  }

  /// The quick way for the letters of this country says what the table of Unicode says.
  @Test func composedAndDecomposedLettersAreOneLabel() {
    var random = Sorteio(state: 7)
    let letters = (0x09...0x17F).compactMap(Unicode.Scalar.init) + ["_", "+", " ", "\u{200B}"]
    for _ in 0..<3000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        text.append(letters.randomElement(using: &random) ?? " ")
      }
      let plain = String(text)
      // A character that only the table knows, and that is dropped with the zero-width ones.
      #expect(Rotulo(plain) == Rotulo(plain + "\u{200B}"), "\(plain.debugDescription)")
    }
    #expect(Rotulo("Ação + João_é\u{A0} ç").texto == "ACAO+JOAO E C")
  }

  private struct Sorteio: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
