import FoundationEssentials
import Glibc
import Testing

/// A process that was started.
struct Child {
  enum Ending: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  let identifier: pid_t

  /// - Parameters:
  ///   - words: the path of the program, then its arguments.
  ///   - folder: where it runs.
  ///   - output: the file that takes its stdout; what stood there is gone.
  ///   - complaints: the same for stderr.
  init(
    _ words: [String], in folder: String, environment: [String: String], output: String,
    complaints: String
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, complaints, flags, 0o600)
    let env = "/usr/bin/env"
    let words = [env, "-C", folder] + words
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var identifier: pid_t = 0
    let code = posix_spawn(
      &identifier, env, &actions, nil, &arguments, &variables)
    try #require(code == 0, "\(words): \(String(cString: strerror(code)))")
    self.identifier = identifier
  }

  func kill() { _ = Glibc.kill(identifier, SIGKILL) }

  func wait() -> Ending {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
  }
}
