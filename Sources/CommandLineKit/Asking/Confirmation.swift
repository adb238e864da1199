/// A question that is answered with yes or no, put to whoever sits at a terminal.
///
/// An answer may take all day: hold nothing meanwhile that others wait for.
package struct Confirmation: Sendable {
  private let terminal: TerminalDevice

  /// Nil when there is nobody to ask.
  ///
  /// - Parameters:
  ///   - input: the descriptor where the answer is typed; it must be a terminal.
  ///   - output: the descriptor where the question is shown; it, too.
  package init?(input: Int32, output: Int32) {
    guard let terminal = TerminalDevice(input: input, output: output) else { return nil }
    self.terminal = terminal
  }

  /// Asks, and asks again when the answer is neither yes nor no.
  ///
  /// - Parameter question: one sentence; `[s/N]` is put behind it.
  /// - Returns: true for a plain yes only. An empty line, the end of the input and a terminal that
  ///   has gone are a no.
  package func ask(_ question: String) -> Bool {
    for _ in 0..<3 {
      guard terminal.show("\(question) \(Texts.yesOrNo) "), let answer = readLine() else {
        return false
      }
      if Texts.yes.contains(answer) { return true }
      if answer.isEmpty || Texts.no.contains(answer) { return false }
      guard terminal.show("\(Texts.answerYesOrNo)\n") else { return false }
    }
    return false
  }

  /// What was typed, lowercased and without the spaces at its ends; nil at the end of the input.
  private func readLine() -> String? {
    var line: [UInt8] = []
    while line.last != UInt8(ascii: "\n") {
      guard let byte = terminal.nextByte() else { return nil }
      line.append(byte)
    }
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ").lowercased()
  }
}
