private import FoundationEssentials
private import Glibc

/// A program that has a pseudo-terminal for its own: keys that send a signal send it there. It is
/// ended with all that it has started, whatever that ignores.
///
/// Foundation's `Process` cannot stand in: it takes a program for running as long as anything that
/// the program has started lives, and gives it no terminal of its own.
package final class SeatedProgram {
  package enum Ending: Equatable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  /// What was waited for did not come in time, or cannot come any more.
  package struct NothingHappened: Error {
    let screen: String
    let ending: Ending?
  }

  struct Failure: Error { let code: Int32 }

  private let terminal: Terminal
  private let deadline: Date
  /// It leads a session of this number.
  private let leader: pid_t
  private var known: Ending?

  /// - Parameters:
  ///   - words: the path of the program, then its arguments.
  ///   - seconds: how long may be waited for all that it does.
  package init(
    _ words: [String], in folder: String, environment: [String: String], at terminal: Terminal,
    within seconds: Int
  ) throws {
    self.terminal = terminal
    deadline = Date.now.addingTimeInterval(Double(seconds))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, terminal.path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // Each `Process` of another test ends when nobody holds its socket any more.
    for descriptor in Int32(3)..<1024 {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What a thread of the tests holds back or ignores, a shell and its jobs would, too.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | Self.newSession)
    let env = "/usr/bin/env"
    let words = [env, "-C", folder] + words
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var leader: pid_t = 0
    let code = posix_spawn(&leader, env, &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw Failure(code: code) }
    self.leader = leader
  }

  /// POSIX_SPAWN_SETSID of Linux, which Swift does not see.
  private static let newSession: Int16 = 0x80

  deinit { if known == nil { _ = endSession() } }

  /// Waits until the screen shows what is looked for.
  /// - Returns: what was shown since the last call.
  @discardableResult
  package func wait(until isShown: (String) -> Bool) throws -> String {
    var screen = ""
    while !isShown(screen) {
      let ending = ending()
      let more = terminal.shown()
      screen += more
      guard ending == nil || !more.isEmpty, Date.now < deadline else {
        throw NothingHappened(screen: screen, ending: ending)
      }
    }
    return screen
  }

  /// Waits until it has ended.
  package func end() throws -> Ending {
    // A full screen would block it.
    var screen = ""
    while true {
      if let ending = ending() { return ending }
      screen += terminal.shown()
      guard Date.now < deadline else { throw NothingHappened(screen: screen, ending: nil) }
    }
  }

  /// How it has ended; nil while it runs.
  private func ending() -> Ending? {
    if let known { return known }
    // Not taken from the kernel yet: until then nobody else gets the number of the session.
    var state = siginfo_t()
    guard waitid(P_PID, id_t(leader), &state, WEXITED | WNOHANG | WNOWAIT) == 0,
      state.si_signo == SIGCHLD
    else { return nil }
    known = endSession()
    return known
  }

  /// A shell puts each job into a group of its own, so that no one signal reaches all of them.
  private func endSession() -> Ending {
    while true {
      let alive = Self.members(of: leader)
      if alive.isEmpty { break }
      for process in alive { kill(process, SIGKILL) }
      usleep(1000)
    }
    var status: Int32 = 0
    while waitpid(leader, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
  }

  /// The processes of a session that have not ended.
  package static func members(of session: Int32) -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { process in
      guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/stat"),
        // The name of the program stands in brackets, and may have any character in it.
        let end = bytes.lastIndex(of: UInt8(ascii: ")"))
      else { return false }
      let fields = bytes[end...].split(separator: UInt8(ascii: " ")).dropFirst().map {
        String(decoding: $0, as: UTF8.self)
      }
      // State, parent, group, session. proc(5)
      return fields.count > 3 && fields[3] == "\(session)" && !["Z", "X"].contains(fields[0])
    }
  }
}
