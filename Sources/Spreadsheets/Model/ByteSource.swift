private import Glibc

/// The bytes of a file, read where they are wanted, or bytes already in memory.
///
/// The file is read, not mapped: a mapped file that another program cuts short kills the reader
/// with a signal, a short read is only an error.
package final class ByteSource: Sendable {
  private enum Storage {
    case file(Int32)
    case memory([UInt8])
  }

  private let storage: Storage
  /// Number of bytes when it was opened.
  package let count: Int

  package init(_ bytes: [UInt8]) {
    storage = .memory(bytes)
    count = bytes.count
  }

  /// Opens a regular file for reading.
  package init(path: String) throws(SpreadsheetError) {
    var descriptor: Int32
    repeat {
      descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw .system(errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .system(errno: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .system(errno: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    storage = .file(descriptor)
    count = Int(status.st_size)
  }

  /// Takes all that can still be read from an open descriptor, such as that of a pipe.
  /// - Parameter limit: bytes; `.beyond(.fileSize)` is thrown as soon as there are more.
  package init(draining descriptor: Int32, limit: Int) throws(SpreadsheetError) {
    var bytes: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let length = Glibc.read(descriptor, piece.baseAddress, piece.count)
      if length < 0, errno == EINTR { continue }
      guard length >= 0 else { throw .system(errno: errno) }
      guard length > 0 else { break }
      guard length <= limit - bytes.count else { throw .beyond(.fileSize(limit), part: "") }
      bytes.append(contentsOf: piece[..<length])
    }
    storage = .memory(bytes)
    count = bytes.count
  }

  deinit {
    if case .file(let descriptor) = storage { close(descriptor) }
  }

  /// Fills the buffer from `offset` on; less than its size only at the end of the file.
  /// - Returns: the number of bytes read.
  package func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SpreadsheetError) -> Int {
    guard offset >= 0, offset < count else { return 0 }
    switch storage {
    case .memory(let bytes):
      let length = min(buffer.count, bytes.count - offset)
      bytes.withUnsafeBytes {
        buffer.copyMemory(from: .init(rebasing: $0[offset..<offset + length]))
      }
      return length
    case .file(let descriptor):
      var filled = 0
      while filled < buffer.count {
        let length = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled,
          off_t(offset + filled))
        if length < 0 {
          if errno == EINTR { continue }
          throw .system(errno: errno)
        }
        if length == 0 { break }
        filled += length
      }
      return filled
    }
  }

  /// The bytes of a range, cut to what is there.
  package func bytes(at offset: Int, count wanted: Int) throws(SpreadsheetError) -> [UInt8] {
    guard offset >= 0, offset < count, wanted > 0 else { return [] }
    let length = min(wanted, count - offset)
    var failure: SpreadsheetError?
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
      do throws(SpreadsheetError) {
        filled = try read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
