import Synchronization
import Testing

@testable import CommandLineKit

@Suite struct NarratorTests {
  /// A clock that goes on by a second whenever it is asked, and what was written.
  private final class World: Sendable {
    let written = Mutex("")
    let now = Mutex(Duration.zero)

    func narrator(moves: Bool = true) -> Narrator {
      Narrator(
        clock: { [self] in
          now.withLock {
            $0 += .seconds(1)
            return $0
          }
        }, write: { [self] text in written.withLock { $0 += text } }, moves: moves, width: 80)
    }

    var text: String { written.withLock(\.self) }
  }

  private func read(_ rows: Int, _ narrator: Narrator) {
    var count = narrator.rows(of: "EPR.xls")
    for _ in 0..<rows { count.next() }
    count.finish()
  }

  @Test("What takes long shows its rows, and the second time how far it is; then the line is gone")
  func progress() {
    let world = World()
    let narrator = world.narrator()
    read(4096, narrator)
    #expect(world.text.contains("EPR.xls: 1024 linhas"))
    #expect(world.text.hasSuffix("\r\u{1B}[K"))
    read(4096, narrator)
    #expect(world.text.contains("50%, 2048 de 4096 linhas, faltam"))
  }

  @Test("Nothing moves for who wants quiet, nor where nobody sits")
  func quiet() {
    let world = World()
    read(4096, world.narrator(moves: false))
    let narrator = world.narrator()
    narrator.setVolume(isQuiet: true, isVerbose: false)
    #expect(!narrator.followsRows)
    read(4096, narrator)
    narrator.detail("nada")
    #expect(world.text.isEmpty)
  }

  @Test("Details tell each step with its time")
  func details() {
    let world = World()
    let narrator = world.narrator(moves: false)
    narrator.setVolume(isQuiet: false, isVerbose: true)
    #expect(narrator.step("Controle") { 7 } == 7)
    #expect(world.text == "Controle: 1,00 s\n")
  }
}
