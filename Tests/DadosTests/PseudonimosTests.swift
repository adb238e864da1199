import Testing

@testable import Dados

/// The same name gives the same one, two names never one.
@Suite struct PseudonimosTests {
  private func novos() -> Pseudonimos { Pseudonimos(segredo: [1, 2, 3]) }

  @Test func accentsCaseAndSignsStay() {
    var pseudonimos = novos()
    let nome = pseudonimos.texto("JOÃO D'ÁVILA DA CONCEIÇÃO-Souza 12")
    let formas = nome.map { $0.isLetter ? "L" : $0.isNumber ? "9" : $0 }
    #expect(String(formas) == "LLLL L'LLLLL LL LLLLLLLLL-LLLLL 99")
    #expect(nome.contains(" DA "))
    #expect(!nome.contains("JO") && !nome.contains("ouza"))
    #expect(pseudonimos.texto("joão").uppercased() == String(nome.prefix(4)))
  }

  @Test func nearNamesStayNear() {
    var pseudonimos = novos()
    let um = pseudonimos.texto("JOÃO")
    let outro = pseudonimos.texto("JOAO")
    #expect(um != outro)
    #expect(
      um.filter { $0.isASCII }
        == outro.enumerated().filter { $0.offset != 2 }.reduce("") { $0 + String($1.element) })
  }

  /// There are no more words of three vowels than those that are asked for: some get longer.
  @Test func twoNamesNeverBecomeOne() {
    var pseudonimos = novos()
    let letras = Array("AEIOUBCD")
    var vistos: Set<String> = []
    for a in letras {
      for b in letras {
        for c in letras { vistos.insert(pseudonimos.texto("\(a)\(b)\(c)")) }
      }
    }
    #expect(vistos.count == 8 * 8 * 8)
  }

  @Test func anotherSecretGivesOtherNames() {
    var um = novos()
    var outro = Pseudonimos()
    #expect(um.texto("MARIA APARECIDA DE SOUZA") != outro.texto("MARIA APARECIDA DE SOUZA"))
  }

  @Test func sentencesKeepTheWordsOfTheTrade() {
    var pseudonimos = novos()
    let permuta = pseudonimos.texto("PERMUTA")
    #expect(
      pseudonimos.frase(
        "Cliente com FORMA = \"PERMUTA 12\" (desconhecida), linha 7", comNumeros: false
      )
      .hasPrefix("Cliente com FORMA = \"\(permuta) "))
    let frase = "PIX pendente de pagamento no WeboPay; R$ 1.234,56"
    #expect(pseudonimos.frase(frase, comNumeros: false) == frase)
  }
}
