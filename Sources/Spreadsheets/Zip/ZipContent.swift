/// What an entry of a zip archive holds, decompressed.
struct ZipContent: Sendable {
  private static let inputSize = 64 << 10

  let entry: ZipEntry
  let source: ByteSource

  /// Reads the whole content.
  /// - Parameters:
  ///   - buffer: gives the place for the next piece, or nil to end.
  ///   - filled: is told how many bytes of the buffer it gave last are the next piece.
  /// - Throws: `.damaged`, `.system`.
  func read(
    into buffer: () -> UnsafeMutableRawBufferPointer?,
    _ filled: (Int) throws(SpreadsheetError) -> Flow
  ) throws(SpreadsheetError) {
    let start = try dataStart()
    switch entry.method {
    case .stored: try copy(from: start, into: buffer, filled)
    case .deflated: try inflate(from: start, into: buffer, filled)
    case .other: throw .damaged(.compression, part: entry.name)
    }
  }

  /// Compares the checksum of the whole content.
  func check(_ checksum: Checksum) throws(SpreadsheetError) {
    guard checksum.value == entry.checksum else {
      throw .damaged(.checksum, part: entry.name)
    }
  }

  private func copy(
    from start: Int, into buffer: () -> UnsafeMutableRawBufferPointer?,
    _ filled: (Int) throws(SpreadsheetError) -> Flow
  ) throws(SpreadsheetError) {
    var input = Input(position: start, remaining: entry.compressedSize)
    while input.remaining > 0 {
      guard let piece = buffer() else { return }
      if try filled(read(&input, into: piece)) == .stop { return }
    }
  }

  private func inflate(
    from start: Int, into buffer: () -> UnsafeMutableRawBufferPointer?,
    _ filled: (Int) throws(SpreadsheetError) -> Flow
  ) throws(SpreadsheetError) {
    guard let inflater = Inflater() else { throw .damaged(.compression, part: entry.name) }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.inputSize, alignment: 16)
    defer { memory.deallocate() }
    var input = Input(position: start, remaining: entry.compressedSize)
    var compressed = UnsafeMutableRawBufferPointer(rebasing: memory[..<0])
    while let piece = buffer() {
      var count = 0
      var isFinished = false
      var failure: SpreadsheetError?
      do throws(SpreadsheetError) {
        while count < piece.count, !isFinished {
          if compressed.isEmpty, input.remaining > 0 {
            compressed = UnsafeMutableRawBufferPointer(
              rebasing: memory[..<(try read(&input, into: memory))])
          }
          let room = UnsafeMutableRawBufferPointer(rebasing: piece[count...])
          guard let step = inflater.step(from: compressed, into: room) else {
            throw .damaged(.compression, part: entry.name)
          }
          // Without input and output it waits for more than there is.
          if step.consumed == 0, step.produced == 0, !step.isFinished {
            throw .damaged(.truncated, part: entry.name)
          }
          compressed = UnsafeMutableRawBufferPointer(rebasing: compressed[step.consumed...])
          count += step.produced
          isFinished = step.isFinished
        }
      } catch {
        failure = error
      }
      // What is there is handed over before the loss is told.
      if count > 0, try filled(count) == .stop { return }
      if let failure { throw failure }
      if isFinished { return }
    }
  }

  /// Where the next bytes of the entry lie, and how many there are.
  private struct Input {
    var position: Int
    var remaining: Int
  }

  /// Reads the bytes that come next as they lie in the file.
  /// - Throws: `.damaged(.truncated)` when the file ends before the entry.
  private func read(
    _ input: inout Input, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SpreadsheetError) -> Int {
    let wanted = UnsafeMutableRawBufferPointer(
      rebasing: buffer[..<min(input.remaining, buffer.count)])
    let count = try source.read(into: wanted, at: input.position)
    guard count > 0 else { throw .damaged(.truncated, part: entry.name) }
    input.position += count
    input.remaining -= count
    return count
  }

  /// Where the data begin, behind the local header ([APPNOTE] 4.3.7).
  private func dataStart() throws(SpreadsheetError) -> Int {
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
