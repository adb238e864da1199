private import Glibc

/// A terminal that hands over each key as it is pressed, until this object is closed.
///
/// Meanwhile keys are not shown, Control-C is a key like others, and a signal that would end the
/// process comes as `Key.signal`: nothing but SIGKILL leaves the terminal as it is not used to be.
package final class Keyboard {
  /// What would end the process and can be put off.
  private static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  private let input: Int32
  private let output: Int32
  private let usual: termios
  private var usualMask = sigset_t()
  private var endingMask = sigset_t()
  private var isOpen = true

  /// Nil when nobody sits there.
  ///
  /// - Parameters:
  ///   - input: the descriptor where keys are pressed; it must be a terminal.
  ///   - output: the descriptor of what is shown; it, too.
  package init?(input: Int32, output: Int32) {
    var mode = termios()
    guard isatty(output) == 1, tcgetattr(input, &mode) == 0 else { return nil }
    usual = mode
    self.input = input
    self.output = output
    sigemptyset(&endingMask)
    for signal in Self.ending { sigaddset(&endingMask, signal) }
    pthread_sigmask(SIG_BLOCK, &endingMask, &usualMask)
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    guard tcsetattr(input, TCSANOW, &mode) == 0 else {
      pthread_sigmask(SIG_SETMASK, &usualMask, nil)
      return nil
    }
  }

  deinit { close() }

  /// Makes the terminal what it was.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    var usual = usual
    tcsetattr(input, TCSANOW, &usual)
    pthread_sigmask(SIG_SETMASK, &usualMask, nil)
  }

  /// Ends the process as the signal would have.
  package func surrender(to signal: Int32) {
    close()
    Glibc.signal(signal, SIG_DFL)
    // Whoever started the process may have held it back.
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, signal)
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
    raise(signal)
  }

  /// Waits for a key.
  package func read() -> Key {
    while true {
      var nobody = timespec()
      let signal = sigtimedwait(&endingMask, nil, &nobody)
      if signal > 0 { return .signal(signal) }
      // The signals are held back, so waiting must end now and then to look for them.
      guard waits(milliseconds: 200) else { continue }
      guard let byte = nextByte() else { return .end }
      return KeyDecoder.key(byte) { waits(milliseconds: 50) ? nextByte() : nil }
    }
  }

  /// Shows a text; false when the terminal has gone.
  @discardableResult
  package func show(_ text: String) -> Bool {
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

  /// True when there is something to read, the end included.
  private func waits(milliseconds: Int32) -> Bool {
    var event = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&event, 1, milliseconds) > 0
  }

  private func nextByte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(input, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1 ? byte : nil
    }
  }
}
