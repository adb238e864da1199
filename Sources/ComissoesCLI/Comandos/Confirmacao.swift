import CommandLineKit

// What a command that changes much shows before it does anything.

extension Ambiente {
  /// Shows what would change and, at a terminal, asks whether to go on. Hold no lock meanwhile.
  ///
  /// At a terminal all of that is the dialogue, on stderr. Where nobody sits, or with `--sim`,
  /// nobody is asked, and the text is the first part of the result; in JSON it is left to the
  /// document.
  /// - Parameter sim: the answer was given on the line.
  /// - Returns: false when the answer is no; then this has been told.
  /// - Throws: when it cannot be shown: what nobody could see is not done.
  func confirmar(_ pergunta: String, sim: Bool, mostrando texto: () -> String) throws -> Bool {
    if let confirm = shell.confirm, !sim {
      shell.complain(onPage: { "\(texto())\n" })
      if confirm(pergunta) { return true }
      shell.complain("Nada foi mudado.\n")
      return false
    }
    guard formato != .json else { return true }
    do throws(OutputError) {
      try shell.write(onPage: { "\(texto())\n" })
    } catch {
      throw Falha(
        .inputOutput, "o que mudaria não pôde ser mostrado na saída; por isso nada foi mudado.")
    }
    return true
  }
}

/// What came of a question.
enum Resposta {
  case sim
  case nao
  /// There was nothing to ask, or nobody to ask.
  case ninguem
}

extension Ambiente {
  /// Shows a summary and, at a terminal, asks. Where nobody sits nothing is taken for a yes.
  ///
  /// - Parameters:
  ///   - pergunta: nil when there is nothing to ask.
  ///   - sim: the answer was given on the line.
  /// - Throws: when it cannot be shown: what nobody could see is not done.
  func responder(_ pergunta: String?, sim: Bool, mostrando texto: () -> String) throws -> Resposta {
    if let pergunta, let confirm = shell.confirm, !sim {
      shell.complain(onPage: { "\(texto())\n" })
      return confirm(pergunta) ? .sim : .nao
    }
    if formato != .json {
      do throws(OutputError) {
        try shell.write(onPage: { "\(texto())\n" })
      } catch {
        throw Falha(
          .inputOutput, "o resumo não pôde ser mostrado na saída; por isso nada foi faturado.")
      }
    }
    return pergunta != nil && sim ? .sim : .ninguem
  }
}
