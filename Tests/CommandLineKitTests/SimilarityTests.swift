import Testing

@testable import CommandLineKit

@Suite struct SimilarityTests {
  @Test(arguments: [
    ("recebimento", "recebimentos"),
    ("Controle", "controle"),
    ("contorle", "controle"),
    ("bse", "base"),
    ("bsae", "base"),
    ("--gestor", "--gestores"),
    ("-mes", "--mes"),
    ("--MES", "--mes"),
    ("--dado", "--dados"),
    ("--versão", "--versao"),
  ])
  func `A slip is recognised`(word: String, meant: String) {
    let known = ["base", "controle", "recebimentos", "--gestores", "--mes", "--dados", "--versao"]
    #expect(mostSimilar(to: word, among: known) == meant)
  }

  @Test(arguments: ["--epr", "--data", "-x", "-", "--", "", "xyzzy", "planilha"])
  func `What is another word is not`(word: String) {
    #expect(mostSimilar(to: word, among: ["--mes", "--dados", "-h", "base"]) == nil)
  }

  @Test func `The nearest wins, the first of equals`() {
    #expect(mostSimilar(to: "casas", among: ["cas", "casa", "casos"]) == "casa")
  }

  @Test func `A huge word costs nothing`() {
    #expect(mostSimilar(to: String(repeating: "a", count: 1_000_000), among: ["base"]) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1),
    ("ca", "abc", 3), ("gato", "rato", 1), ("ab", "ba", 1), ("mãe", "mae", 1),
  ])
  func `The distance counts edits and swaps`(left: String, right: String, distance: Int) {
    #expect(editDistance(Array(left), Array(right)) == distance)
    #expect(editDistance(Array(right), Array(left)) == distance)
  }
}
