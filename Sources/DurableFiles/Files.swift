private import Glibc

/// The bytes of a file that is no longer than that; `EFBIG` when it is.
package func readFile(
  _ path: String, atMost limit: Int = mostThatIsRead
) throws(FileError) -> [UInt8] {
  let descriptor = try systemOpen(path, O_RDONLY, for: .open)
  defer { systemClose(descriptor) }
  let tooLong = FileError(.read, path: path, code: EFBIG)
  var bytes: [UInt8] = []
  if let length = systemLength(descriptor) {
    guard length <= limit else { throw tooLong }
    // Of what a file says of its length only so much is believed: it may be a hole.
    bytes.reserveCapacity(min(length, 1 << 26))
  }
  try readPieces(descriptor, path: path) { (piece) throws(FileError) in
    // It may grow meanwhile.
    guard piece.count <= limit - bytes.count else { throw tooLong }
    bytes.append(contentsOf: piece)
  }
  return bytes
}

/// More than any file that is kept has, and less than memory has room for.
package let mostThatIsRead = 4 << 30

/// The first bytes of a file: so many, or all that there are.
package func readStart(of path: String, _ length: Int) throws(FileError) -> [UInt8] {
  let descriptor = try systemOpen(path, O_RDONLY, for: .open)
  defer { systemClose(descriptor) }
  var bytes = [UInt8](repeating: 0, count: length)
  var read = 0
  while read < length {
    let count: Result<Int, FileError> = bytes.withUnsafeMutableBytes { raw in
      do throws(FileError) {
        let rest = UnsafeMutableRawBufferPointer(rebasing: raw[read...])
        return .success(try systemRead(descriptor, into: rest, path: path))
      } catch {
        return .failure(error)
      }
    }
    let piece = try count.get()
    if piece == 0 { break }
    read += piece
  }
  return Array(bytes.prefix(read))
}

/// The bytes of a file; nil when there is no such file.
package func readFileIfThere(_ path: String) throws(FileError) -> [UInt8]? {
  do throws(FileError) {
    return try readFile(path)
  } catch {
    if error.isAbsence { return nil }
    throw error
  }
}

/// The bytes of a file from that place on, none when it does not reach so far; nil when there is no
/// such file.
package func readFileIfThere(
  _ path: String, from start: Int
) throws(FileError) -> [UInt8]? {
  do throws(FileError) {
    let descriptor = try systemOpen(path, O_RDONLY, for: .open)
    defer { systemClose(descriptor) }
    var bytes: [UInt8] = []
    if let length = systemLength(descriptor) {
      guard start < length else { return bytes }
      bytes.reserveCapacity(min(length - start, 1 << 26))
    }
    try systemSeek(descriptor, to: start, path: path)
    try readPieces(descriptor, path: path) { bytes.append(contentsOf: $0) }
    return bytes
  } catch {
    if error.isAbsence { return nil }
    throw error
  }
}

/// Makes the folder and those above it, private to their owner; one that is there stays as it is.
package func makePrivateDirectory(_ path: String) throws(FileError) {
  if let status = systemStatus(path) {
    guard status.isDirectory else { throw FileError(.makeDirectory, path: path, code: ENOTDIR) }
    return
  }
  let above = SplitPath(path).folder
  if above != path { try makePrivateDirectory(above) }
  if try systemMakeDirectory(path, mode: 0o700) {
    // The process's mask may have taken bits away.
    try systemSetMode(ofFolder: path, 0o700)
    try syncFolder(above)
  } else if systemStatus(path) == nil {
    // A link that leads nowhere.
    throw FileError(.makeDirectory, path: path, code: ENOENT)
  }
}

/// Removes a file, from the disk too; one that is not there counts as removed.
package func removeFile(_ path: String) throws(FileError) {
  guard fileExists(path) else { return }
  try systemRemove(path)
  try syncFolder(SplitPath(path).folder)
}

/// The names in a folder, sorted; none when there is no such folder. One that cannot be looked
/// into is not taken for an empty one.
package func listDirectory(_ path: String) throws(FileError) -> [String] {
  do throws(FileError) {
    return try systemList(path).sorted()
  } catch {
    if error.code == ENOENT { return [] }
    throw error
  }
}

package func fileExists(_ path: String) -> Bool { systemStatus(path) != nil }

/// The path from the root of the file system; links stay as they are.
package func absolutePath(_ path: String) -> String {
  guard !path.hasPrefix("/"), let folder = systemWorkingDirectory() else { return path }
  return path == "." ? folder : "\(folder)/\(path)"
}

/// True when both paths lead to one file, links followed.
package func isSameFile(_ left: String, _ right: String) -> Bool {
  guard let left = systemStatus(left), let right = systemStatus(right) else { return false }
  return left.device == right.device && left.inode == right.inode
}

/// Reads to the end in pieces of 64 KiB.
func readPieces(
  _ descriptor: Int32, path: String,
  _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
) throws(FileError) {
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let piece: Result<Int, FileError> = buffer.withUnsafeMutableBytes { raw in
      do throws(FileError) {
        let count = try systemRead(descriptor, into: raw, path: path)
        try body(UnsafeRawBufferPointer(rebasing: raw[..<count]))
        return .success(count)
      } catch {
        return .failure(error)
      }
    }
    if try piece.get() == 0 { return }
  }
}
