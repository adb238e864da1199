import FoundationEssentials
import Glibc

/// How often each thing is tried: a little with `make test`, as often as it says with `make faults`.
enum Counts {
  static let isFull = ProcessInfo.processInfo.environment["FAULTS"] == "full"

  static func of(_ full: Int, small: Int) -> Int { isFull ? full : small }

  /// Chance of this run, printed so that it can be repeated with `SEED`.
  static let seed: UInt64 =
    ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) ?? UInt64(time(nil))
}

/// One line of figures on stderr, where it is not mixed up with what the tests print.
func figures(_ name: String, _ text: String) {
  let line = "FAULTS \(name): \(text)\n"
  line.withCString { _ = write(STDERR_FILENO, $0, strlen($0)) }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
