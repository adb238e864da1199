import Testing

@testable import Dominio

@Suite struct OrdemAlfabeticaTests {
  private func ordem(_ nomes: String...) throws -> [String] {
    try nomes.map { try #require(ChaveDeNome(nome: $0)) }.emOrdemAlfabetica { $0 }.map(\.texto)
  }

  /// In the order of keys `ÍCARO` stood after `ZÉLIA`.
  @Test func anInitialWithAnAccentStandsWithItsLetter() throws {
    #expect(
      try ordem("ZÉLIA", "ÍCARO", "IVO", "HUGO", "ÁGATA", "ANA")
        == ["ÁGATA", "ANA", "HUGO", "ÍCARO", "IVO", "ZÉLIA"])
  }

  @Test func accentsDecideWhereNothingElseDiffers() throws {
    #expect(try ordem("JOÃO B", "JOÃO", "JOAO", "JOAO A") == ["JOAO", "JOÃO", "JOAO A", "JOÃO B"])
  }
}
