import Errands
import Synchronization
import Testing

@Suite struct ErrandTests {
  @Test func givesWhatCameOfIt() {
    let errand = Errand { (1...100).reduce(0, +) }
    #expect(errand.value == 5050)
    #expect(errand.value == 5050)
  }

  /// Each waits for what the other one does: on one thread neither would end.
  @Test func worksWhileTheCallerDoesSomethingElse() {
    let shared = Turns()
    let errand = Errand {
      shared.wait(for: 1)
      shared.turn.withLock { $0 = 2 }
      return true
    }
    shared.turn.withLock { $0 = 1 }
    shared.wait(for: 2)
    #expect(errand.value)
  }

  @Test func isOverWhenItIsGone() {
    let shared = Turns()
    do {
      let errand = Errand { shared.turn.withLock { $0 = 3 } }
      _ = errand
    }
    #expect(shared.turn.withLock { $0 } == 3)
  }
}

private final class Turns: Sendable {
  let turn = Mutex(0)

  func wait(for number: Int) { while turn.withLock({ $0 }) != number {} }
}
