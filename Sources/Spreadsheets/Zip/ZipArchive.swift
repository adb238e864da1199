/// A zip archive, open for reading.
///
/// The central directory is what counts. Names are compared as `PackagePath` folds them; of two
/// entries with one name the last counts, as for the programs that append to an archive.
final class ZipArchive {
  private static let pieceSize = 256 << 10
  /// Bytes as they lie in the file from which on a thread pays.
  private static let sizeForThread = 64 << 10

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
    let charge = Charge(place: place, purpose: purpose)
    var size = 0
    try readContent(of: entry) { (piece) throws(SpreadsheetError) in
      size += piece.count
      try self.charge(size, to: charge)
      return try body(piece)
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

  /// A large entry is inflated on a thread of its own, ahead of whoever takes the pieces.
  private func readContent(
    of entry: ZipEntry, _ body: (UnsafeRawBufferPointer) throws(SpreadsheetError) -> Flow
  ) throws(SpreadsheetError) {
    let content = ZipContent(entry: entry, source: source)
    if entry.compressedSize >= Self.sizeForThread {
      let pipe = PiecePipe(bufferSize: Self.pieceSize)
      let ending = try pipe.handOver(
        from: { (pipe) throws(SpreadsheetError) in
          try content.read(into: pipe.buffer) {
            pipe.send($0)
            return .proceed
          }
        }, to: body)
      switch ending {
      case .whole(let checksum): return try content.check(checksum)
      case .stopped: return
      case nil: break
      }
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceSize, alignment: 16)
    defer { buffer.deallocate() }
    var checksum = Checksum()
    var flow = Flow.proceed
    try content.read(into: { buffer }) { (count) throws(SpreadsheetError) in
      let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      checksum.add(piece)
      flow = try body(piece)
      return flow
    }
    if flow == .proceed { try content.check(checksum) }
  }
}
