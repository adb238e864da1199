import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// What held the whole suite when shells were driven through `Process` and `setsid`.
@Suite struct SeatedProgramTests {
  private let terminal: Terminal

  init() throws { terminal = try Terminal() }

  private func start(_ script: String) throws -> SeatedProgram {
    try SeatedProgram(
      ["/bin/bash", "--norc", "-c", script], in: "/", environment: ["PATH": "/usr/bin:/bin"],
      at: terminal, within: 60)
  }

  @Test("A shell that ignores SIGTERM and the end of its terminal is ended, and so are its jobs")
  func nothingIsLeft() throws {
    var session: pid_t = 0
    do {
      let program = try start(
        "trap '' TERM HUP INT; set -m; sleep 1000 & echo \"$$ pronto\"; while :; do wait; done")
      let screen = try program.wait { $0.contains(" pronto\n") }
      session = try #require(screen.split(separator: " ").first.flatMap { pid_t($0) })
      #expect(SeatedProgram.members(of: session).count == 2)
    }
    #expect(SeatedProgram.members(of: session) == [])
  }

  @Test("It has ended when the leader has, also when a job lives on that holds all it was given")
  func jobsAreNotWaitedFor() throws {
    let program = try start("trap '' HUP; set -m; sleep 1000 & exit 7")
    #expect(try program.end() == .exit(7))
  }

  @Test("Signals that a thread of the tests holds back reach it")
  func signalsAreNotHeldBack() throws {
    var held = sigset_t()
    var usual = sigset_t()
    sigemptyset(&held)
    for signal in [SIGCHLD, SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &usual)
    defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
    let program = try start("grep SigBlk /proc/self/status; echo pronto; exec sleep 1000")
    let screen = try program.wait { $0.contains("pronto\n") }
    #expect(screen.contains("SigBlk:\t0000000000000000\n"))
    terminal.type("\u{3}")
    #expect(try program.end() == .signal(SIGINT))
  }

  @Test("It holds nothing of the tests but the terminal")
  func descriptors() throws {
    var pair: [Int32] = [0, 0]
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
    defer { for descriptor in pair { close(descriptor) } }
    let program = try start("for i in /proc/$$/fd/*; do readlink $i; done; echo pronto; read")
    let screen = try program.wait { $0.contains("pronto\n") }
    #expect(!screen.contains("socket"))
    #expect(screen.split(separator: "\n").count { $0 == terminal.path } == 3)
  }

  @Test("What cannot come any more is not waited for")
  func endedTooSoon() throws {
    let program = try start("echo adeus")
    #expect(throws: SeatedProgram.NothingHappened.self) {
      try program.wait { $0.contains("pronto") }
    }
  }
}
