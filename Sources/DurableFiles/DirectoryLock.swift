private import Glibc

/// The right to write into a folder. One process has it at a time; it ends with the object, or
/// with the process. Readers need none.
package final class DirectoryLock {
  private let file: String
  private let descriptor: Int32

  /// True while something is noted as begun: by this object, or by one that was killed, or failed,
  /// before it was done.
  package private(set) var isMarked: Bool

  /// Takes the lock, or gives nil when another process still has it after so many seconds.
  ///
  /// - Parameters:
  ///   - path: an existing folder; its lock file is made when missing.
  ///   - onWait: called once, when there is something to wait for.
  package init?(
    folder path: String, waiting seconds: Int = 0, onWait: () -> Void = {}
  ) throws(FileError) {
    file = path + "/.trava"
    var held = try Self.take(file)
    if held == nil, seconds > 0 { onWait() }
    var tries = max(0, min(seconds, 86_400)) * 20
    while held == nil, tries > 0 {
      systemPause(milliseconds: 50)
      held = try Self.take(file)
      tries -= 1
    }
    guard let held else { return nil }
    descriptor = held
    isMarked = systemLength(held) ?? 0 > 0
  }

  /// Notes that something is begun. It is on the disk when this returns.
  package func mark() throws(FileError) {
    if !isMarked { try systemWrite(descriptor, [UInt8(ascii: "\n")], path: file) }
    isMarked = true
    try systemSync(descriptor, path: file)
  }

  /// Notes that it is done. Should that fail, it counts as begun.
  package func unmark() {
    guard isMarked, (try? systemTruncate(descriptor, to: 0, path: file)) != nil,
      (try? systemSeek(descriptor, to: 0, path: file)) != nil
    else { return }
    isMarked = false
  }

  /// False when somebody has removed the lock file: another process may have the right now.
  package var isHeld: Bool { systemIsAt(file, descriptor) }

  /// - Returns: nil when another process has it.
  private static func take(_ file: String) throws(FileError) -> Int32? {
    let descriptor = try systemOpen(file, O_RDWR | O_CREAT, mode: 0o600, for: .lock)
    do throws(FileError) {
      try systemSetMode(descriptor, 0o600, path: file)
      // The file may have been removed, and made again by another, since it was opened.
      if try systemTryLock(descriptor, path: file), systemIsAt(file, descriptor) {
        return descriptor
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
