private import Glibc

/// The two descriptors of a terminal: where somebody types, and where it is shown.
struct TerminalDevice {
  let input: Int32
  private let output: Int32

  /// Nil when nobody sits there.
  init?(input: Int32, output: Int32) {
    guard isatty(input) == 1, isatty(output) == 1 else { return nil }
    self.input = input
    self.output = output
  }

  /// Shows a text; false when the terminal has gone.
  func show(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Waits for a byte; nil at the end of the input, or when the terminal has gone.
  func nextByte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(input, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1 ? byte : nil
    }
  }

  /// True when there is something to read, the end included.
  func waits(milliseconds: Int32) -> Bool {
    var event = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&event, 1, milliseconds) > 0
  }
}
