import Testing

@testable import Dominio

struct DinheiroTests {
  @Test(
    arguments: [
      ("0", "0"), ("-0", "0"), ("0.00", "0"), ("500", "500"), ("500.00", "500"), ("007", "7"),
      ("331.4805", "331.4805"), ("331.48050", "331.4805"), ("-0.01", "-0.01"), ("0.1", "0.1"),
      // As `Double.description` writes small and large numbers.
      ("1e-05", "0.00001"), ("1.5e-05", "0.000015"), ("-2.5e+02", "-250"), ("1e3", "1000"),
      ("5.684341886080802e-14", "0.00000000000005684341886080802"), ("0e40", "0"),
      ("999999999999999.99", "999999999999999.99"), ("-999999999999999.99", "-999999999999999.99"),
      ("1e-40", "0.0000000000000000000000000000000000000001"),
    ])
  func readsPlainDecimals(text: String, texto: String) throws {
    let dinheiro = try #require(Dinheiro(text))
    #expect(dinheiro.texto == texto)
    #expect(Dinheiro(dinheiro.texto) == dinheiro)
  }

  @Test(
    arguments: [
      "", " ", "-", ".", "-.5", ".5", "5.", "1.2.3", "--1", "+1", "1,5", "1.234,56", "R$ 1", " 1",
      "1 ", "1e", "1e-", "1e+", "e5", "1E5", "1e5.0", "1e--5", "12abc", "nan", "inf", "0x10", "١",
      "1\u{0}", "1_000",
    ])
  func refusesAllElse(text: String) { #expect(Dinheiro(text) == nil) }

  @Test(
    arguments: [
      "1000000000000000", "-1000000000000000", "1e15", "1e40", "1e41", "1e999999999999999999999",
      "1e-41", "1e-999999999999999999999", "1.5e-40", "0.00000000000000000000000000000000000000001",
      "100000000000000000000000000000000000000000000000000",
    ])
  func refusesWhatIsOutOfAllReason(text: String) { #expect(Dinheiro(text) == nil) }

  @Test(
    "An amount that cannot be held to the last digit is refused, not cut short",
    arguments: [
      "999999999999999.9999999999999999999999999", "0.1234567890123456789012345678901234567891",
      "123456789012345.1234567890123456789012345678",
    ])
  func refusesMoreDigitsThanItCanHold(text: String) { #expect(Dinheiro(text) == nil) }

  @Test(
    arguments: [
      "12345678901234.123456789012345678901234", "0.12345678901234567890123456789012345678",
      "0.0012345678901234567890123456789012345678",
    ])
  func holdsThirtyEightDigits(text: String) { #expect(Dinheiro(text)?.texto == text) }

  @Test func equalAmountsAreEqualHoweverWritten() throws {
    let written = try ["1", "1.0", "1.00", "1e0", "01", "10e-1"].map { try #require(Dinheiro($0)) }
    #expect(Set(written).count == 1)
    #expect(written.map(\.casas) == [0, 0, 0, 0, 0, 0])
    #expect(Dinheiro("0.10") != Dinheiro("0.1000001"))
  }

  @Test(
    arguments: [
      ("331.4805", "331.48"), ("331.485", "331.49"), ("250.125", "250.13"), ("2.675", "2.68"),
      ("1.005", "1.01"), ("0.005", "0.01"), ("0.0049999999", "0"), ("999.995", "1000"),
      ("-0.005", "-0.01"), ("-0.004", "0"), ("-250.125", "-250.13"), ("-2.675", "-2.68"),
      ("-331.4849", "-331.48"), ("10", "10"), ("999999999999998.995", "999999999999999"),
    ])
  func roundsHalfAwayFromZero(text: String, texto: String) throws {
    #expect(try #require(Dinheiro(text)).arredondado.texto == texto)
  }

  @Test(arguments: [(0, "1"), (1, "1.2"), (2, "1.24"), (3, "1.235"), (4, "1.235"), (9, "1.235")])
  func roundsToSoManyDecimals(casas: Int, texto: String) throws {
    #expect(try #require(Dinheiro("1.235")).arredondado(casas: casas).texto == texto)
  }

  @Test func sumsAreExact() throws {
    let dezCentavos = try #require(Dinheiro("0.1"))
    #expect([dezCentavos, dezCentavos, dezCentavos].soma == Dinheiro("0.3"))
    #expect(Array(repeating: try #require(Dinheiro("0.01")), count: 10_000).soma == Dinheiro("100"))
    #expect([Dinheiro]().soma == .zero)
    let grande = try #require(Dinheiro("999999999999999.99"))
    #expect((grande + Dinheiro(centavos: 1)).texto == "1000000000000000")
    #expect((Dinheiro(centavos: 1) - grande).texto == "-999999999999999.98")
    #expect((grande - grande) == .zero)
  }

  @Test(arguments: [(0, "0"), (1, "0.01"), (-150, "-1.5"), (123_456, "1234.56")])
  func countsInCents(centavos: Int, texto: String) {
    #expect(Dinheiro(centavos: centavos).texto == texto)
  }

  @Test func theSizeHasNoSign() {
    #expect(Dinheiro("-1.5")?.modulo == Dinheiro("1.5"))
    #expect(Dinheiro("1.5")?.modulo == Dinheiro("1.5"))
  }

  @Test func ordersByAmountNotByText() throws {
    let sorted = try ["9", "-10", "10", "-9.5", "0", "9.01"].map { try #require(Dinheiro($0)) }
      .sorted()
    #expect(sorted.map(\.texto) == ["-10", "-9.5", "0", "9", "9.01", "10"])
  }

  @Test(
    arguments: [
      ("0", 2, "R$ 0,00"), ("0.5", 2, "R$ 0,50"), ("12", 2, "R$ 12,00"), ("123", 2, "R$ 123,00"),
      ("1234.56", 2, "R$ 1.234,56"), ("123456.7", 2, "R$ 123.456,70"),
      ("1234567.125", 2, "R$ 1.234.567,13"), ("-1234.56", 2, "-R$ 1.234,56"),
      ("-123", 2, "-R$ 123,00"), ("-0.004", 2, "R$ 0,00"), ("999.995", 2, "R$ 1.000,00"),
      ("331.4805", 4, "R$ 331,4805"), ("331.4805", 3, "R$ 331,481"), ("331.48", 4, "R$ 331,4800"),
      ("331.4805", 0, "R$ 331,48"), ("999999999999999.99", 2, "R$ 999.999.999.999.999,99"),
    ])
  func isWrittenAsInBrazil(text: String, casas: Int, emReais: String) throws {
    #expect(try #require(Dinheiro(text)).emReais(casas: casas) == emReais)
  }
}
