import Testing

@testable import CommandLineKit

@Suite struct PageTests {
  @Test(
    "An accent takes no column of its own, an East Asian letter or a picture takes two",
    arguments: [
      ("comissão", 8), ("comissa\u{303}o", 8), ("", 0), ("金額", 4), ("👩‍👧", 2), ("─▲", 2),
      ("a\u{200B}b", 2),
    ])
  func displayWidth(text: String, columns: Int) { #expect(text.displayWidth == columns) }

  @Test("Lines are broken between words, and inside one that is too wide")
  func wrapping() {
    #expect("um dois três".wrapped(to: 7) == ["um dois", "três"])
    #expect("abcdefgh ij".wrapped(to: 4) == ["abcd", "efgh", "ij"])
    #expect("curto".wrapped(to: 5) == ["curto"])
    #expect("".wrapped(to: 3) == [""])
    #expect("金額 金額".wrapped(to: 5) == ["金額", "金額"])
  }

  @Test("Styles are written only on a page that has them, and measured as nothing")
  func styles() {
    #expect("x".styled(.bold) == "x")
    Page.$current.withValue(Page(isStyled: true)) {
      let text = "total".styled(.bold)
      #expect(text.displayWidth == 5)
      #expect(text.rendered(styled: true) == "\u{1B}[1mtotal\u{1B}[0m")
      #expect(text.rendered(styled: false) == "total")
    }
  }

  @Test("Colours on a terminal only, and not where they are refused")
  func pageOfATerminal() {
    func page(_ environment: [String: String], isTerminal: Bool = true) -> Page {
      .ofTerminal(columns: 60, isTerminal: isTerminal) { environment[$0] }
    }
    #expect(page([:]).isStyled)
    #expect(page(["NO_COLOR": ""]).isStyled)
    #expect(!page(["NO_COLOR": "1"]).isStyled)
    #expect(!page(["TERM": "dumb"]).isStyled)
    #expect(!page([:], isTerminal: false).isStyled)
    #expect(page([:], isTerminal: false).width == nil)
    #expect(page(["COLUMNS": "60"], isTerminal: false).width == 60)
  }
}
