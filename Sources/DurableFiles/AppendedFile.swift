private import Glibc

/// Appends to a file and brings it to the disk. When it throws, the file is as long as before.
///
/// - Parameter length: how many of its bytes count; what stands beyond them, left by an append that
///   was never confirmed, is cut off first. A file that is shorter is refused as one
///   that lacks data.
package func append(_ bytes: [UInt8], to path: String, after length: Int) throws(FileError) {
  if length > 0, !fileExists(path) { throw FileError(.write, path: path, code: ENODATA) }
  let descriptor = try systemOpen(path, O_WRONLY | O_CREAT, mode: 0o600, for: .create)
  defer { systemClose(descriptor) }
  try systemSetMode(descriptor, 0o600, path: path)
  guard let present = systemLength(descriptor), present >= length else {
    throw FileError(.write, path: path, code: ENODATA)
  }
  if present > length { try systemTruncate(descriptor, to: length, path: path) }
  do throws(FileError) {
    try systemSeek(descriptor, to: length, path: path)
    try systemWrite(descriptor, bytes, path: path)
    try systemSync(descriptor, path: path)
    try syncFolder(SplitPath(path).folder)
  } catch {
    // Should this fail too, the next append cuts it off.
    try? systemTruncate(descriptor, to: length, path: path)
    throw error
  }
}
