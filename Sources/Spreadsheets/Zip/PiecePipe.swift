private import Glibc

/// A few buffers that go back and forth between a thread that fills them and one that uses them, so
/// that both work at the same time and neither runs far ahead. Which of the two has more to do
/// depends on what is made of the bytes, so each piece's checksum is taken by the one with time.
///
/// What is behind the lock is touched under it alone; a buffer belongs to whoever holds it.
final class PiecePipe: @unchecked Sendable {
  private static let bufferCount = 4

  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private let buffers: [UnsafeMutableRawBufferPointer]
  /// How many buffers were filled and given back so far. They go round in order.
  private var filled = 0
  private var used = 0
  private var counts: [Int]
  /// Of the pieces that the side that fills had time for.
  private var checksums: [Checksum?]
  /// Whether no more is filled, and why not to the end.
  private var isClosed = false
  private var failure: SpreadsheetError?
  private var isAbandoned = false

  /// - Parameter bufferSize: bytes of a piece at most.
  init(bufferSize: Int) {
    mutex = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    changed.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
    buffers = (0..<Self.bufferCount)
      .map { _ in .allocate(byteCount: bufferSize, alignment: 16) }
    counts = Array(repeating: 0, count: Self.bufferCount)
    checksums = Array(repeating: nil, count: Self.bufferCount)
  }

  deinit {
    for buffer in buffers { buffer.deallocate() }
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  enum Ending {
    /// All was handed over; the checksum of all of it.
    case whole(Checksum)
    case stopped
  }

  /// Hands over what `fill` makes on a thread of its own, piece by piece, until the closure says
  /// stop or throws. That thread has ended when this returns.
  /// - Parameter fill: asks for a buffer, fills it and sends it, and ends when there is none.
  /// - Returns: nil when there is no such thread to be had, and nothing was done.
  func handOver(
    from fill: @escaping @Sendable (PiecePipe) throws(SpreadsheetError) -> Void,
    to body: (UnsafeRawBufferPointer) throws(SpreadsheetError) -> Flow
  ) throws(SpreadsheetError) -> Ending? {
    guard let thread = start(fill) else { return nil }
    defer {
      abandon()
      pthread_join(thread, nil)
    }
    var checksum = Checksum()
    while let (piece, known) = try receive() {
      if let known { checksum.add(known, ofCount: piece.count) } else { checksum.add(piece) }
      if try body(piece) == .stop { return .stopped }
      giveBack()
    }
    return .whole(checksum)
  }

  // MARK: The side that fills

  /// A buffer to be filled; nil when no more are wanted.
  func buffer() -> UnsafeMutableRawBufferPointer? {
    locked {
      while filled - used == buffers.count && !isAbandoned { pthread_cond_wait(changed, mutex) }
      return isAbandoned ? nil : buffers[filled % buffers.count]
    }
  }

  /// Sends the buffer that was asked for last.
  /// - Parameter count: how many of its bytes are filled.
  func send(_ count: Int) {
    let place = filled % buffers.count
    var checksum: Checksum?
    // The other side still has two to go through.
    if locked({ filled - used >= 2 }) {
      checksum = Checksum()
      checksum?.add(UnsafeRawBufferPointer(rebasing: buffers[place][..<count]))
    }
    locked {
      counts[place] = count
      checksums[place] = checksum
      filled += 1
    }
  }

  private func close(_ failure: SpreadsheetError?) {
    locked {
      isClosed = true
      self.failure = failure
    }
  }

  // MARK: The side that uses

  private func receive() throws(SpreadsheetError) -> (UnsafeRawBufferPointer, Checksum?)? {
    let (piece, failure): ((UnsafeRawBufferPointer, Checksum?)?, SpreadsheetError?) = locked {
      while filled == used && !isClosed { pthread_cond_wait(changed, mutex) }
      guard filled > used else { return (nil, self.failure) }
      let place = used % buffers.count
      let piece = UnsafeRawBufferPointer(rebasing: buffers[place][..<counts[place]])
      return ((piece, checksums[place]), nil)
    }
    if let failure { throw failure }
    return piece
  }

  private func giveBack() { locked { used += 1 } }

  private func abandon() { locked { isAbandoned = true } }

  // MARK: The thread and the lock

  private final class Work {
    let pipe: PiecePipe
    let fill: @Sendable (PiecePipe) throws(SpreadsheetError) -> Void

    init(pipe: PiecePipe, fill: @escaping @Sendable (PiecePipe) throws(SpreadsheetError) -> Void) {
      self.pipe = pipe
      self.fill = fill
    }

    func run() {
      do throws(SpreadsheetError) {
        try fill(pipe)
        pipe.close(nil)
      } catch {
        pipe.close(error)
      }
    }
  }

  private func start(
    _ fill: @escaping @Sendable (PiecePipe) throws(SpreadsheetError) -> Void
  ) -> pthread_t? {
    let work = Unmanaged.passRetained(Work(pipe: self, fill: fill))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      work.release()
      return nil
    }
    return thread
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_signal(changed)
      pthread_mutex_unlock(mutex)
    }
    return body()
  }
}
