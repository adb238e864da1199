private import CZlib

/// Changes inside the parts of a zip archive, which is packed again with sizes and checksums that
/// are right, so that they reach the readers of XML.
enum ZipParts {
  private struct Part {
    var name: [UInt8]
    var content: [UInt8]
  }

  /// What readers of spreadsheets stumble over.
  private static let snippets = [
    "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "&#0;", "&#x10FFFF;", "]]>", "<![CDATA[<]]>", "<!--",
    "-->", "<?a?>", "<c", "/>", "</row>", "<row r=\"1048576\">", "<row r=\"0\">", "<v>", "</v>",
    "<v/>", "<is><t>", " t=\"s\"", " t=\"d\"", " t=\"inlineStr\"", " t=\"str\"",
    " r=\"XFD1048576\"",
    " r=\"A99999999999999999999\"", " s=\"4294967295\"", " xmlns:a=\"b\"", "<a:c>", "_x0000_",
    "_xD83D_", "9999999999999999999999", "-1", "1e308", "1e999", "\0", "\u{FEFF}", "\u{202E}",
    "\"", "'", "=", "<si/>", "<si><t>", "<rPh>", "..\\..\\", "%2e%2e/", "encoding=\"UTF-16\"",
  ]

  /// Nil when the seed is no zip archive, or a damaged one.
  static func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8]? {
    guard var parts = unpack(bytes), !parts.isEmpty else { return nil }
    for _ in 0...random.below(3) {
      let index = random.below(parts.count)
      switch random.below(12) {
      case 0: parts.append(parts[index])
      case 1: if parts.count > 1 { parts.remove(at: index) }
      case 2: RawBytes.mutate(&parts[index].name, &random)
      case 3: parts[index].content = parts[random.below(parts.count)].content
      case 4: RawBytes.mutate(&parts[index].content, &random)
      default: for _ in 0...random.below(6) { changeXML(&parts[index].content, &random) }
      }
    }
    return pack(parts)
  }

  /// Changes the content of parts of certain names alone.
  static func mutated(
    _ bytes: [UInt8], _ random: inout SeededRandom, only isWanted: (String) -> Bool
  ) -> [UInt8]? {
    guard var parts = unpack(bytes) else { return nil }
    let wanted = parts.indices.filter { isWanted(String(decoding: parts[$0].name, as: UTF8.self)) }
    guard let index = wanted.any(&random) else { return nil }
    if random.once(in: 8) {
      RawBytes.mutate(&parts[index].content, &random)
    } else {
      for _ in 0...random.below(4) { changeXML(&parts[index].content, &random) }
    }
    return pack(parts)
  }

  private static func changeXML(_ xml: inout [UInt8], _ random: inout SeededRandom) {
    let tags = xml.indices.filter { xml[$0] == UInt8(ascii: "<") }
    guard let first = tags.any(&random), let second = tags.any(&random) else {
      return RawBytes.mutate(&xml, &random)
    }
    let piece = min(first, second)..<max(first, second)
    switch random.below(6) {
    case 0: if piece.count < 4096 { xml.removeSubrange(piece) }
    case 1: if piece.count < 65_536 { xml.insert(contentsOf: Array(xml[piece]), at: first) }
    case 2:
      let digits = xml.indices.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= xml[$0] }
      if let digit = digits.any(&random) {
        xml[digit] = UInt8(ascii: "0") + UInt8(random.below(10))
      }
    default:
      let place = random.once(in: 2) ? first : random.below(xml.count)
      xml.insert(contentsOf: Array((snippets.any(&random) ?? "").utf8), at: place)
    }
  }

  // MARK: Packing

  private static func unpack(_ bytes: [UInt8]) -> [Part]? {
    guard let end = bytes.lastRange(of: [0x50, 0x4B, 5, 6])?.lowerBound,
      var position = bytes.number(at: end + 16, size: 4)
    else { return nil }
    var parts: [Part] = []
    while bytes.number(at: position, size: 4) == 0x0201_4B50 {
      guard let method = bytes.number(at: position + 10, size: 2),
        let packedSize = bytes.number(at: position + 20, size: 4),
        let size = bytes.number(at: position + 24, size: 4),
        let nameSize = bytes.number(at: position + 28, size: 2),
        let extraSize = bytes.number(at: position + 30, size: 2),
        let commentSize = bytes.number(at: position + 32, size: 2),
        let header = bytes.number(at: position + 42, size: 4),
        let localName = bytes.number(at: header + 26, size: 2),
        let localExtra = bytes.number(at: header + 28, size: 2)
      else { return nil }
      let start = header + 30 + localName + localExtra
      guard start + packedSize <= bytes.count, position + 46 + nameSize <= bytes.count,
        size < 1 << 24
      else { return nil }
      let packed = Array(bytes[start..<start + packedSize])
      guard let content = method == 0 ? packed : inflate(packed, size: size) else { return nil }
      parts.append(
        Part(name: Array(bytes[position + 46..<position + 46 + nameSize]), content: content))
      position += 46 + nameSize + extraSize + commentSize
    }
    return parts
  }

  private static func inflate(_ packed: [UInt8], size: Int) -> [UInt8]? {
    var stream = z_stream()
    guard czlib_inflate_init_raw(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var packed = packed
    var content = [UInt8](repeating: 0, count: max(1, size))
    let result = packed.withUnsafeMutableBufferPointer { input in
      content.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return CZlib.inflate(&stream, Z_FINISH)
      }
    }
    return result == Z_STREAM_END ? Array(content.prefix(size)) : nil
  }

  /// Without compression: what is tested lies behind it.
  private static func pack(_ parts: [Part]) -> [UInt8] {
    var data: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let checksum = Int(crc32_z(0, part.content, part.content.count))
      let offset = data.count
      let common =
        bytes(of: 0, 8) + bytes(of: checksum, 4) + bytes(of: part.content.count, 4)
        + bytes(of: part.content.count, 4) + bytes(of: part.name.count, 2)
      data += bytes(of: 0x0403_4B50, 4) + bytes(of: 20, 2) + common + bytes(of: 0, 2)
      data += part.name + part.content
      directory += bytes(of: 0x0201_4B50, 4) + bytes(of: 20, 2) + bytes(of: 20, 2) + common
      directory += bytes(of: 0, 12) + bytes(of: offset, 4) + part.name
    }
    let end =
      bytes(of: 0x0605_4B50, 4) + bytes(of: 0, 4) + bytes(of: parts.count, 2)
      + bytes(of: parts.count, 2) + bytes(of: directory.count, 4) + bytes(of: data.count, 4)
    return data + directory + end + bytes(of: 0, 2)
  }

  private static func bytes(of value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

extension Array where Element == UInt8 {
  /// A little-endian number; nil beyond the end.
  func number(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset + size <= count else { return nil }
    return (0..<size).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
  }

  /// Writes a little-endian number where there is room for it.
  mutating func set(_ value: Int, at offset: Int, size: Int) {
    guard offset >= 0, offset + size <= count else { return }
    for index in 0..<size { self[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
  }

  fileprivate func lastRange(of pattern: [UInt8]) -> Range<Int>? {
    var start = count - pattern.count
    while start >= 0 {
      if self[start..<start + pattern.count].elementsEqual(pattern) {
        return start..<start + pattern.count
      }
      start -= 1
    }
    return nil
  }
}
