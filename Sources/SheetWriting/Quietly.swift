private import Glibc
private import Synchronization

/// One at a time: two that take stderr away and give it back would give back each other's.
private let turn = Mutex(())

/// Keeps off stderr what the library prints of its own trouble, in English. Its return codes tell
/// the same.
func quietly<Value>(
  _ body: () throws(SheetWritingError) -> Value
) throws(SheetWritingError) -> Value {
  try turn.withLock { _ throws(SheetWritingError) in
    let kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    if kept >= 0, nowhere >= 0 { dup2(nowhere, STDERR_FILENO) }
    defer {
      if kept >= 0, nowhere >= 0 { dup2(kept, STDERR_FILENO) }
      if kept >= 0 { close(kept) }
      if nowhere >= 0 { close(nowhere) }
    }
    return try body()
  }
}
