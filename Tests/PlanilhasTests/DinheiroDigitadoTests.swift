import Dominio
import Testing

@testable import Planilhas

/// Amounts typed as text. Docs/regras.md §4
struct DinheiroDigitadoTests {
  /// As a cell holds it, and the amount; a nil is an aviso and no value.
  private func lido(_ texto: String) throws -> Leitura<Gestores.Registro> {
    try lerGestores([["ANA", "PIX", "ENTROU", .text(texto)]])
  }

  @Test(arguments: [
    // Whole numbers.
    ("0", "0"), ("5", "5"), ("350", "350"), ("1234", "1234"), ("007", "7"), ("1234567", "1234567"),
    // The comma is the decimal sign.
    ("1,5", "1.5"), ("350,98", "350.98"), ("350,9805", "350.9805"), ("412,345", "412.345"),
    ("1234,56", "1234.56"), ("1.234,56", "1234.56"), ("12.345,6", "12345.6"),
    ("123.456,789", "123456.789"), ("1.234.567,89", "1234567.89"), ("1.000,000", "1000"),
    ("0,01", "0.01"), ("00,10", "0.1"),
    // Several correct groups are thousands.
    ("1.234.567", "1234567"), ("12.345.678", "12345678"), ("123.456.789.012", "123456789012"),
    // Any other single dot is the decimal sign.
    ("331.4805", "331.4805"), ("350.98", "350.98"), ("0.5", "0.5"), ("1234.5", "1234.5"),
    ("1234.56", "1234.56"), ("0.1234", "0.1234"),
    // Signs and parentheses.
    ("-10,00", "-10"), ("+10,00", "10"), ("- 10", "-10"), ("\u{2212}10,5", "-10.5"),
    ("(10,00)", "-10"), ("( 1.234,56 )", "-1234.56"), ("-0", "0"), ("(0,00)", "0"),
    // Currency, on either side of the sign.
    ("R$ 1.234,56", "1234.56"), ("R$1.234,56", "1234.56"), ("r$ 10", "10"), ("R$ -10,00", "-10"),
    ("-R$ 10,00", "-10"), ("- R$ 10,00", "-10"), ("+R$10", "10"), ("R$ \u{2212}10", "-10"),
    ("(R$ 10,00)", "-10"), ("R$ (10,00)", "-10"), ("R$(1.234,56)", "-1234.56"),
    ("R$ 331.4805", "331.4805"),
    // White space of any kind, and what has no width.
    ("  350,98  ", "350.98"), ("R$\u{A0}1.234,56", "1234.56"), ("\u{202F}R$\u{2003}10\u{A0}", "10"),
    ("\u{200B}350,98\u{FEFF}", "350.98"), ("R$\t10\n", "10"),
  ])
  func amounts(texto: String, valor: String) throws {
    let leitura = try lido(texto)
    #expect(leitura.registros.map(\.comissao) == [try reais(valor)])
    #expect(leitura.avisos.isEmpty)
  }

  @Test(arguments: [
    "1.234", "12.345", "123.456", "0.123", "1234.567", "R$ 1.234", "-1.234", "(1.234)",
    "R$ (1.234)",
  ])
  func oneDotAndThreeDigitsAreAmbiguous(texto: String) throws {
    let leitura = try lido(texto)
    #expect(leitura.registros.map(\.comissao) == [nil])
    #expect(leitura.avisos.map(\.lugar) == ["gestores.xlsx/Plan1/D2"])
    let mensagem = try #require(leitura.avisos.first?.mensagem)
    #expect(mensagem.hasPrefix("\"\(texto)\" é ambíguo"))
    #expect(mensagem.contains("Escreva com vírgula"))
  }

  @Test(arguments: [
    // Words.
    "a definir", "-", "--", "R$", "R$ -", "x10", "10x", "350,98 reais", "zero", "#N/A", "N/A",
    // Other currencies, and currency where it is not written.
    "US$ 10,00", "$ 10,00", "€ 10", "10,00 R$", "R$ R$ 10", "R $ 10", "10%",
    // Signs twice, or in a wrong place.
    "--10,00", "+-10", "-+10", "- R$ - 10", "10-", "10,00-", "-(10,00)", "(-10,00)", "((10))",
    "(R$ -10,00)", "R$ -(10,00)",
    // Parentheses left open.
    "(10,00", "10,00)", "()", "(", ")", "(R$)", "(10) 0",
    // Wrong groups.
    "1.23.456", "12.34,5", "1.2345,6", "1234.567,8", ".123,4", "1..234,5", "1.234.56", "1.234.5678",
    "1234.567.890", "0.123.456", "01.234,5", "0.123,45", "1,234.56", "1,234,567.89",
    // Decimal signs twice, alone, or at an end.
    "1,2,3", "1,", ",5", ",", ".", "5.", ".5", "1.,5", "1,5.", "1,.5",
    // Spaces within the digits are no groups.
    "1 234,56", "1\u{A0}234,56", "1 , 5", "1. 234,00", "10 20",
    // Other notations and other digits.
    "1e3", "1E3", "0x10", "٣٥٠", "１２", "½", "10\u{301}", "1'234,56", "10\u{200E}", "∞", "nan",
    // More than any commission.
    "1000000000000000", "1.000.000.000.000.000,00", "99999999999999999999999999",
  ])
  func whateverElseIsNoAmount(texto: String) throws {
    let leitura = try lido(texto)
    #expect(leitura.registros.map(\.comissao) == [nil])
    #expect(leitura.avisos.map(\.lugar) == ["gestores.xlsx/Plan1/D2"])
    let mensagem = try #require(leitura.avisos.first?.mensagem)
    #expect(mensagem.contains(" não é um valor; COMISSÃO fica sem valor nesta linha"))
  }

  @Test(arguments: ["", " ", "\u{A0}", "\u{200B}", "\t\n"])
  func blankIsNoValueAndNoRemark(texto: String) throws {
    let leitura = try lido(texto)
    #expect(leitura.registros.map(\.comissao) == [nil])
    #expect(leitura.avisos.isEmpty)
  }

  @Test func aLongTextIsCutInTheRemark() throws {
    let leitura = try lido(String(repeating: "ã", count: 500))
    let mensagem = try #require(leitura.avisos.first?.mensagem)
    #expect(mensagem.hasPrefix("\"" + String(repeating: "ã", count: 39) + "…\" não é um valor"))
  }
}
