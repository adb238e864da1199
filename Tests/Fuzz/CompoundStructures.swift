/// Changes in the header, the tables and the directory of a compound file. [MS-CFB]
enum CompoundStructures {
  private static let endOfChain = 0xFFFF_FFFE

  /// Nil when the seed is no compound file.
  static func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8]? {
    guard let file = CompoundLayout(bytes) else { return nil }
    var mutant = bytes
    for _ in 0...random.below(4) {
      switch random.below(4) {
      case 0: changeHeader(&mutant, &random)
      case 1: changeDirectory(&mutant, file, &random)
      default: changeTable(&mutant, file, &random)
      }
    }
    return mutant
  }

  private static func changeHeader(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    if random.once(in: 4) {
      // Version, sizes of sectors.
      bytes.set(
        random.below(random.once(in: 2) ? 20 : 0x1_0000), at: 24 + 2 * random.below(5), size: 2)
    } else {
      bytes.set(sectorNumber(&random), at: 40 + 4 * random.below(118), size: 4)
    }
  }

  private static func changeDirectory(
    _ bytes: inout [UInt8], _ file: CompoundLayout, _ random: inout SeededRandom
  ) {
    guard let sector = file.directory.any(&random) else { return }
    let entry = file.offset(of: sector) + 128 * random.below(file.sectorSize / 128)
    switch random.below(4) {
    case 0: bytes.set(random.below(256), at: entry + 66, size: 1)
    case 1: bytes.set(random.below(0x1_0000), at: entry + 64, size: 2)
    case 2:
      bytes.set(
        sectorNumber(&random), at: entry + [68, 72, 76, 116, 120][random.below(5)], size: 4)
    default: bytes.set(random.below(0x1_0000), at: entry + 2 * random.below(32), size: 2)
    }
  }

  private static func changeTable(
    _ bytes: inout [UInt8], _ file: CompoundLayout, _ random: inout SeededRandom
  ) {
    guard let sector = file.table.any(&random) else { return }
    let entry = file.offset(of: sector) + 4 * random.below(file.sectorSize / 4)
    bytes.set(sectorNumber(&random), at: entry, size: 4)
  }

  private static func sectorNumber(_ random: inout SeededRandom) -> Int {
    switch random.below(8) {
    case 0: endOfChain
    case 1: 0xFFFF_FFFF
    case 2: 0xFFFF_FFFD
    case 3: 0x7FFF_FFFF
    case 4: random.below(0x1_0000)
    default: random.below(40)
    }
  }
}

/// Where the parts of a sound compound file lie.
struct CompoundLayout {
  let sectorSize: Int
  /// The sectors of the allocation table that the header names.
  let table: [Int]
  private(set) var directory: [Int] = []
  private let bytes: [UInt8]

  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]), bytes.count >= 512,
      let shift = bytes.number(at: 30, size: 2), 7...12 ~= shift
    else { return nil }
    self.bytes = bytes
    sectorSize = 1 << shift
    table = (0..<109).compactMap { bytes.number(at: 76 + 4 * $0, size: 4) }
      .filter { $0 < 0xFFFF_FFFA }
    directory = chain(from: bytes.number(at: 48, size: 4) ?? 0)
  }

  func offset(of sector: Int) -> Int { (sector + 1) * sectorSize }

  /// The records of the workbook; nil when there are none or they lie in the mini stream.
  var workbook: [UInt8]? {
    for entry in directory.flatMap({ sector in
      stride(from: offset(of: sector), to: offset(of: sector) + sectorSize, by: 128)
    }) {
      guard let length = bytes.number(at: entry + 64, size: 2), length <= 64,
        let first = bytes.number(at: entry + 116, size: 4),
        let size = bytes.number(at: entry + 120, size: 4), size >= 4096
      else { continue }
      let units = stride(from: entry, to: entry + length - 2, by: 2).compactMap {
        bytes.number(at: $0, size: 2).map(UInt16.init(truncatingIfNeeded:))
      }
      guard ["workbook", "book"].contains(String(decoding: units, as: UTF16.self).lowercased())
      else { continue }
      let content = chain(from: first).flatMap { sector in
        bytes[
          min(offset(of: sector), bytes.count)..<min(offset(of: sector + 1), bytes.count)]
      }
      return Array(content.prefix(size))
    }
    return nil
  }

  private func chain(from first: Int) -> [Int] {
    var chain: [Int] = []
    var sector = first
    while offset(of: sector) < bytes.count, chain.count < bytes.count / sectorSize {
      chain.append(sector)
      let perSector = sectorSize / 4
      guard sector / perSector < table.count else { break }
      let entry = offset(of: table[sector / perSector]) + 4 * (sector % perSector)
      guard let next = bytes.number(at: entry, size: 4) else { break }
      sector = next
    }
    return chain
  }
}
