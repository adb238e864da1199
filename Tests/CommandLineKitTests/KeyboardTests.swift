import Glibc
import TestSupport
import Testing

@testable import CommandLineKit

/// Keys pressed at a pseudo-terminal.
@Suite(.serialized) struct KeyboardTests {
  private let terminal: Terminal
  private let keyboard: Keyboard

  init() throws {
    terminal = try Terminal()
    keyboard = try #require(Keyboard(input: terminal.device, output: terminal.device))
  }

  @Test(arguments: [
    ("r", Key.character("r")), ("ã", .character("ã")), ("€", .character("€")),
    ("😀", .character("😀")), ("\n", .enter), ("\r", .enter), ("\u{7F}", .backspace),
    ("\u{1B}", .escape), ("\u{1B}[A", .other), ("\u{1B}[1;5C", .other), ("\u{1B}OP", .other),
    ("\u{3}", .control("c")), ("\u{4}", .control("d")), ("\u{1A}", .control("z")),
    ("\u{0}", .other),
  ])
  func aKeyIsRead(typed: String, key: Key) {
    terminal.type(typed)
    #expect(keyboard.read() == key)
    terminal.type("x")
    #expect(keyboard.read() == .character("x"), "nothing is left of it")
  }

  /// The first bytes of a character, and then silence.
  @Test func aCharacterCutShortIsNone() {
    #expect(KeyDecoder.key(0xE2) { nil } == .other)
    #expect(KeyDecoder.key(0x80) { nil } == .other)
    #expect(KeyDecoder.key(0xFF) { nil } == .other)
  }

  @Test(arguments: [
    ("por PIX\n", TypedLine.text("por PIX")), ("\n", .text("")),
    ("nãx\u{7F}o\n", .text("não")), ("abc\u{15}d\n", .text("d")), ("\u{7F}a\n", .text("a")),
    ("a\u{1B}[Db\n", .text("ab")), ("abc\u{1B}", .cancelled), ("a\u{3}", .stopped(.control("c"))),
    ("\u{4}", .stopped(.control("d"))),
  ])
  func aLineIsRead(typed: String, line: TypedLine) {
    terminal.type(typed)
    #expect(keyboard.line() == line)
  }

  @Test func theTerminalIsWhatItWasWhenItIsClosed() throws {
    var during = termios()
    var after = termios()
    #expect(tcgetattr(terminal.device, &during) == 0)
    #expect(during.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)
    keyboard.close()
    #expect(tcgetattr(terminal.device, &after) == 0)
    let usual = tcflag_t(ICANON | ECHO | ISIG)
    #expect(after.c_lflag & usual == usual)
  }

  @Test func whereNobodySitsThereIsNone() {
    let file = open("/dev/null", O_RDWR)
    defer { close(file) }
    #expect(Keyboard(input: file, output: terminal.device) == nil)
    #expect(Keyboard(input: terminal.device, output: file) == nil)
  }
}
