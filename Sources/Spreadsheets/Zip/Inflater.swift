private import CZlib

/// A raw deflate stream, decompressed a piece at a time.
final class Inflater {
  struct Step {
    let consumed: Int
    let produced: Int
    let isFinished: Bool
  }

  /// On the heap, because zlib keeps the address.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Nil when zlib has no memory.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard czlib_inflate_init_raw(stream) == Z_OK else {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Decompresses what fits into `output`. A step that neither consumes nor produces wants more
  /// input.
  /// - Returns: nil when the bytes are no deflate stream.
  func step(
    from input: UnsafeMutableRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Step? {
    let available = (
      input: UInt32(clamping: input.count), output: UInt32(clamping: output.count)
    )
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = available.input
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = available.output
    let result = inflate(stream, Z_NO_FLUSH)
    guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { return nil }
    return Step(
      consumed: Int(available.input - stream.pointee.avail_in),
      produced: Int(available.output - stream.pointee.avail_out),
      isFinished: result == Z_STREAM_END)
  }
}

/// The CRC-32 of bytes that come in pieces.
struct Checksum {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    value = UInt32(
      truncatingIfNeeded: crc32_z(
        UInt(value), start.assumingMemoryBound(to: UInt8.self), bytes.count))
  }

  /// As `add`, of bytes whose own checksum is known.
  mutating func add(_ next: Checksum, ofCount count: Int) {
    value = UInt32(
      truncatingIfNeeded: crc32_combine(UInt(value), UInt(next.value), count))
  }
}
