/// Little-endian numbers out of a piece of a zip archive. Nil beyond its end.
struct ZipFields {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  func uint16(at offset: Int) -> Int? {
    integer(at: offset, length: 2).map { Int(truncatingIfNeeded: $0) }
  }

  func uint32(at offset: Int) -> Int? {
    integer(at: offset, length: 4).map { Int(truncatingIfNeeded: $0) }
  }

  /// Nil also for a number no file can reach.
  func uint64(at offset: Int) -> Int? {
    integer(at: offset, length: 8).flatMap { Int(exactly: $0) }
  }

  private func integer(at offset: Int, length: Int) -> UInt64? {
    guard offset >= 0, length <= count, offset <= count - length else { return nil }
    var value: UInt64 = 0
    for index in stride(from: offset + length - 1, through: offset, by: -1) {
      value = value << 8 | UInt64(bytes[index])
    }
    return value
  }
}
