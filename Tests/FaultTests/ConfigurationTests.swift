import FoundationEssentials
import Glibc
import Testing

extension Faults {
  /// A change of the configuration goes with a step: killed at each call, who looks sees both or
  /// neither, and the next command that writes leaves the file so. Docs/regras.md §8
  @Test(.enabled(if: Tracing.isThere, "strace is not installed"))
  func configurationKilledAtEveryCall() throws {
    let stride = Counts.of(1, small: 11)
    let room = try Room()
    try Sheets(clients: 4).write(into: room)
    try room.succeed(Line.criar())
    try Data("{ \"mapeamento_forma\": {} }".utf8).write(to: URL(filePath: room.file("config.json")))
    var (killed, old, new) = (0, 0, 0)
    for words in [["config", "forma", "QUITADO", "DESCONTO"], ["desfazer"], ["refazer"]] {
      // The path of the file is on record: all of it happens in one folder.
      let stash = try Room()
      try stash.become(room)
      let before = try Seen(room)
      let calls = try Tracing.record(room, words)
      let (after, file) = (try Seen(room), room.bytes("config.json"))
      #expect(before != after)
      for (place, call) in calls.enumerated() where place % stride == 0 {
        try room.become(stash)
        let ending = try room.run(words, by: Tracing.injecting("signal=KILL", at: call))
        guard ending == .signal(SIGKILL) else {
          Issue.record("\(words), \(call): \(ending), not killed")
          continue
        }
        killed += 1
        let seen = try Seen(room)
        #expect(seen == before || seen == after, "\(words), \(call): neither old nor new")
        if seen == before {
          old += 1
          #expect(try room.run(words) == .exit(0), "\(words), \(call): \(room.complaints)")
          #expect(try Seen(room) == after, "\(words), \(call): not as without the kill")
        } else {
          new += 1
          #expect(try room.run(Line.criar("2025-11")) == .exit(0), "\(call): \(room.complaints)")
        }
        #expect(room.bytes("config.json") == file, "\(words), \(call)")
        let beside = try FileManager.default.contentsOfDirectory(atPath: room.path)
        let leftovers = try (room.tree().keys + beside).filter {
          $0.contains("tmp") || $0 == ".ajuste"
        }
        #expect(leftovers == [], "\(words), \(call)")
      }
      try room.become(stash)
      try room.succeed(words)
    }
    figures(
      "configuration killed at every call",
      "killed at \(killed) calls, old state \(old), new state \(new)")
  }
}

/// What the program says: of the data, and of the meanings that hold.
private struct Seen: Equatable {
  let data: Room.View
  let formas: String

  init(_ room: Room) throws {
    data = try room.view()
    formas = try room.succeed(["config", "forma", "--formato", "csv"])
  }
}
