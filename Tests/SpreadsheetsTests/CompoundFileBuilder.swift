@testable import Spreadsheets

/// Builds compound files by hand: header, sectors of streams, directory, tables.
struct CompoundFileImage {
  struct Stream {
    var name: String
    var bytes: [UInt8]
    /// Puts the stream into a storage of this name.
    var storage: String?
  }

  var streams: [Stream]
  var sectorSize = 512
  /// Leaves the sectors of streams in reverse order, so that no chain is contiguous.
  var isScattered = false
  /// The index of the directory's first sector, and of the table's first, once built.
  private(set) var directorySector = 0
  private(set) var tableSector = 0
  private(set) var bytes: [UInt8] = []

  init(_ streams: [Stream], sectorSize: Int = 512, isScattered: Bool = false) {
    self.streams = streams
    self.sectorSize = sectorSize
    self.isScattered = isScattered
    build()
  }

  /// A file with one stream, `Workbook`.
  init(workbook: [UInt8], sectorSize: Int = 512, isScattered: Bool = false) {
    self.init(
      [Stream(name: "Workbook", bytes: workbook)], sectorSize: sectorSize,
      isScattered: isScattered)
  }

  func offset(ofSector sector: Int) -> Int { (sector + 1) * sectorSize }

  private mutating func build() {
    var sectors: [[UInt8]] = []
    var next: [UInt32] = []
    let size = sectorSize

    /// Lays bytes down in sectors of their own and gives the first.
    func store(_ bytes: [UInt8], scattered: Bool = false) -> UInt32 {
      guard !bytes.isEmpty else { return 0xFFFF_FFFE }
      let count = (bytes.count + size - 1) / size
      let base = sectors.count
      let order = scattered ? Array((0..<count).reversed()) : Array(0..<count)
      sectors += repeatElement(Array(repeating: 0, count: size), count: count)
      next += repeatElement(0xFFFF_FFFE, count: count)
      for (index, place) in order.enumerated() {
        let piece = bytes[index * size..<min((index + 1) * size, bytes.count)]
        sectors[base + place].replaceSubrange(0..<piece.count, with: piece)
        if index + 1 < count { next[base + place] = UInt32(base + order[index + 1]) }
      }
      return UInt32(base + order[0])
    }

    var miniStream: [UInt8] = []
    var miniNext: [UInt32] = []
    var places: [UInt32] = []
    for stream in streams {
      if stream.bytes.count >= 4096 {
        places.append(store(stream.bytes, scattered: isScattered))
        continue
      }
      let count = (stream.bytes.count + 63) / 64
      places.append(count == 0 ? 0xFFFF_FFFE : UInt32(miniNext.count))
      for index in 0..<count {
        miniNext.append(index + 1 < count ? UInt32(miniNext.count + 1) : 0xFFFF_FFFE)
      }
      miniStream += stream.bytes
      miniStream += Array(repeating: 0, count: count * 64 - stream.bytes.count)
    }
    let miniStart = store(miniStream)
    let miniTable = store(miniNext.flatMap { BIFF.u32(Int($0)) })

    // Entry 0 is the root; each storage and stream is the right neighbour of the one before.
    var entries: [[UInt8]] = []
    let storages = streams.compactMap(\.storage)
    let rootNames = streams.indices.filter { streams[$0].storage == nil }
    let firstInner = 1 + rootNames.count + storages.count
    entries.append(
      Self.entry("Root Entry", type: 5, child: 1, start: miniStart, size: miniStream.count))
    for (index, stream) in rootNames.enumerated() {
      let isLast = index + 1 == rootNames.count + storages.count
      entries.append(
        Self.entry(
          streams[stream].name, type: 2, right: isLast ? nil : index + 2, start: places[stream],
          size: streams[stream].bytes.count))
    }
    for (index, storage) in storages.enumerated() {
      let isLast = index + 1 == storages.count
      entries.append(
        Self.entry(
          storage, type: 1, right: isLast ? nil : rootNames.count + index + 2,
          child: firstInner + index, start: 0, size: 0))
    }
    for index in streams.indices where streams[index].storage != nil {
      entries.append(
        Self.entry(
          streams[index].name, type: 2, start: places[index], size: streams[index].bytes.count))
    }
    directorySector = Int(store(Array(entries.joined())))

    // The table describes its own sectors too.
    let perSector = size / 4
    var tableCount = 1
    while tableCount * perSector < next.count + tableCount { tableCount += 1 }
    tableSector = sectors.count
    next += repeatElement(0xFFFF_FFFD, count: tableCount)
    next += repeatElement(0xFFFF_FFFF, count: tableCount * perSector - next.count)
    let table = next.flatMap { BIFF.u32(Int($0)) }

    var header = CompoundFileHeader.signature + Array(repeating: 0, count: 16)
    header += BIFF.u16(0x3E) + BIFF.u16(size == 4096 ? 4 : 3) + BIFF.u16(0xFFFE)
    header += BIFF.u16(size == 4096 ? 12 : 9) + BIFF.u16(6) + Array(repeating: 0, count: 6)
    header += BIFF.u32(0) + BIFF.u32(tableCount) + BIFF.u32(directorySector) + BIFF.u32(0)
    header += BIFF.u32(4096) + BIFF.u32(Int(miniTable)) + BIFF.u32(miniNext.isEmpty ? 0 : 1)
    header += BIFF.u32(0xFFFF_FFFE) + BIFF.u32(0)
    header += (0..<109).flatMap {
      BIFF.u32($0 < tableCount ? tableSector + $0 : 0xFFFF_FFFF)
    }
    header += Array(repeating: 0, count: size - 512)
    bytes = header + sectors.joined() + table
  }

  private static func entry(
    _ name: String, type: UInt8, right: Int? = nil, child: Int? = nil, start: UInt32, size: Int
  ) -> [UInt8] {
    let units = name.utf16.flatMap { BIFF.u16(Int($0)) }
    var entry = units + Array(repeating: 0, count: 64 - units.count)
    entry += BIFF.u16(units.count + 2) + [type, 1]
    entry += BIFF.u32(0xFFFF_FFFF) + BIFF.u32(right ?? 0xFFFF_FFFF)
    entry += BIFF.u32(child ?? 0xFFFF_FFFF) + Array(repeating: 0, count: 36)
    return entry + BIFF.u32(Int(start)) + BIFF.u32(size) + BIFF.u32(0)
  }
}

extension Array where Element == UInt8 {
  /// A copy with other bytes at an offset.
  func patched(_ offset: Int, _ patch: [UInt8]) -> [UInt8] {
    var copy = self
    copy.replaceSubrange(offset..<offset + patch.count, with: patch)
    return copy
  }
}
