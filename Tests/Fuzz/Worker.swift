import ComissoesCLI
import Dominio
private import Foundation

/// Runs mutants one after the other in this process, which one of them may end.
///
/// It tells on stdout, by lines: `N` before mutant N begins, `N! what` when its end is not as it
/// must be, and when all are through `done SECONDS MIB READ`: the time of the slowest, the peak of
/// memory, and how many could be read.
struct Worker {
  /// Of processor time.
  private static let mostSeconds = 5.0
  /// On the wall, after which the kernel ends the process with SIGALRM.
  private static let patience: UInt32 = 60

  let seed: UInt64
  let seeds: [Seed]

  func run(_ numbers: Range<Int>) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Whoever started this process may have left SIGALRM blocked.
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    var slowest = 0.0
    var readable = 0
    for number in numbers {
      tell("\(number)")
      guard let mutant = Mutant(number, run: seed, seeds: seeds) else { continue }
      let file = folder.appending(path: "mutante.\(mutant.seed.fileExtension)")
      try Data(mutant.bytes).write(to: file)
      alarm(Self.patience)
      let start = Self.processorSeconds
      let verdict = Self.judge(file.path, dados: folder.path)
      if let complaint = verdict.complaint { tell("\(number)! \(complaint)") }
      if verdict.isReadable { readable += 1 }
      let seconds = Self.processorSeconds - start
      slowest = max(slowest, seconds)
      if seconds > Self.mostSeconds { tell("\(number)! took \(seconds) s") }
    }
    alarm(0)
    tell("done \(slowest) \(Self.peakMiB) \(readable)")
  }

  struct Verdict {
    /// Whether the program could export it.
    var isReadable = false
    /// What is wrong with how a command ended, if anything is.
    var complaint: String?
  }

  /// Exports, shows and imports the file.
  static func judge(_ file: String, dados: String) -> Verdict {
    var verdict = Verdict()
    for words in [
      ["planilha", "exportar", file, "--formato", "json"], ["planilha", "mostrar", file],
      [
        "base", "criar", "--mes", "2025-10", "--acompanhamento", file, "--dados", dados,
        "--dry-run",
      ],
    ] {
      let listener = Listener()
      let code = executar(words, em: listener.shell)
      let command = words.prefix(2).joined(separator: " ")
      switch code {
      case .done: if words[1] == "exportar" { verdict.isReadable = true }
      case .badData:
        // An aviso is no failure, a failure is never silent.
        if !listener.complaints.contains("Erro: ") {
          verdict.complaint = "\(command) failed without a word"
        }
      default: verdict.complaint = "\(command) ended with \(code)"
      }
    }
    return verdict
  }

  private func tell(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data("\(line)\n".utf8))
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static var peakMiB: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
  }
}

/// A shell that keeps what is complained of and forgets what is written.
private final class Listener: @unchecked Sendable {
  /// Touched by this thread alone.
  private(set) var complaints = ""

  var shell: Shell {
    Shell(
      writeBytes: { _ in }, complain: { self.complaints += $0 }, environment: { _ in nil },
      today: { .epoca }, now: { "1970-01-01T00:00:00Z" }, user: { "fuzz" }, width: 80)
  }
}
