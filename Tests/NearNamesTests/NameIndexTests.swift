import NearNames
import Testing

@Suite struct NameIndexTests {
  private func nearest(_ name: String, among names: String...) -> [String] {
    NameIndex(names).matches(for: name, least: 70).map { names[$0.place] }
  }

  /// Each of these shares a key with the name that is meant, although none is written like it.
  @Test(arguments: [
    "JOAO PEDRO MACIEL", "JOÃO P MACIEL", "J P MACIEL", "JOÃO MACIEL", "JOÃO PEDRO",
    "MACIEL JOÃO PEDRO", "JOÃO PEDRO DE MACIEL", "JOÃOPEDRO MACIEL", "JHOAO PEDRO MACIEL",
    "JOÃO PEDOR MACIEL", "JOÃO PEDRO SOUZA MACIEL", "JOÃO PEDRO MACIÉU",
  ])
  func aNameIsFoundHoweverItIsSpelled(_ name: String) {
    #expect(
      nearest(name, among: "ANA LIMA", "JOÃO PEDRO MACIEL", "JOSE MACIEL") == [
        "JOÃO PEDRO MACIEL"
      ])
  }

  @Test(arguments: [
    ("LUIZ SOUSA", "LUIS SOUZA"), ("THIAGO WALTER", "TIAGO VALTER"), ("ANA LIMA", "ANNA LIMA"),
    ("MARIA SOUZA", "MARIA ZOUZA"), ("MARIA SOUZA", "NARIA SOUZA"),
  ])
  func twoWordsAreFoundBySoundAndByEitherEnd(name: String, known: String) {
    #expect(nearest(name, among: "MARIA LIMA", known, "ANA SOUZA").contains(known))
  }

  @Test func theNearestComesFirst() {
    #expect(
      nearest("JOAO SILVA", among: "JOAO PEDRO SILVA", "JOÃO SILVA", "JOAO SILVEIRA")
        == ["JOÃO SILVA", "JOAO PEDRO SILVA"])
  }

  /// The names of a real month: an index, and no double loop.
  @Test func fewNamesAreComparedToEach() {
    let (known, asked) = (names(5_500, seed: 1), names(3_700, seed: 2))
    let index = NameIndex(known)
    let compared = asked.reduce(0) { $0 + index.candidates(for: $1).count }
    #expect(compared > asked.count / 100, "the names have nothing in common")
    #expect(compared < 40 * asked.count, "\(compared) comparisons")
  }

  /// Two to four words of a hundred first names and three hundred family names.
  private func names(_ count: Int, seed: UInt64) -> [String] {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let syllables = ["MA", "RI", "JO", "SE", "LU", "CA", "TE", "NO", "VI", "DRA"]
    func word(_ number: Int) -> String {
      syllables[number % 10] + syllables[number / 10 % 10] + (number >= 100 ? "S" : "")
        + (number >= 200 ? "ON" : "")
    }
    return (0..<count).map { _ in
      ([word(random(100))] + (0..<(1 + random(3))).map { _ in word(random(300)) })
        .joined(separator: " ")
    }
  }
}
