private import Foundation

/// Starts workers, and starts them again behind the mutant that ended one.
struct Supervisor {
  /// What came of a range of mutants.
  struct Report {
    var failures: [(number: Int, what: String)] = []
    var slowest = 0.0
    var peakMiB = 0
    var readable = 0

    mutating func add(_ other: Report) {
      failures += other.failures
      slowest = max(slowest, other.slowest)
      peakMiB = max(peakMiB, other.peakMiB)
      readable += other.readable
    }
  }

  /// Of private memory; a process that wants more is refused it and traps.
  private static let memoryKiB = 512 << 10

  let seed: UInt64

  func run(count: Int, jobs: Int) async -> Report {
    await withTaskGroup(of: Report.self) { group in
      for job in 0..<jobs {
        let range = count * job / jobs..<count * (job + 1) / jobs
        group.addTask { await onThread { run(range) } }
      }
      var total = Report()
      for await report in group { total.add(report) }
      return total
    }
  }

  private func run(_ range: Range<Int>) -> Report {
    var report = Report()
    var next = range.lowerBound
    while next < range.upperBound {
      var last: Int?
      var isDone = false
      let ending = runWorker(next..<range.upperBound) { line in
        let words = line.split(separator: " ", maxSplits: 1)
        if let number = Int(line) {
          last = number
        } else if line.hasPrefix("done ") {
          isDone = true
          let figures = line.split(separator: " ")
          guard figures.count == 4 else { return }
          report.slowest = max(report.slowest, Double(figures[1]) ?? 0)
          report.peakMiB = max(report.peakMiB, Int(figures[2]) ?? 0)
          report.readable += Int(figures[3]) ?? 0
        } else if words.count == 2, let number = Int(words[0].dropLast()) {
          report.failures.append((number, String(words[1])))
        }
      }
      if isDone { break }
      report.failures.append((last ?? next, ending))
      next = (last ?? next) + 1
    }
    return report
  }

  /// - Returns: how the worker ended.
  private func runWorker(_ range: Range<Int>, _ hear: (Substring) -> Void) -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "ulimit -d \(Self.memoryKiB); ulimit -c 0; exec \"$@\"", "sh", Self.program,
      "worker", "\(range.lowerBound)", "\(range.upperBound)", "\(seed)",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return "could not be started: \(error)" }
    var rest = ""
    while true {
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { break }
      rest += String(decoding: data, as: UTF8.self)
      let lines = rest.split(separator: "\n", omittingEmptySubsequences: false)
      for line in lines.dropLast() { hear(line) }
      rest = String(lines.last ?? "")
    }
    process.waitUntilExit()
    let kind = process.terminationReason == .exit ? "exit code" : "signal"
    return "\(kind) \(process.terminationStatus)"
  }

  private static let program =
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
}

/// Runs blocking work on a thread of its own.
private func onThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: body()) }
  }
}
