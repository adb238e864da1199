import ComissoesCLI
import CommandLineKit
import Dominio
import FoundationEssentials
import JSONDocuments
import Synchronization
import TestSupport

/// Runs commands one after the other, within this process, on a data directory of its own.
final class Session: Sendable {
  struct Outcome {
    let code: ExitCode
    let output: String
    let errors: String
  }

  /// The data directory; gone when the session is.
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "comissoes-\(UUID().uuidString)").path

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// - Parameters:
  ///   - words: the line without the program's name.
  ///   - answer: who sits at the terminal; without it, nobody does.
  ///   - terminal: where keys are pressed; without it, nobody does.
  func run(
    _ words: [String], answer: (@Sendable (String) -> Bool)? = nil, at terminal: Terminal? = nil
  ) -> Outcome {
    let output = Mutex<[UInt8]>([])
    let errors = Mutex("")
    var shell = Shell(
      writeBytes: { bytes throws(OutputError) in output.withLock { $0 += bytes } },
      complain: { text in errors.withLock { $0 += text } },
      environment: { _ in nil },
      today: { .epoca },
      now: { "2025-11-03T14:05:11Z" },
      user: { "rosa" },
      width: 80)
    shell.confirm = answer
    if let device = terminal?.device {
      shell.keyboard = { Keyboard(input: device, output: device) }
    }
    // A shell that asks gives the line in one word.
    let line = words.first == "__completar" ? words : words + ["--dados", folder]
    let code = executar(line, em: shell)
    return Outcome(
      code: code, output: String(decoding: output.withLock { $0 }, as: UTF8.self),
      errors: errors.withLock { $0 })
  }

  /// Asks as zsh does at the end of a line, which is written without the program's name.
  func complete(_ line: String) -> Outcome {
    run(["__completar", "zsh", "comissoes --dados '\(folder)' \(line)"])
  }

  /// Runs with `--formato json`.
  /// - Throws: when what is printed is no JSON document, as after an error.
  func document(_ words: String...) throws -> JSONValue {
    let outcome = run(words + ["--formato", "json"])
    return try decodeJSON(JSONValue.self, from: [UInt8](outcome.output.utf8))
  }
}
