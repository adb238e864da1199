internal import Glibc

// The only door of this module to the kernel: one function a call, every failure a `FileError`.

/// Makes a call, again when a signal has interrupted it.
/// - Parameter body: gives a negative number when it failed, and why in `errno`.
private func attempt<Answer: SignedInteger>(
  _ operation: FileError.Operation, _ path: String, _ body: () -> Answer
) throws(FileError) -> Answer {
  while true {
    var code = injectedFault(operation)
    if code == nil {
      let answer = body()
      if answer >= 0 { return answer }
      code = errno
    }
    if let code, code != EINTR { throw FileError(operation, path: path, code: code) }
  }
}

func systemOpen(
  _ path: String, _ flags: Int32, mode: mode_t = 0, for operation: FileError.Operation
) throws(FileError) -> Int32 {
  try attempt(operation, path) { open(path, flags | O_CLOEXEC, mode) }
}

func systemClose(_ descriptor: Int32) { close(descriptor) }

/// - Returns: the number of bytes read; 0 at the end.
func systemRead(
  _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, path: String
) throws(FileError) -> Int {
  try attempt(.read, path) { read(descriptor, buffer.baseAddress, buffer.count) }
}

/// Writes all of the bytes.
func systemWrite(_ descriptor: Int32, _ bytes: [UInt8], path: String) throws(FileError) {
  var written = 0
  while written < bytes.count {
    written += try attempt(.write, path) {
      bytes.withUnsafeBytes { raw in
        write(descriptor, raw.baseAddress?.advanced(by: written), raw.count - written)
      }
    }
  }
}

/// A failed fsync is never repeated: the kernel may have dropped the pages. One that a signal has
/// interrupted has not failed.
func systemSync(_ descriptor: Int32, path: String) throws(FileError) {
  _ = try attempt(.sync, path) { fsync(descriptor) }
}

func systemRename(_ old: String, to new: String) throws(FileError) {
  _ = try attempt(.rename, new) { rename(old, new) }
}

/// A second name for a file.
func systemLink(_ path: String, as other: String) throws(FileError) {
  _ = try attempt(.create, other) { link(path, other) }
}

/// A file that is not there counts as removed.
func systemRemove(_ path: String) throws(FileError) {
  do throws(FileError) {
    _ = try attempt(.remove, path) { unlink(path) }
  } catch {
    if error.code != ENOENT { throw error }
  }
}

/// - Returns: false when something of that name is there already.
func systemMakeDirectory(_ path: String, mode: mode_t) throws(FileError) -> Bool {
  do throws(FileError) {
    _ = try attempt(.makeDirectory, path) { mkdir(path, mode) }
    return true
  } catch {
    if error.code == EEXIST { return false }
    throw error
  }
}

func systemSetMode(
  _ descriptor: Int32, _ mode: mode_t, path: String
) throws(FileError) {
  _ = try attempt(.create, path) { fchmod(descriptor, mode) }
}

func systemSetMode(ofFolder path: String, _ mode: mode_t) throws(FileError) {
  _ = try attempt(.makeDirectory, path) { chmod(path, mode) }
}

/// - Returns: false when another process holds the lock.
func systemTryLock(_ descriptor: Int32, path: String) throws(FileError) -> Bool {
  do throws(FileError) {
    _ = try attempt(.lock, path) { flock(descriptor, LOCK_EX | LOCK_NB) }
    return true
  } catch {
    if error.code == EWOULDBLOCK { return false }
    throw error
  }
}

/// Frees the lock, also for whoever has inherited the descriptor.
func systemUnlock(_ descriptor: Int32) { flock(descriptor, LOCK_UN) }

/// The names in a folder, without `.` and `..`, in no order.
func systemList(_ path: String) throws(FileError) -> [String] {
  let descriptor = try systemOpen(path, O_RDONLY | O_DIRECTORY, for: .list)
  guard let folder = fdopendir(descriptor) else {
    defer { systemClose(descriptor) }
    throw FileError(.list, path: path, code: errno)
  }
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

/// True also for a process of somebody else.
func systemProcessExists(_ process: Int32) -> Bool {
  process > 0 && (kill(process, 0) == 0 || errno == EPERM)
}

/// Nil when it has been removed.
func systemWorkingDirectory() -> String? {
  guard let path = getcwd(nil, 0) else { return nil }
  defer { free(path) }
  return String(cString: path)
}

/// What stands at a path, following links; nil when nothing does.
func systemStatus(_ path: String) -> (isDirectory: Bool, device: UInt, inode: UInt)? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  return (status.st_mode & S_IFMT == S_IFDIR, UInt(status.st_dev), UInt(status.st_ino))
}

/// True when what stands at the path is the open file itself.
func systemIsAt(_ path: String, _ descriptor: Int32) -> Bool {
  var open = stat()
  guard fstat(descriptor, &open) == 0, let there = systemStatus(path) else { return false }
  return there.device == UInt(open.st_dev) && there.inode == UInt(open.st_ino)
}

/// What stands at a path, links not followed; nil when nothing does.
func systemKind(_ path: String) -> FileKind? {
  var status = stat()
  guard lstat(path, &status) == 0 else { return nil }
  return switch status.st_mode & S_IFMT {
  case S_IFREG: .file
  case S_IFDIR: .folder
  default: .other
  }
}

/// True when others than the owner may do something with what stands at a path; links not followed.
func systemIsOpenToOthers(_ path: String) -> Bool {
  var status = stat()
  guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK else { return false }
  return status.st_mode & 0o077 != 0
}

/// The permission bits of what stands at a path, links followed; nil when nothing does.
func systemPermissions(_ path: String) -> UInt32? {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
}

/// True when the process may write what stands at a path.
func systemMayWrite(_ path: String) -> Bool { access(path, W_OK) == 0 }

/// The path of what stands there, without links; nil when nothing does.
func systemRealPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

func systemRemoveDirectory(_ path: String) throws(FileError) {
  _ = try attempt(.remove, path) { rmdir(path) }
}

/// The number of bytes in an open file; nil when the kernel does not tell.
func systemLength(_ descriptor: Int32) -> Int? {
  var status = stat()
  return fstat(descriptor, &status) == 0 ? Int(status.st_size) : nil
}

func systemTruncate(_ descriptor: Int32, to length: Int, path: String) throws(FileError) {
  _ = try attempt(.write, path) { ftruncate(descriptor, off_t(length)) }
}

func systemSeek(_ descriptor: Int32, to offset: Int, path: String) throws(FileError) {
  _ = try attempt(.write, path) { lseek(descriptor, off_t(offset), SEEK_SET) }
}

func systemPause(milliseconds: Int) { usleep(UInt32(milliseconds * 1000)) }
