private import CLibZip
private import Glibc

/// A zip archive in the making, in memory: the same entries in the same order give the same bytes.
package final class ArchiveWriter {
  /// Where the archive is written to; it outlives the archive.
  private let source: OpaquePointer
  /// Nil once the archive is finished.
  private var archive: OpaquePointer?

  package init() throws(ArchiveError) {
    guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { throw .failed }
    guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, nil) else {
      zip_source_free(source)
      throw .failed
    }
    // The archive lets go of the source when it is closed; the bytes are read after that.
    zip_source_keep(source)
    self.source = source
    self.archive = archive
  }

  deinit {
    if let archive { zip_discard(archive) }
    zip_source_free(source)
  }

  /// Adds a file, readable by its owner only, of the oldest day that zip knows.
  ///
  /// - Parameter isCompressed: true for a content that would not become smaller.
  package func add(
    _ name: String, _ bytes: [UInt8], isCompressed: Bool = false
  ) throws(ArchiveError) {
    guard let archive, let content = copied(bytes, for: archive) else { throw .failed }
    let index = zip_file_add(archive, name, content, ZIP_FL_ENC_UTF_8)
    guard index >= 0 else {
      zip_source_free(content)
      throw .failed
    }
    let entry = zip_uint64_t(index)
    let method = isCompressed ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    let mode = zip_uint32_t(S_IFREG | 0o600) << 16
    guard zip_set_file_compression(archive, entry, method, 0) == 0,
      zip_file_set_dostime(archive, entry, 0, Self.oldestDay, 0) == 0,
      zip_file_set_external_attributes(archive, entry, 0, zip_uint8_t(ZIP_OPSYS_UNIX), mode) == 0
    else { throw .failed }
  }

  /// 1 January 1980: year 0, month 1, day 1. APPNOTE 4.4.6
  private static let oldestDay: zip_uint16_t = 1 << 5 | 1

  /// The bytes of the finished archive, which must have an entry. Nothing can be added after that.
  package func finish() throws(ArchiveError) -> [UInt8] {
    guard let archive, zip_close(archive) == 0 else { throw .failed }
    self.archive = nil
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0, status.valid & zip_uint64_t(ZIP_STAT_SIZE) != 0,
      let size = Int(exactly: status.size), zip_source_open(source) == 0
    else { throw .failed }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: size)
    let count = bytes.withUnsafeMutableBytes { raw -> zip_int64_t in
      guard let start = raw.baseAddress, !raw.isEmpty else { return 0 }
      return zip_source_read(source, start, zip_uint64_t(raw.count))
    }
    guard count == zip_int64_t(size) else { throw .failed }
    return bytes
  }
}

/// A source that owns a copy of the bytes.
private func copied(_ bytes: [UInt8], for archive: OpaquePointer) -> OpaquePointer? {
  guard let memory = malloc(max(bytes.count, 1)) else { return nil }
  bytes.withUnsafeBytes {
    if let start = $0.baseAddress { memcpy(memory, start, $0.count) }
  }
  guard let source = zip_source_buffer(archive, memory, zip_uint64_t(bytes.count), 1) else {
    free(memory)
    return nil
  }
  return source
}
