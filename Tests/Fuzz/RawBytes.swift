/// Changes that know nothing of any format.
enum RawBytes {
  private static let numbers: [UInt32] = [
    0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE,
    0xFFFF_FFFF,
  ]

  static func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    for _ in 0...random.below(8) { change(&bytes, &random) }
  }

  private static func change(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    guard !bytes.isEmpty else {
      bytes = [UInt8(random.below(256))]
      return
    }
    let place = random.below(bytes.count)
    switch random.below(8) {
    case 0: bytes[place] = UInt8(random.below(256))
    case 1: bytes[place] ^= 1 << UInt8(random.below(8))
    case 2, 3:
      let number = numbers.any(&random) ?? 0
      for index in 0..<[1, 2, 4][random.below(3)] where place + index < bytes.count {
        bytes[place + index] = UInt8(truncatingIfNeeded: number >> UInt32(8 * index))
      }
    case 4:
      let source = random.below(bytes.count)
      let piece = Array(bytes[source..<min(bytes.count, source + 1 + random.below(64))])
      bytes.insert(contentsOf: piece, at: place)
    case 5: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(64)))
    case 6:
      for index in place..<min(bytes.count, place + random.below(64)) { bytes[index] = 0 }
    default:
      if random.once(in: 4) { bytes.removeSubrange(place...) }
    }
  }
}
