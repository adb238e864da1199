/// A window on bytes in memory, with little-endian loads that never leave it.
///
/// Valid only inside the closure that made it. A load beyond the end gives 0, so a caller first
/// asks `holds(_:at:)` wherever a missing byte must not pass for a zero.
struct ByteView {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// The bytes as they are.
  var buffer: UnsafeBufferPointer<UInt8> { bytes.assumingMemoryBound(to: UInt8.self) }

  /// Whether `length` bytes from `offset` on are there.
  @inline(__always)
  func holds(_ length: Int, at offset: Int) -> Bool {
    // What is negative is too large without its sign.
    let count = UInt(bitPattern: bytes.count)
    let offset = UInt(bitPattern: offset)
    return offset <= count && UInt(bitPattern: length) <= count - offset
  }

  /// `length` bytes from `offset` on; nil when they are not all there.
  @inline(__always)
  func part(_ offset: Int, count length: Int) -> ByteView? {
    guard holds(length, at: offset), let start = bytes.baseAddress else { return nil }
    return ByteView(UnsafeRawBufferPointer(start: start + offset, count: length))
  }

  /// As `part`, of bytes that are known to be there.
  @inline(__always)
  func uncheckedPart(_ offset: Int, count length: Int) -> ByteView {
    ByteView(UnsafeRawBufferPointer(start: bytes.baseAddress.map { $0 + offset }, count: length))
  }

  @inline(__always)
  func uint8(at offset: Int) -> UInt8 { load(at: offset) }

  @inline(__always)
  func uint16(at offset: Int) -> UInt16 { UInt16(littleEndian: load(at: offset)) }

  @inline(__always)
  func uint32(at offset: Int) -> UInt32 { UInt32(littleEndian: load(at: offset)) }

  @inline(__always)
  func uint64(at offset: Int) -> UInt64 { UInt64(littleEndian: load(at: offset)) }

  @inline(__always)
  func double(at offset: Int) -> Double { Double(bitPattern: uint64(at: offset)) }

  /// `length` bytes from `offset` on, cut to what is there.
  @inline(__always)
  func slice(_ offset: Int, count length: Int) -> ByteView {
    let start = min(max(offset, 0), bytes.count)
    let end = start + min(max(length, 0), bytes.count - start)
    return ByteView(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
  }

  @inline(__always)
  private func load<Value: FixedWidthInteger & BitwiseCopyable>(at offset: Int) -> Value {
    guard holds(MemoryLayout<Value>.size, at: offset) else { return 0 }
    return bytes.loadUnaligned(fromByteOffset: offset, as: Value.self)
  }
}

extension Array where Element == UInt8 {
  /// Shows the bytes through a `ByteView` while the closure runs.
  func withView<Result, Failure>(
    _ body: (ByteView) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { (buffer) throws(Failure) -> Result in
      try body(ByteView(UnsafeRawBufferPointer(buffer)))
    }
  }
}
