import Glibc
import TestSupport
import Testing

@testable import CommandLineKit

/// A question put to a pseudo-terminal.
@Suite struct ConfirmationTests {
  @Test(
    arguments: [
      ("s\n", true), ("S\n", true), ("sim\n", true), ("  Sim \n", true),
      ("n\n", false), ("não\n", false), ("NAO\n", false), ("\n", false), ("   \n", false),
    ])
  func onlyAPlainYesIsYes(typed: String, answer: Bool) throws {
    let terminal = try Terminal()
    let confirmation = try #require(
      Confirmation(input: terminal.device, output: terminal.device))
    terminal.type(typed)
    #expect(confirmation.ask("Desfazer a operação 12?") == answer)
    #expect(terminal.shown().contains("Desfazer a operação 12? [s/N] "))
  }

  @Test func whatIsNeitherIsAskedAgain() throws {
    let terminal = try Terminal()
    let confirmation = try #require(
      Confirmation(input: terminal.device, output: terminal.device))
    terminal.type("talvez\ns\n")
    #expect(confirmation.ask("Sair?"))
    #expect(terminal.shown().contains("Responda s (sim) ou n (não).\nSair? [s/N] "))

    terminal.type("a\nb\nc\ns\n")
    #expect(!confirmation.ask("Sair?"), "after three answers that are none, it is a no")
  }

  @Test func theEndOfTheInputIsNo() throws {
    let terminal = try Terminal()
    let confirmation = try #require(
      Confirmation(input: terminal.device, output: terminal.device))
    terminal.end()
    #expect(!confirmation.ask("Sair?"))
  }

  @Test func whereNobodySitsNobodyIsAsked() throws {
    let terminal = try Terminal()
    let file = open("/dev/null", O_RDWR)
    defer { close(file) }
    #expect(Confirmation(input: file, output: terminal.device) == nil)
    #expect(Confirmation(input: terminal.device, output: file) == nil)
    #expect(Confirmation(input: -1, output: -1) == nil)
  }
}
