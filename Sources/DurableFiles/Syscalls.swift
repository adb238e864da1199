internal import Glibc

// The only door of this module to the kernel: one function a call, every failure a `FileError`.

func systemOpen(
  _ path: String, _ flags: Int32, mode: mode_t = 0, for operation: FileError.Operation
) throws(FileError) -> Int32 {
  while true {
    let descriptor = open(path, flags | O_CLOEXEC, mode)
    if descriptor >= 0 { return descriptor }
    if errno != EINTR { throw FileError(operation, path: path, code: errno) }
  }
}

func systemClose(_ descriptor: Int32) { close(descriptor) }

/// - Returns: the number of bytes read; 0 at the end.
func systemRead(
  _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, path: String
) throws(FileError) -> Int {
  while true {
    let count = read(descriptor, buffer.baseAddress, buffer.count)
    if count >= 0 { return count }
    if errno != EINTR { throw FileError(.read, path: path, code: errno) }
  }
}

/// Writes all of the bytes.
func systemWrite(_ descriptor: Int32, _ bytes: [UInt8], path: String) throws(FileError) {
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { raw in
      write(descriptor, raw.baseAddress?.advanced(by: written), raw.count - written)
    }
    if count < 0 {
      if errno == EINTR { continue }
      throw FileError(.write, path: path, code: errno)
    }
    written += count
  }
}

/// A failed fsync is never repeated: the kernel may have dropped the pages.
func systemSync(_ descriptor: Int32, path: String) throws(FileError) {
  guard fsync(descriptor) == 0 else { throw FileError(.sync, path: path, code: errno) }
}

func systemRename(_ old: String, to new: String) throws(FileError) {
  guard rename(old, new) == 0 else { throw FileError(.rename, path: new, code: errno) }
}

/// A file that is not there counts as removed.
func systemRemove(_ path: String) throws(FileError) {
  guard unlink(path) == 0 || errno == ENOENT else {
    throw FileError(.remove, path: path, code: errno)
  }
}

/// - Returns: false when something of that name is there already.
func systemMakeDirectory(_ path: String, mode: mode_t) throws(FileError) -> Bool {
  if mkdir(path, mode) == 0 { return true }
  if errno == EEXIST { return false }
  throw FileError(.makeDirectory, path: path, code: errno)
}

func systemSetMode(_ descriptor: Int32, _ mode: mode_t, path: String) throws(FileError) {
  guard fchmod(descriptor, mode) == 0 else { throw FileError(.create, path: path, code: errno) }
}

func systemSetMode(_ path: String, _ mode: mode_t) throws(FileError) {
  guard chmod(path, mode) == 0 else { throw FileError(.makeDirectory, path: path, code: errno) }
}

/// - Returns: false when another process holds the lock.
func systemTryLock(_ descriptor: Int32, path: String) throws(FileError) -> Bool {
  while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
    if errno == EWOULDBLOCK { return false }
    if errno != EINTR { throw FileError(.lock, path: path, code: errno) }
  }
  return true
}

/// The names in a folder, without `.` and `..`, in no order.
func systemList(_ path: String) throws(FileError) -> [String] {
  guard let folder = opendir(path) else { throw FileError(.list, path: path, code: errno) }
  defer { closedir(folder) }
  var names: [String] = []
  while true {
    errno = 0
    guard let entry = readdir(folder) else {
      if errno != 0 { throw FileError(.list, path: path, code: errno) }
      return names
    }
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
}

func systemProcessIdentifier() -> Int32 { getpid() }

/// What stands at a path, following links; nil when nothing does.
func systemStatus(_ path: String) -> (isDirectory: Bool, device: UInt, inode: UInt)? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  return (status.st_mode & S_IFMT == S_IFDIR, UInt(status.st_dev), UInt(status.st_ino))
}
