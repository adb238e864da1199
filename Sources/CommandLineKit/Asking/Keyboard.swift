private import Glibc

/// A terminal that hands over each key as it is pressed, until this object is closed.
///
/// Meanwhile keys are not shown, Control-C is a key like others, and a signal that would end the
/// process comes as `Key.signal`: nothing but SIGKILL leaves the terminal as it is not used to be.
package final class Keyboard {
  /// What would end the process and can be put off.
  private static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  private let terminal: TerminalDevice
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
    guard let terminal = TerminalDevice(input: input, output: output),
      tcgetattr(input, &mode) == 0
    else { return nil }
    self.terminal = terminal
    usual = mode
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
    tcsetattr(terminal.input, TCSANOW, &usual)
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

  /// Ends the process as this key does at any other terminal: Control-C, or the signal that came in
  /// its place. Other keys end nothing.
  package func surrender(to key: Key) {
    switch key {
    case .control("c"): surrender(to: SIGINT)
    case .signal(let signal): surrender(to: signal)
    default: break
    }
  }

  /// Waits for a key.
  package func read() -> Key {
    while true {
      var nobody = timespec()
      let signal = sigtimedwait(&endingMask, nil, &nobody)
      if signal > 0 { return .signal(signal) }
      // The signals are held back, so waiting must end now and then to look for them.
      guard terminal.waits(milliseconds: 200) else { continue }
      guard let byte = terminal.nextByte() else { return .end }
      return KeyDecoder.key(byte) {
        terminal.waits(milliseconds: 50) ? terminal.nextByte() : nil
      }
    }
  }

  /// Shows a text; false when the terminal has gone.
  @discardableResult
  package func show(_ text: String) -> Bool { terminal.show(text) }
}
