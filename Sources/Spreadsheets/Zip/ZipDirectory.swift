/// Finds and reads the central directory of a zip archive.
///
/// [APPNOTE] 4.3.12 to 4.3.16, 4.5.3.
struct ZipDirectory {
  private enum Signature {
    static let entry = 0x0201_4B50
    static let end = 0x0605_4B50
    static let end64 = 0x0606_4B50
    static let locator64 = 0x0706_4B50
  }

  private enum Size {
    static let entry = 46
    static let end = 22
    static let end64 = 56
    static let locator64 = 20
    static let longestComment = 0xFFFF
  }

  /// What the end record says of the directory.
  private struct Place {
    var size: Int
    var offset: Int
    /// Where the end record itself lies: the directory cannot go past it.
    let end: Int
  }

  /// Bytes that describe an entry: its name, the longest that is looked at, and as much again.
  private static let longestDescription = 2 * PackagePath.longestName

  let source: ByteSource

  /// Whether the file ends like a zip archive, whatever it begins with.
  func isPresent() throws(SpreadsheetError) -> Bool { try findEnd() != nil }

  /// The entries in the order of the directory.
  func entries(limit: Int) throws(SpreadsheetError) -> [ZipEntry] {
    guard let place = try findEnd() else { throw .damaged(.truncated, part: "") }
    guard let start = try findStart(of: place) else {
      if place.size == 0 { return [] }
      throw .damaged(.structure, part: "")
    }
    // Data put before the archive shift all offsets alike.
    let shift = start - place.offset
    // What an honest directory of so many entries may take, so that the rest of a large file is
    // not read in vain.
    let size = min(place.end - start, (limit + 1) * Self.longestDescription)
    let fields = ZipFields(bytes: try source.bytes(at: start, count: size))
    var entries: [ZipEntry] = []
    var position = 0
    while fields.uint32(at: position) == Signature.entry {
      guard let (entry, length) = Self.entry(in: fields, at: position, shift: shift) else {
        throw .damaged(.truncated, part: "")
      }
      guard entries.count < limit else { throw .beyond(.zipEntries(limit), part: "") }
      entries.append(entry)
      position += length
    }
    return entries
  }

  /// The end record: the last one whose comment fits into the file.
  private func findEnd() throws(SpreadsheetError) -> Place? {
    let tailStart = max(0, source.count - Size.end - Size.longestComment)
    let tail = ZipFields(bytes: try source.bytes(at: tailStart, count: source.count - tailStart))
    var position = tail.count - Size.end
    while position >= 0 {
      if tail.bytes[position] == UInt8(ascii: "P"), tail.uint32(at: position) == Signature.end,
        let size = tail.uint32(at: position + 12), let offset = tail.uint32(at: position + 16),
        let comment = tail.uint16(at: position + 20),
        comment <= tail.count - position - Size.end
      {
        let end = tailStart + position
        return try findEnd64(before: end) ?? Place(size: size, offset: offset, end: end)
      }
      position -= 1
    }
    return nil
  }

  private func findEnd64(before end: Int) throws(SpreadsheetError) -> Place? {
    let locator = ZipFields(
      bytes: try source.bytes(at: end - Size.locator64, count: Size.locator64))
    guard locator.uint32(at: 0) == Signature.locator64 else { return nil }
    // The declared place, and the place right before the locator when something shifted it.
    for position in [locator.uint64(at: 8), end - Size.locator64 - Size.end64] {
      guard let position, position >= 0, position < end else { continue }
      let record = ZipFields(bytes: try source.bytes(at: position, count: Size.end64))
      if record.uint32(at: 0) == Signature.end64, let size = record.uint64(at: 40),
        let offset = record.uint64(at: 48)
      {
        return Place(size: size, offset: offset, end: position)
      }
    }
    return nil
  }

  /// Where the first entry lies: where the end record says, or else as far before the end record
  /// as the directory is long.
  private func findStart(of place: Place) throws(SpreadsheetError) -> Int? {
    for start in [place.offset, place.end - min(place.size, place.end)] where start < place.end {
      let signature = ZipFields(bytes: try source.bytes(at: start, count: 4))
      if signature.uint32(at: 0) == Signature.entry { return start }
    }
    return nil
  }

  /// The entry at a place of the directory, and how many bytes describe it.
  private static func entry(
    in fields: ZipFields, at position: Int, shift: Int
  ) -> (ZipEntry, Int)? {
    guard let flags = fields.uint16(at: position + 8),
      let method = fields.uint16(at: position + 10),
      let checksum = fields.uint32(at: position + 16),
      let compressed = fields.uint32(at: position + 20),
      let inflated = fields.uint32(at: position + 24),
      let nameLength = fields.uint16(at: position + 28),
      let extraLength = fields.uint16(at: position + 30),
      let commentLength = fields.uint16(at: position + 32),
      let offset = fields.uint32(at: position + 42)
    else { return nil }
    let nameStart = position + Size.entry
    let extraStart = nameStart + nameLength
    guard extraStart + extraLength <= fields.count else { return nil }

    var sizes = Zip64Sizes(inflated: inflated, compressed: compressed, offset: offset)
    sizes.read(from: fields, at: extraStart, count: extraLength)
    let entry = ZipEntry(
      name: String(decoding: fields.bytes[nameStart..<extraStart], as: UTF8.self),
      method: method == 0 ? .stored : method == 8 ? .deflated : .other(method),
      isEncrypted: flags & 1 != 0,
      checksum: UInt32(truncatingIfNeeded: checksum),
      compressedSize: sizes.compressed,
      headerOffset: sizes.offset.addingReportingOverflow(shift).partialValue)
    return (entry, Size.entry + nameLength + extraLength + commentLength)
  }
}

/// The sizes of an entry, of which the extra field 1 holds those that do not fit 32 bits.
private struct Zip64Sizes {
  var inflated: Int
  var compressed: Int
  var offset: Int

  private static let inExtra = 0xFFFF_FFFF

  init(inflated: Int, compressed: Int, offset: Int) {
    self.inflated = inflated
    self.compressed = compressed
    self.offset = offset
  }

  mutating func read(from fields: ZipFields, at start: Int, count: Int) {
    var position = start
    while position + 4 <= start + count, let id = fields.uint16(at: position),
      let length = fields.uint16(at: position + 2)
    {
      position += 4
      if id == 1 {
        var value = position
        for path in [\Zip64Sizes.inflated, \.compressed, \.offset]
        where self[keyPath: path] == Self.inExtra
          && value + 8 <= min(position + length, start + count)
        {
          if let wide = fields.uint64(at: value) { self[keyPath: path] = wide }
          value += 8
        }
      }
      position += length
    }
  }
}
