/// An OLE2 compound file: a small file system in one file, with streams in chains of sectors.
/// [MS-CFB]
///
/// Read as far as it can be: a short last sector, sectors past the end of the file, wrong counts
/// and a damaged directory are all met in files that Excel opens.
struct CompoundFile {
  private let source: ByteSource
  private let header: CompoundFileHeader
  private let table: SectorTable
  private let directory: Directory

  /// - Throws: `.damaged` when the tables that everything else hangs on cannot be followed.
  init(_ source: ByteSource) throws(SpreadsheetError) {
    let head = try source.bytes(at: 0, count: CompoundFileHeader.size)
    guard let header = CompoundFileHeader(head) else { throw .damaged(.truncated, part: "") }
    self.source = source
    self.header = header
    table = try Self.readTable(source, header)
    let sectors = Sectors(source: source, table: table, header: header)
    directory = Directory(
      try sectors.bytes(from: header.firstDirectorySector, size: nil, part: ""),
      hasLongSizes: header.hasLongSizes)
    guard directory.root != nil else { throw .damaged(.truncated, part: "") }
  }

  /// A stream of the root storage, by its name in any case.
  func stream(named name: String) -> DirectoryEntry? { directory.stream(named: name) }

  /// The bytes of a stream, to the end of its last sector: some programs declare a little too
  /// little. Fewer than it declares when the file does not have them.
  func bytes(of entry: DirectoryEntry) throws(SpreadsheetError) -> [UInt8] {
    let sectors = Sectors(source: source, table: table, header: header)
    // A size of 0 with sectors behind it was never filled in.
    let size = entry.size == 0 ? nil : entry.size
    guard entry.size < header.miniStreamCutoff, let root = directory.root else {
      return try sectors.bytes(from: entry.firstSector, size: size, part: entry.name)
    }
    let miniStream = try sectors.bytes(from: root.firstSector, size: nil, part: entry.name)
    let miniTableBytes = try sectors.bytes(
      from: header.firstMiniTableSector, size: nil, part: entry.name)
    guard !miniStream.isEmpty, !miniTableBytes.isEmpty else {
      // Without a mini stream, small streams can only be where the large ones are.
      return try sectors.bytes(from: entry.firstSector, size: size, part: entry.name)
    }
    let miniSize = header.miniSectorSize
    let miniTable = SectorTable(
      next: Self.entries(of: miniTableBytes),
      sectorCount: (miniStream.count + miniSize - 1) / miniSize)
    var bytes: [UInt8] = []
    for run in try miniTable.chain(
      from: entry.firstSector, limit: entry.size.dividedRoundingUp(by: miniSize), part: entry.name)
    {
      let start = run.first * miniSize
      let end = min(start + run.count * miniSize, miniStream.count)
      bytes.append(contentsOf: miniStream[start..<end])
    }
    return bytes
  }

  /// The allocation table, gathered from the sectors that the header and the chain of its
  /// extension name. [MS-CFB] 2.5
  private static func readTable(
    _ source: ByteSource, _ header: CompoundFileHeader
  ) throws(SpreadsheetError) -> SectorTable {
    let sectorCount = header.sectorCount(ofFileSize: source.count)
    let entriesPerSector = header.sectorSize / 4
    let wanted = sectorCount.dividedRoundingUp(by: entriesPerSector)

    var tableSectors = header.tableSectors.filter { $0 < SectorNumber.endOfChain }
    var difatSector = header.firstDIFATSector
    var seen: Set<UInt32> = []
    while tableSectors.count < wanted, Int(difatSector) < sectorCount {
      guard seen.insert(difatSector).inserted else { throw .damaged(.structure, part: "") }
      var entries = Self.entries(
        of: try source.bytes(at: header.offset(ofSector: difatSector), count: header.sectorSize))
      guard entries.count == entriesPerSector else { break }
      difatSector = entries.removeLast()
      tableSectors += entries.filter { $0 < SectorNumber.endOfChain }
    }

    var next: [UInt32] = []
    for sector in tableSectors.prefix(wanted) {
      var entries: [UInt32] = []
      if Int(sector) < sectorCount {
        entries = Self.entries(
          of: try source.bytes(at: header.offset(ofSector: sector), count: header.sectorSize))
      }
      next += entries
      // A table sector that is not there must not move those behind it.
      next += repeatElement(SectorNumber.free, count: entriesPerSector - entries.count)
    }
    return SectorTable(next: next, sectorCount: sectorCount)
  }

  private static func entries(of bytes: [UInt8]) -> [UInt32] {
    bytes.withView { view in (0..<view.count / 4).map { view.uint32(at: 4 * $0) } }
  }
}

/// The sectors of the file, read by chains.
private struct Sectors {
  let source: ByteSource
  let table: SectorTable
  let header: CompoundFileHeader

  /// The sectors that hold `size` bytes, or all of the chain for nil.
  func bytes(
    from first: UInt32, size: Int?, part: String
  ) throws(SpreadsheetError) -> [UInt8] {
    let runs = try table.chain(
      from: first, limit: (size ?? .max).dividedRoundingUp(by: header.sectorSize), part: part)
    let found = runs.reduce(0) { $0 + $1.count } * header.sectorSize
    var failure: SpreadsheetError?
    let bytes = [UInt8](unsafeUninitializedCapacity: found) { buffer, filled in
      preferLargePages(UnsafeMutableRawBufferPointer(buffer))
      do throws(SpreadsheetError) {
        for run in runs where filled < buffer.count {
          let length = min(run.count * header.sectorSize, buffer.count - filled)
          let target = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<filled + length])
          let read = try source.read(
            into: target, at: header.offset(ofSector: UInt32(clamping: run.first)))
          filled += read
          // Only the last sector of the file may be short; nothing can follow it.
          if read < length { break }
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

extension CompoundFileHeader {
  fileprivate func offset(ofSector sector: UInt32) -> Int {
    firstSectorOffset + Int(sector) * sectorSize
  }

  fileprivate func sectorCount(ofFileSize size: Int) -> Int {
    max(0, size - firstSectorOffset).dividedRoundingUp(by: sectorSize)
  }
}

extension Int {
  /// For numbers from 0 up; does not overflow.
  fileprivate func dividedRoundingUp(by divisor: Int) -> Int {
    self / divisor + (self % divisor == 0 ? 0 : 1)
  }
}
