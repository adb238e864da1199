import Testing

@testable import SheetWriting

struct CellTextTests {
  @Test(arguments: [
    ("", ""),
    ("JOÃO & MARIA <x>", "JOÃO & MARIA <x>"),
    ("a\tb\nc", "a\tb\nc"),
    ("a\rb", "a_x000D_b"),
    ("a\u{0}b", "a_x0000_b"),
    ("\u{1}\u{1F}", "_x0001__x001F_"),
    ("\u{FFFE}\u{FFFF}", "_xFFFE__xFFFF_"),
    ("ﬀ\u{FEFF}", "ﬀ\u{FEFF}"),
    ("_x0041_", "_x005F_x0041_"),
    ("_x00zz_ _x004 _", "_x00zz_ _x004 _"),
    ("__x0041_", "__x005F_x0041_"),
    ("snake_case", "snake_case"),
  ])
  func escapes(text: String, expected: String) {
    #expect(CellText.escaped(text) == expected)
  }

  @Test func widthCountsWhatIsSeen() {
    #expect(TextWidth.estimate("JOÃO") == TextWidth.estimate("JOA\u{303}O"))
    #expect(TextWidth.estimate("漢字") == 4)
    #expect(TextWidth.estimate("MARIA", bold: true) > TextWidth.estimate("MARIA"))
    #expect(TextWidth.estimate("00\n0000\n0") == 4)
    #expect(TextWidth.estimate("") == 0)
  }

  @Test(arguments: [
    ("", 1), ("0000", 1), ("00000", 2), ("00000\n\n0", 4), ("000 000", 2), ("00 0 00", 2),
    ("0 00000000 0", 4), ("   ", 1),
  ])
  func wraps(text: String, lines: Int) {
    #expect(TextWidth.lines(text, within: 4) == lines)
  }
}
