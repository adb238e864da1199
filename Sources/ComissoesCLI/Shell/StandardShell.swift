import CommandLineKit
import Dominio
private import Glibc

extension Shell {
  /// The terminal, the environment and the clock of this process.
  package static func standard() -> Shell {
    signal(SIGPIPE, SIG_IGN)
    // Past a limit on the size of files a write must fail, not end the program.
    signal(SIGXFSZ, SIG_IGN)
    let width = terminalWidth()
    let narrow = isatty(STDERR_FILENO) == 1 ? width : nil
    var shell = Shell(
      writeBytes: { bytes throws(OutputError) in try writeAll(bytes, to: STDOUT_FILENO) },
      complain: { text in
        Narrator.current?.clear()
        let text = text.visible.folded(to: narrow).rendered(styled: false)
        try? writeAll([UInt8](text.utf8), to: STDERR_FILENO)
      },
      environment: { name in getenv(name).map { String(cString: $0) } },
      today: localDay,
      now: moment,
      user: userName,
      width: width)
    shell.remark = shell.complain
    shell.fuso = Fuso { seconds in
      var moment = time_t(seconds)
      var parts = tm()
      localtime_r(&moment, &parts)
      return Int(parts.tm_gmtoff)
    }
    let isTerminal = isatty(STDOUT_FILENO) == 1
    shell.page = .ofTerminal(
      columns: shell.width, isTerminal: isTerminal, environment: shell.environment)
    shell.narrator = standardNarrator(width: shell.width, environment: shell.environment)
    if let confirmation = Confirmation(input: STDIN_FILENO, output: STDERR_FILENO) {
      // Behind the question there is room for the answer.
      shell.confirm = { confirmation.ask($0.visible.folded(to: width - 10)) }
    }
    shell.hurry = { seconds in
      signal(SIGALRM) { _ in _exit(0) }
      // Who started this process may have kept the signal from it.
      var alarmed = sigset_t()
      sigemptyset(&alarmed)
      sigaddset(&alarmed, SIGALRM)
      sigprocmask(SIG_UNBLOCK, &alarmed, nil)
      alarm(seconds)
    }
    shell.keyboard = { Keyboard(input: STDIN_FILENO, output: STDERR_FILENO) }
    return shell
  }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(OutputError) {
  let code: Int32 = bytes.withUnsafeBytes { bytes in
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(
        descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      written += count
    }
    return 0
  }
  if code == EPIPE { throw .closed }
  if code != 0 { throw .system(errno: code) }
}

/// Seconds since 1970: of the clock, or fixed by `SOURCE_DATE_EPOCH`, so that a run can be repeated
/// to the byte.
private func secondsNow() -> time_t {
  getenv("SOURCE_DATE_EPOCH").flatMap { time_t(String(cString: $0)) } ?? time(nil)
}

/// Where standard error is a terminal that can write over a line, and the process is ended while one
/// stands there, the line goes with it.
private func standardNarrator(width: Int, environment: (String) -> String?) -> Narrator {
  let moves = isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"
  if moves {
    // Whoever started the process may have held it back.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    signal(SIGINT) { number in
      let erase: StaticString = "\r\u{1B}[K"
      _ = Glibc.write(STDERR_FILENO, erase.utf8Start, erase.utf8CodeUnitCount)
      signal(number, SIG_DFL)
      raise(number)
    }
  }
  return Narrator(
    clock: {
      var now = timespec()
      clock_gettime(CLOCK_MONOTONIC, &now)
      return .seconds(now.tv_sec) + .nanoseconds(now.tv_nsec)
    },
    write: { try? writeAll([UInt8]($0.utf8), to: STDERR_FILENO) }, moves: moves, width: width)
}

private func moment() -> String {
  var now = secondsNow()
  var parts = tm()
  gmtime_r(&now, &parts)
  let day = Dia(
    ano: Int(parts.tm_year) + 1900, mes: Int(parts.tm_mon) + 1, dia: Int(parts.tm_mday))
  let hour = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { preenchido(Int($0), 2) }
  return "\((day ?? .epoca).iso)T\(hour.joined(separator: ":"))Z"
}

/// The name of the account, or its number.
private func userName() -> String {
  var account = passwd()
  var found: UnsafeMutablePointer<passwd>?
  var buffer = [CChar](repeating: 0, count: 16_384)
  return buffer.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress,
      getpwuid_r(getuid(), &account, start, buffer.count, &found) == 0,
      let name = found?.pointee.pw_name
    else { return String(getuid()) }
    return String(cString: name)
  }
}

/// The day on the calendar of this machine's time zone.
private func localDay() -> Dia {
  var now = secondsNow()
  var parts = tm()
  localtime_r(&now, &parts)
  return Dia(ano: Int(parts.tm_year) + 1900, mes: Int(parts.tm_mon) + 1, dia: Int(parts.tm_mday))
    ?? .epoca
}

/// `COLUMNS`, else what the terminal says, else 80.
private func terminalWidth() -> Int {
  if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columns >= 40 {
    return columns
  }
  var size = winsize()
  if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 {
    return Int(size.ws_col)
  }
  return 80
}
