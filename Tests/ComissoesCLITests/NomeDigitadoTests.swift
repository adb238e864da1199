import Dominio
import Testing

@testable import ComissoesCLI

/// What a name that somebody types may mean.
@Suite struct NomeDigitadoTests {
  private func nomes(_ textos: String...) throws -> [ChaveDeNome] {
    try textos.map { try #require(ChaveDeNome(nome: $0)) }
  }

  private let conhecidos: [ChaveDeNome]

  init() throws {
    conhecidos = try ["JOÃO SILVA", "JOAO SILVA NETO", "MARIA JOSÉ REIS", "JOSÉ MARIA", "ANA LIMA"]
      .map { try #require(ChaveDeNome(nome: $0)) }
  }

  @Test(arguments: [
    ("joão silva", "JOÃO SILVA"), ("joao silva", "JOÃO SILVA"), ("  Ana   Lima ", "ANA LIMA"),
    ("neto", "JOAO SILVA NETO"), ("jo silva n", "JOAO SILVA NETO"), ("mar jos", "MARIA JOSÉ REIS"),
    ("eis", "MARIA JOSÉ REIS"), ("jose maria", "JOSÉ MARIA"),
  ])
  func aNameIsFound(_ digitado: String, _ nome: String) throws {
    #expect(NomeDigitado(digitado, entre: conhecidos).unico?.texto == nome)
  }

  @Test func whatMayBeTwoIsNeither() throws {
    #expect(
      NomeDigitado("joao", entre: conhecidos)
        == .duvida(.varios(try nomes("JOAO SILVA NETO", "JOÃO SILVA"))))
    // The order of the words counts.
    #expect(NomeDigitado("silva joao", entre: conhecidos).unico == nil)
  }

  @Test func nearNamesAreNamedWhenNoneFits() throws {
    #expect(
      NomeDigitado("ana lyma", entre: conhecidos)
        == .duvida(.nenhum(parecidos: try nomes("ANA LIMA"))))
    #expect(NomeDigitado("zzz", entre: conhecidos) == .duvida(.nenhum(parecidos: [])))
    #expect(NomeDigitado(" ", entre: conhecidos) == .duvida(.nenhum(parecidos: [])))
  }

  /// The accent decides when it is typed; otherwise two clients are two.
  @Test func anAccentThatIsTypedDecides() throws {
    let dois = try nomes("JOÃO", "JOAO")
    #expect(NomeDigitado("joão", entre: dois).unico?.texto == "JOÃO")
    #expect(NomeDigitado("jóao", entre: dois) == .duvida(.varios(try nomes("JOAO", "JOÃO"))))
  }
}
