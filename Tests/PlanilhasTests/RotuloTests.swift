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
}
