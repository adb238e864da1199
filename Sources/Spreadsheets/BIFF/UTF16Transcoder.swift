/// Writes UTF-16 that arrives in pieces into an arena, as UTF-8. A surrogate without its partner
/// becomes U+FFFD; the two halves of a pair may lie in different pieces.
struct UTF16Transcoder {
  private var pendingHigh: UInt32?

  /// - Parameter units: little-endian UTF-16; an odd last byte is left out.
  mutating func append(units view: ByteView, to arena: TextArena) {
    let unitCount = view.count / 2
    // A unit makes at most three bytes; a pending surrogate three more.
    let room = 3 * unitCount + 3
    arena.appendPiece(atMost: room) { start in
      var writer = UTF8Writer(UnsafeMutableBufferPointer(start: start, count: room))
      for index in 0..<unitCount { take(view.uint16(at: 2 * index), &writer) }
      return writer.count
    }
  }

  /// - Parameter view: the lower halves of UTF-16 units whose upper halves are 0.
  mutating func append(compressed view: ByteView, to arena: TextArena) {
    guard view.count > 0 else { return }
    // None of these units is the second half of a pair.
    finish(in: arena)
    arena.appendPiece(atMost: 2 * view.count) { start in
      var end = start
      var index = 0
      while index < view.count {
        // Most texts are ASCII, most of the others nearly so: eight bytes at a time.
        if view.holds(8, at: index), view.uint64(at: index) & 0x8080_8080_8080_8080 == 0 {
          UnsafeMutableRawPointer(end).storeBytes(
            of: view.uint64(at: index).littleEndian, as: UInt64.self)
          end += 8
          index += 8
          continue
        }
        let byte = view.uint8(at: index)
        if byte < 0x80 {
          end.pointee = byte
          end += 1
        } else {
          end[0] = 0xC0 | byte >> 6
          end[1] = 0x80 | byte & 0x3F
          end += 2
        }
        index += 1
      }
      return end - start
    }
  }

  /// To be called after the last piece.
  mutating func finish(in arena: TextArena) {
    guard pendingHigh != nil else { return }
    pendingHigh = nil
    arena.appendPiece(UTF8Writer.replacement)
  }

  private mutating func take(_ unit: UInt16, _ writer: inout UTF8Writer) {
    switch unit {
    case 0xDC00...0xDFFF:
      guard let high = pendingHigh else { return writer.write(0xFFFD) }
      pendingHigh = nil
      writer.write(0x10000 + (high - 0xD800) << 10 + UInt32(unit) - 0xDC00)
    case 0xD800...0xDBFF:
      if pendingHigh != nil { writer.write(0xFFFD) }
      pendingHigh = UInt32(unit)
    default:
      if pendingHigh != nil {
        writer.write(0xFFFD)
        pendingHigh = nil
      }
      writer.write(UInt32(unit))
    }
  }
}

/// Fills a buffer with UTF-8; stops when it is full.
private struct UTF8Writer {
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  /// - Parameter scalar: a Unicode scalar value.
  mutating func write(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80: put(scalar)
    case ..<0x800:
      put(0xC0 | scalar >> 6)
      put(0x80 | scalar & 0x3F)
    case ..<0x10000:
      put(0xE0 | scalar >> 12)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    default:
      put(0xF0 | scalar >> 18)
      put(0x80 | scalar >> 12 & 0x3F)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    }
  }

  private mutating func put(_ byte: UInt32) {
    guard count < buffer.count else { return }
    buffer[count] = UInt8(truncatingIfNeeded: byte)
    count += 1
  }
}

extension ByteView {
  /// Whether every byte is below 0x80.
  var isASCII: Bool { buffer.allSatisfy { $0 < 0x80 } }
}
