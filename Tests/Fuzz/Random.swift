/// Repeatable random numbers: SplitMix64, by Sebastiano Vigna.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// One run of numbers for each pair.
  init(seed: UInt64, stream: Int) {
    state = seed
    state = next() ^ UInt64(truncatingIfNeeded: stream)
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 up to, not including, a count of at least one.
  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &self) }

  /// True once in so many times.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }
}

extension Array {
  /// An element at random; nil when there is none.
  func any(_ random: inout SeededRandom) -> Element? { randomElement(using: &random) }
}
