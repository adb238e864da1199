private import Glibc

/// A question that is answered with yes or no, put to whoever sits at a terminal.
///
/// An answer may take all day: hold nothing meanwhile that others wait for.
package struct Confirmation: Sendable {
  private let input: Int32
  private let output: Int32

  /// Nil when there is nobody to ask.
  ///
  /// - Parameters:
  ///   - input: the descriptor where the answer is typed; it must be a terminal.
  ///   - output: the descriptor where the question is shown; it, too.
  package init?(input: Int32, output: Int32) {
    guard isatty(input) == 1, isatty(output) == 1 else { return nil }
    self.input = input
    self.output = output
  }

  /// Asks, and asks again when the answer is neither yes nor no.
  ///
  /// - Parameter question: one sentence; `[s/N]` is put behind it.
  /// - Returns: true for a plain yes only. An empty line, the end of the input and a terminal that
  ///   has gone are a no.
  package func ask(_ question: String) -> Bool {
    for _ in 0..<3 {
      guard show("\(question) \(Texts.yesOrNo) "), let answer = readLine() else { return false }
      if Texts.yes.contains(answer) { return true }
      if answer.isEmpty || Texts.no.contains(answer) { return false }
      guard show("\(Texts.answerYesOrNo)\n") else { return false }
    }
    return false
  }

  private func show(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// What was typed, lowercased and without the spaces at its ends; nil at the end of the input.
  private func readLine() -> String? {
    var line: [UInt8] = []
    while line.last != UInt8(ascii: "\n") {
      var byte: UInt8 = 0
      let count = read(input, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      line.append(byte)
    }
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ").lowercased()
  }
}
