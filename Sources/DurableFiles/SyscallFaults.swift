#if DEBUG
  private import Synchronization

  /// Makes chosen system calls of this module fail, so that tests see what is left behind. Not in
  /// a release build.
  ///
  ///     try SyscallFaults.$current.withValue(SyscallFaults(.once(call: 3, code: EIO))) { … }
  package final class SyscallFaults: Sendable {
    package enum Plan: Sendable {
      /// Nothing fails; the calls are only written down.
      case none
      /// The call of this number, from 0, fails with this `errno`, before it does anything.
      case once(call: Int, code: Int32)
      /// That call and all after it, as when the process had been killed there.
      case from(call: Int, code: Int32)
    }

    /// What holds for the calls of this task.
    @TaskLocal package static var current: SyscallFaults?

    private let plan: Plan
    private let log = Mutex<[FileError.Operation]>([])

    package init(_ plan: Plan) { self.plan = plan }

    /// The calls so far, in their order.
    package var calls: [FileError.Operation] { log.withLock { $0 } }

    /// The `errno` with which the next call must fail.
    func code(for operation: FileError.Operation) -> Int32? {
      let number = log.withLock { calls in
        calls.append(operation)
        return calls.count - 1
      }
      return switch plan {
      case .once(let call, let code) where number == call: code
      case .from(let call, let code) where number >= call: code
      case .none, .once, .from: nil
      }
    }
  }

  func injectedFault(_ operation: FileError.Operation) -> Int32? {
    SyscallFaults.current?.code(for: operation)
  }
#else
  @inline(__always)
  func injectedFault(_: FileError.Operation) -> Int32? { nil }
#endif
