import CommandLineKit
import Testing

@Suite struct FoldingTests {
  private func folded(_ text: String, _ width: Int = 20) -> String {
    text.folded(to: width, program: "conta")
  }

  @Test func proseIsBrokenBetweenWords() {
    #expect(folded("uma frase que não cabe em uma linha") == "uma frase que não\ncabe em uma linha")
    #expect(folded("cabe\n\ncabe\n") == "cabe\n\ncabe\n")
    #expect("uma frase longa".folded(to: nil, program: "conta") == "uma frase longa")
  }

  @Test func whatGoesOnHangsBelowItsText() {
    #expect(folded("Dados  uma pasta bem longe") == "Dados  uma pasta bem\n       longe")
    #expect(folded("  item que não cabe nela") == "  item que não cabe\n    nela")
    let narrow = folded("Um rótulo bem longo  e o que ele diz")
    #expect(narrow == "Um rótulo bem longo\n  e o que ele diz")
  }

  @Test func moneyStaysWithItsSign() {
    #expect(folded("são ao todo mais R$ 4,00 agora") == "são ao todo mais\nR$ 4,00 agora")
  }

  @Test func aPromptKeepsTheSpaceBehindIt() {
    #expect(folded("Qual destas planilhas vale? ") == "Qual destas\nplanilhas vale? ")
  }

  @Test func longPathsStandWhole() {
    let path = "pasta/um-nome-que-não-cabe.xlsx"
    #expect(folded("Gravado em \(path) agora") == "Gravado em\n\(path)\nagora")
    #expect(folded(path) == path)
  }

  /// A shell that is given the lines runs what the one line would have run.
  @Test func commandsGoOnBehindABackslash() {
    let line = #"  conta fechar --pasta "a b c" --mes 2025-10 x.csv"#
    let lines = folded(line)
    #expect(
      lines == """
          conta fechar \\
              --pasta \\
              "a b c" \\
              --mes \\
              2025-10 \\
              x.csv
        """)
    #expect(
      folded(line, 30) == """
          conta fechar \\
              --pasta "a b c" \\
              --mes 2025-10 x.csv
        """)
  }

  @Test func colouredWordsAreMeasuredAsTheyLook() {
    let text = Page.$current.withValue(Page(isStyled: true)) {
      "uma " + "palavra".styled(.red) + " só"
    }
    #expect(folded(text, 14) == text)
  }
}
