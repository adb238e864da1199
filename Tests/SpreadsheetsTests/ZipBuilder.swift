/// Makes zip archives byte by byte, right ones and wrong ones.
struct ZipBuilder {
  struct Entry {
    var name: String
    var content: [UInt8]
    /// Deflate in blocks that are not compressed; else stored.
    var isDeflated = false
    var method: Int?
    var flags = 0
    /// Instead of the right one.
    var checksum: UInt32?
    /// Instead of the right one, in the central directory.
    var compressedSize: Int?
    /// Instead of the right ones: sizes and checksum of the local header are 0, and a data
    /// descriptor follows the data.
    var hasDescriptor = false
    /// The local header bears this name.
    var localName: String?
    /// Sizes and offset stand in a zip64 extra field.
    var isZip64 = false

    init(_ name: String, _ content: String) {
      self.init(name, bytes: Array(content.utf8))
    }

    init(_ name: String, bytes: [UInt8]) {
      self.name = name
      content = bytes
    }
  }

  var entries: [Entry]
  /// Put before the archive; the offsets do not count it.
  var junk: [UInt8] = []
  var comment: [UInt8] = []
  /// With the end record and locator of zip64.
  var isZip64 = false

  init(_ entries: [Entry]) { self.entries = entries }

  var bytes: [UInt8] {
    var data: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = data.count
      let packed = entry.isDeflated ? Self.deflated(entry.content) : entry.content
      let method = entry.method ?? (entry.isDeflated ? 8 : 0)
      let checksum = entry.checksum ?? Self.checksum(of: entry.content)
      let flags = entry.flags | (entry.hasDescriptor ? 8 : 0)
      let sizes = [Int(checksum), packed.count, entry.content.count]
      let localName = Array((entry.localName ?? entry.name).utf8)
      data += Self.le(0x0403_4B50, 4) + Self.le(20, 2) + Self.le(flags, 2) + Self.le(method, 2)
      data += Self.le(0, 4)
      for size in sizes { data += Self.le(entry.hasDescriptor ? 0 : size, 4) }
      data += Self.le(localName.count, 2) + Self.le(0, 2) + localName + packed
      if entry.hasDescriptor {
        data += Self.le(0x0807_4B50, 4)
        for size in sizes { data += Self.le(size, 4) }
      }
      let name = Array(entry.name.utf8)
      let compressed = entry.compressedSize ?? packed.count
      let wide = 0xFFFF_FFFF
      let extra =
        entry.isZip64
        ? Self.le(0x5455, 2) + Self.le(1, 2) + [0] + Self.le(1, 2) + Self.le(24, 2)
          + Self.le(entry.content.count, 8) + Self.le(compressed, 8) + Self.le(offset, 8) : []
      directory += Self.le(0x0201_4B50, 4) + Self.le(20, 2) + Self.le(20, 2) + Self.le(flags, 2)
      directory += Self.le(method, 2) + Self.le(0, 4) + Self.le(Int(checksum), 4)
      directory += Self.le(entry.isZip64 ? wide : compressed, 4)
      directory += Self.le(entry.isZip64 ? wide : entry.content.count, 4)
      directory += Self.le(name.count, 2) + Self.le(extra.count, 2) + Self.le(0, 2)
      directory += Self.le(0, 8) + Self.le(entry.isZip64 ? wide : offset, 4) + name + extra
    }
    let start = data.count
    var end: [UInt8] = []
    if isZip64 {
      end += Self.le(0x0606_4B50, 4) + Self.le(44, 8) + Self.le(45, 2) + Self.le(45, 2)
      end += Self.le(0, 8) + Self.le(entries.count, 8) + Self.le(entries.count, 8)
      end += Self.le(directory.count, 8) + Self.le(start, 8)
      end += Self.le(0x0706_4B50, 4) + Self.le(0, 4) + Self.le(start + directory.count, 8)
      end += Self.le(1, 4)
    }
    end += Self.le(0x0605_4B50, 4) + Self.le(0, 4)
    end +=
      Self.le(isZip64 ? 0xFFFF : entries.count, 2) + Self.le(isZip64 ? 0xFFFF : entries.count, 2)
    end += Self.le(isZip64 ? 0xFFFF_FFFF : directory.count, 4)
    end += Self.le(isZip64 ? 0xFFFF_FFFF : start, 4)
    end += Self.le(comment.count, 2) + comment
    return junk + data + directory + end
  }

  private static func le(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = []
    var rest = content[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      stream += [rest.isEmpty ? 1 : 0] + le(block.count, 2) + le(~block.count, 2) + block
    } while !rest.isEmpty
    return stream
  }

  static func checksum(of bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
