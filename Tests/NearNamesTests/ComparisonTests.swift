import Testing

@testable import NearNames

/// What makes two names one, or two.
@Suite struct ComparisonTests {
  @Test(arguments: [
    ("JOÃO SILVA", "JOAO SILVA", 97, [Likeness.accents]),
    ("ANA-PAULA SOUZA", "ANA PAULA SOUZA", 97, [.accents]),
    ("MARIADO CARMO", "MARIA DO CARMO", 95, [.spaces]),
    ("MARIA DE SOUZA", "MARIA SOUZA", 95, [.particles]),
    ("SILVA MARIA JOSÉ", "MARIA JOSE SILVA", 88, [.order]),
    ("MARIA SOUSA", "MARIA SOUZA", 95, [.letters(1)]),
    ("MARIA SUOZA", "MARIA SOUZA", 93, [.letters(1)]),
    ("FERNANDA TRINDDADE", "FERNANDA TRINDADE", 95, [.letters(1)]),
    ("CLEONICE LAYS T RIBEIRO", "CLEONICE LAYS TRINDADE RIBEIRO", 91, [.initial]),
    ("CLEONICE LAYS RIBEIRO", "CLEONICE LAYS TRINDADE RIBEIRO", 88, [.missingMiddle(1)]),
    ("JOÃO PEDRO", "JOAO PEDRO MACIEL", 80, [.missingLast]),
    ("JOAO PEDRO LIMA FILHO", "JOÃO PEDRO LIMA", 70, [.generation]),
    ("PEDRO REIS", "PEDRO REIS JÚNIOR", 70, [.generation]),
    ("PEDRO NETO REIS", "PEDRO REIS", 88, [.missingMiddle(1)]),
    ("PEDRO MACIEL", "JOAO PEDRO MACIEL", 80, [.missingFirst]),
    ("JULIO LIMA", "JULIA LIMA", 76, [.gender]),
    ("ANA LIMA", "ANA LIRA", 76, [.letters(1)]),
    ("MARIA JOSE SILVA", "MARIA CLARA SILVA", 64, [.otherWord]),
  ])
  func namesAreAsAlikeAs(left: String, right: String, score: Int, likenesses: [Likeness]) {
    let expected = compare(left, right)
    #expect(expected?.score == score)
    #expect(expected?.likenesses == likenesses)
    #expect(compare(right, left)?.score == score, "the other way round")
  }

  @Test(arguments: [
    ("MARIA SILVA", "JOSE SOUZA"), ("MARIA", "MARIA SILVA"), ("", "MARIA"), ("...", "-"),
    ("ANA SILVA", "ANA PEREIRA"),
  ])
  func namesWithTooLittleInCommonAreNotAlike(left: String, right: String) {
    #expect(compare(left, right) == nil)
  }

  @Test func oneNameIsItself() {
    #expect(compare("ANA", "ANA")?.likenesses == [.same])
  }

  /// Whatever a cell holds, it is compared and nothing breaks.
  @Test(arguments: ["Ωμέγα Άλφα", "李 小龙", "A\u{301}na\u{0} Li\u{FEFF}ma", "1234 5678", "ﬁna Ž"])
  func anyTextIsCompared(_ text: String) {
    #expect(compare(text, text)?.score == 100)
    #expect(compare(text, "ANA LIMA")?.score ?? 0 <= 100)
  }

  /// Names below U+0100 are folded from their bytes; a word of another script in the same name makes
  /// it take the long way.
  @Test func bothWaysOfFoldingAreOne() {
    for scalar in (UInt32(0)..<0x100).compactMap(Unicode.Scalar.init) {
      let text = "Ana\(scalar)b \(scalar)Lima\(scalar)"
      let (short, long) = (FoldedName(text), FoldedName(text + " Ω"))
      #expect(long.text == short.text + " Ω".utf8, "U+\(String(scalar.value, radix: 16))")
      #expect(long.words.dropLast().map(\.hash) == short.words.map(\.hash))
    }
  }
}
