private import CLibZip
private import Glibc

/// A zip archive, seen as what it is: bytes of a stranger. Nothing is unpacked before every name
/// and every size has been looked at.
package final class ArchiveReader {
  package struct Entry: Sendable, Equatable {
    /// A relative path with `/` between its parts, none of them empty, `.` or `..`.
    package let name: String
    package let size: Int
    fileprivate let index: UInt64
  }

  /// How much an archive may hold.
  package struct Limits: Sendable {
    package let entries: Int
    package let bytesOfAll: Int
    package let bytesOfOne: Int

    package init(entries: Int, bytesOfAll: Int, bytesOfOne: Int) {
      self.entries = entries
      self.bytesOfAll = bytesOfAll
      self.bytesOfOne = bytesOfOne
    }
  }

  /// The files, in the order of the archive; folders are left out.
  package let entries: [Entry]
  private let archive: OpaquePointer

  package init(_ bytes: [UInt8], within limits: Limits) throws(ArchiveError) {
    let archive = try opened(bytes)
    do throws(ArchiveError) {
      entries = try readEntries(archive, within: limits)
    } catch {
      zip_discard(archive)
      throw error
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  /// The content of an entry; it must be as long as the directory says, and fit its checksum.
  package func content(of entry: Entry) throws(ArchiveError) -> [UInt8] {
    guard let file = zip_fopen_index(archive, entry.index, 0) else { throw .damaged(entry.name) }
    defer { zip_fclose(file) }
    // One byte more than there should be: reading past the end is what checks the sum.
    var bytes = [UInt8](repeating: 0, count: entry.size + 1)
    var count = 0
    while count < bytes.count {
      let more = bytes.withUnsafeMutableBytes { raw -> zip_int64_t in
        guard let start = raw.baseAddress else { return -1 }
        return zip_fread(file, start + count, zip_uint64_t(raw.count - count))
      }
      guard more >= 0 else { throw .damaged(entry.name) }
      if more == 0 { break }
      count += Int(more)
    }
    guard count == entry.size else { throw .damaged(entry.name) }
    bytes.removeLast()
    return bytes
  }
}

private func opened(_ bytes: [UInt8]) throws(ArchiveError) -> OpaquePointer {
  // The library takes nothing for an archive of nothing.
  guard !bytes.isEmpty else { throw .notAnArchive }
  guard let memory = malloc(bytes.count) else { throw .tooLarge }
  bytes.withUnsafeBytes {
    if let start = $0.baseAddress { memcpy(memory, start, $0.count) }
  }
  guard let source = zip_source_buffer_create(memory, zip_uint64_t(bytes.count), 1, nil) else {
    free(memory)
    throw .failed
  }
  guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
    zip_source_free(source)
    throw .notAnArchive
  }
  return archive
}

private func readEntries(
  _ archive: OpaquePointer, within limits: ArchiveReader.Limits
) throws(ArchiveError) -> [ArchiveReader.Entry] {
  let count = zip_get_num_entries(archive, 0)
  guard count <= zip_int64_t(limits.entries) else { throw .tooLarge }
  var entries: [ArchiveReader.Entry] = []
  var names: Set<String> = []
  var total = 0
  for index in 0..<zip_uint64_t(max(0, count)) {
    guard let raw = zip_get_name(archive, index, ZIP_FL_ENC_RAW),
      let name = String(validatingCString: raw)
    else { throw .badName("?") }
    let isFolder = name.hasSuffix("/")
    let path = isFolder ? String(name.dropLast()) : name
    guard path.isPlainPath, names.insert(path).inserted else { throw .badName(name) }
    var status = zip_stat_t()
    let needed = zip_uint64_t(ZIP_STAT_SIZE | ZIP_STAT_ENCRYPTION_METHOD)
    guard zip_stat_index(archive, index, 0, &status) == 0, status.valid & needed == needed else {
      throw .damaged(name)
    }
    guard status.encryption_method == zip_uint16_t(ZIP_EM_NONE) else { throw .encrypted(name) }
    guard hasPlainKind(archive, index, isFolder: isFolder) else { throw .notAFile(name) }
    guard status.size <= zip_uint64_t(limits.bytesOfOne) else { throw .tooLarge }
    total += Int(status.size)
    guard total <= limits.bytesOfAll else { throw .tooLarge }
    if !isFolder { entries.append(.init(name: name, size: Int(status.size), index: index)) }
  }
  return entries
}

/// False for links, devices and the like, as Unix marks them in the upper half of the attributes.
private func hasPlainKind(_ archive: OpaquePointer, _ index: zip_uint64_t, isFolder: Bool) -> Bool {
  var system: zip_uint8_t = 0
  var attributes: zip_uint32_t = 0
  guard zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0 else {
    return false
  }
  guard system == zip_uint8_t(ZIP_OPSYS_UNIX) else { return true }
  let kind = (attributes >> 16) & S_IFMT
  return kind == 0 || kind == (isFolder ? S_IFDIR : S_IFREG)
}

extension String {
  /// True for a relative path that leads nowhere else.
  fileprivate var isPlainPath: Bool {
    !utf8.isEmpty && utf8.count <= 1024
      && unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\\" && $0.value != 0x7F }
      && split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }
}
