/// A zip archive, open for reading.
///
/// The central directory is what counts. Names are compared as `PackagePath` folds them; of two
/// entries with one name the last counts, as for the programs that append to an archive.
final class ZipArchive {
  private static let inputSize = 64 << 10
  private static let outputSize = 256 << 10

  let limits: Limits
  private let source: ByteSource
  private let entries: [ZipEntry]
  private let places: [String: Int]
  /// Bytes that each entry has been inflated to so far for each purpose.
  private var charged: [Charge: Int] = [:]
  private var chargedTotal = 0

  private struct Charge: Hashable {
    let place: Int
    let purpose: Int?
  }

  init(source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    self.source = source
    self.limits = limits
    entries = try ZipDirectory(source: source).entries(limit: limits.zipEntries)
    var places: [String: Int] = [:]
    for (place, entry) in entries.enumerated()
    where entry.name.utf8.count <= PackagePath.longestName {
      places[PackagePath(entry.name).key] = place
    }
    self.places = places
  }

  /// Bytes of the whole file.
  var fileSize: Int { source.count }

  /// The names as they stand in the directory.
  var names: [String] { entries.map(\.name) }

  func contains(_ path: PackagePath) -> Bool { places[path.key] != nil }

  /// Hands over the content of an entry piece by piece, until the closure says stop.
  ///
  /// The checksum is compared at the end; who stops before does without.
  /// - Parameter purpose: tells readings that count against the limits by themselves, such as those
  ///   of two sheets that share an entry. One of the same entry for the same purpose costs nothing
  ///   more.
  /// - Throws: `.damaged(.missing)` when there is no such entry; `.beyond`.
  func read(
    _ path: PackagePath, for purpose: Int? = nil,
    _ body: (UnsafeRawBufferPointer) throws(SpreadsheetError) -> Flow
  ) throws(SpreadsheetError) {
    guard let place = places[path.key] else { throw .damaged(.missing, part: path.text) }
    let entry = entries[place]
    if entry.isEncrypted { throw .encrypted }
    var checksum = Checksum()
    var size = 0
    var isStopped = false
    try readContent(of: entry) { (piece) throws(SpreadsheetError) in
      size += piece.count
      try charge(size, to: Charge(place: place, purpose: purpose))
      checksum.add(UnsafeRawBufferPointer(piece))
      let flow = try body(UnsafeRawBufferPointer(piece))
      isStopped = flow == .stop
      return flow
    }
    if !isStopped, checksum.value != entry.checksum {
      throw .damaged(.checksum, part: entry.name)
    }
  }

  /// The first bytes of an entry, or all when it is shorter.
  func prefix(of path: PackagePath, count: Int) throws(SpreadsheetError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(path) { (piece) throws(SpreadsheetError) in
      bytes.append(contentsOf: piece.prefix(count - bytes.count))
      return bytes.count < count ? .proceed : .stop
    }
    return bytes
  }

  private func charge(_ size: Int, to charge: Charge) throws(SpreadsheetError) {
    let entry = entries[charge.place]
    guard size <= limits.inflatedPart else {
      throw .beyond(.inflatedPart(limits.inflatedPart), part: entry.name)
    }
    let before = charged[charge] ?? 0
    guard size > before else { return }
    chargedTotal += size - before
    charged[charge] = size
    guard chargedTotal <= limits.inflatedTotal else {
      throw .beyond(.inflatedTotal(limits.inflatedTotal), part: entry.name)
    }
    // The second catches entries that lie over each other.
    guard size <= limits.inflation(of: min(entry.compressedSize, source.count)),
      chargedTotal <= limits.inflation(of: source.count)
    else {
      throw .beyond(.compressionRatio(limits.compressionRatio), part: entry.name)
    }
  }

  private func readContent(
    of entry: ZipEntry,
    _ body: (UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Flow
  ) throws(SpreadsheetError) {
    let start = try dataStart(of: entry)
    let input = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.inputSize, alignment: 16)
    defer { input.deallocate() }
    switch entry.method {
    case .stored:
      try readPieces(of: entry, at: start, through: input, body)
    case .deflated:
      try inflate(entry, at: start, through: input, body)
    case .other:
      throw .damaged(.compression, part: entry.name)
    }
  }

  /// Hands over the bytes of an entry as they lie in the file.
  /// - Throws: `.damaged(.truncated)` when the file ends before the entry.
  private func readPieces(
    of entry: ZipEntry, at start: Int, through buffer: UnsafeMutableRawBufferPointer,
    _ body: (UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Flow
  ) throws(SpreadsheetError) {
    var offset = start
    var remaining = entry.compressedSize
    while remaining > 0 {
      let wanted = UnsafeMutableRawBufferPointer(
        rebasing: buffer[..<min(remaining, buffer.count)])
      let count = try source.read(into: wanted, at: offset)
      guard count > 0 else { throw .damaged(.truncated, part: entry.name) }
      offset += count
      remaining -= count
      if try body(UnsafeMutableRawBufferPointer(rebasing: wanted[..<count])) == .stop { return }
    }
  }

  private func inflate(
    _ entry: ZipEntry, at start: Int, through input: UnsafeMutableRawBufferPointer,
    _ body: (UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Flow
  ) throws(SpreadsheetError) {
    guard let inflater = Inflater() else { throw .damaged(.compression, part: entry.name) }
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.outputSize, alignment: 16)
    defer { output.deallocate() }
    var isFinished = false
    try readPieces(of: entry, at: start, through: input) { (piece) throws(SpreadsheetError) in
      var rest = piece
      while true {
        guard let step = inflater.step(from: rest, into: output) else {
          throw .damaged(.compression, part: entry.name)
        }
        if step.produced > 0 {
          let flow = try body(UnsafeMutableRawBufferPointer(rebasing: output[..<step.produced]))
          if flow == .stop {
            isFinished = true
            return .stop
          }
        }
        if step.isFinished {
          isFinished = true
          return .stop
        }
        rest = UnsafeMutableRawBufferPointer(rebasing: rest[step.consumed...])
        // A full buffer may hide more output that needs no further input.
        if rest.isEmpty && step.produced < output.count { return .proceed }
        if step.consumed == 0 && step.produced == 0 { return .proceed }
      }
    }
    if !isFinished { throw .damaged(.truncated, part: entry.name) }
  }

  /// Where the data of an entry begin, behind its local header ([APPNOTE] 4.3.7).
  private func dataStart(of entry: ZipEntry) throws(SpreadsheetError) -> Int {
    let header = ZipFields(bytes: try source.bytes(at: entry.headerOffset, count: 30))
    guard header.uint32(at: 0) == 0x0403_4B50, let nameLength = header.uint16(at: 26),
      let extraLength = header.uint16(at: 28)
    else {
      throw .damaged(
        entry.headerOffset < source.count ? .structure : .truncated, part: entry.name)
    }
    return entry.headerOffset + 30 + nameLength + extraLength
  }
}
