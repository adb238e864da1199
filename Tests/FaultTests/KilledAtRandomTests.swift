import FoundationEssentials
import Glibc
import JSONDocuments
import TestSupport
import Testing

extension Faults {
  /// Killed at any moment: what was acknowledged is there, and no operation is lost or changed.
  @Test func killedAtRandom() throws {
    let rounds = Counts.of(2000, small: 20)
    var generator = SeededGenerator(seed: Counts.seed)
    var (killed, acknowledged, refused, unacknowledged) = (0, 0, 0, 0)
    var room = try Room(inMemory: false)
    var history: [JSONValue] = []
    for round in 0..<rounds {
      if round % 100 == 0 {
        room = try Room(inMemory: false)
        try Sheets(clients: 40).write(into: room)
        try room.succeed(Line.criar())
        history = try room.operations()
      }
      let words = try #require(
        [Line.controle, Line.recebimentos, ["desfazer"], ["refazer"], Line.criar("2025-11")]
          .randomElement(using: &generator))
      let child = try room.start(words)
      // Most runs of a release build take 10 to 40 ms.
      usleep(UInt32.random(in: 0..<(Counts.isFull ? 50_000 : 200_000), using: &generator))
      child.kill()
      let ending = child.wait()

      let seen = try room.operations()
      let kept = seen.prefix(history.count).map(unchanging)
      #expect(kept == history.map(unchanging), "round \(round): an operation is lost")
      #expect(
        seen.compactMap { $0["numero"]?.integer } == Array(1...seen.count), "round \(round): a gap")
      let more = seen.count - history.count
      switch ending {
      case .exit(0):
        acknowledged += 1
        #expect(more == 1, "round \(round): acknowledged, and not there")
      case .exit:
        refused += 1
        #expect(more == 0, "round \(round): refused, and there")
      case .signal:
        killed += 1
        unacknowledged += more
        #expect(more == 0 || more == 1)
      }
      history = seen
    }
    // The whole can still be read and written.
    try room.succeed(["base", "listar"])
    try room.succeed(Line.criar("2025-12"))
    figures(
      "killed at random",
      "\(rounds) rounds, seed \(Counts.seed): \(killed) killed (of them \(unacknowledged) after"
        + " the step was true), \(acknowledged) acknowledged and none lost, \(refused) refused")
  }

  /// Whether it holds may change; all else of an operation may not.
  private func unchanging(_ operation: JSONValue) -> [String: JSONValue]? {
    operation.object?.filter { $0.key != "vale" }
  }
}
