private import Glibc

/// The right to write into a folder. One process has it at a time; it ends with the object, or
/// with the process. Readers need none.
package final class DirectoryLock {
  private let descriptor: Int32

  /// Takes the lock, or gives nil when another process still has it after so many seconds.
  ///
  /// - Parameters:
  ///   - path: an existing folder; its lock file is made when missing.
  ///   - onWait: called once, when there is something to wait for.
  package init?(
    folder path: String, waiting seconds: Int = 0, onWait: () -> Void = {}
  ) throws(FileError) {
    let file = path + "/.trava"
    descriptor = try systemOpen(file, O_RDWR | O_CREAT, mode: 0o600, for: .lock)
    do throws(FileError) {
      try systemSetMode(descriptor, 0o600, path: file)
      if try systemTryLock(descriptor, path: file) { return }
      if seconds > 0 { onWait() }
      for _ in 0..<max(0, min(seconds, 86_400)) * 20 {
        systemPause(milliseconds: 50)
        if try systemTryLock(descriptor, path: file) { return }
      }
    } catch {
      systemClose(descriptor)
      throw error
    }
    systemClose(descriptor)
    return nil
  }

  deinit {
    // A child that is just being started has the descriptor too until it runs its own program:
    // closing ours alone would leave the folder locked that long.
    systemUnlock(descriptor)
    systemClose(descriptor)
  }
}
