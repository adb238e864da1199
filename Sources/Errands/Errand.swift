private import Glibc

/// Something that is worked out on a thread of its own, while whoever sent it does something else.
///
/// Only for what is worked out of values: where files are read and written, the order of the calls is
/// what keeps them whole.
package final class Errand<Value: Sendable> {
  private let work: Work<Value>
  private var thread: pthread_t?

  package init(_ body: @escaping @Sendable () -> Value) {
    work = Work(body)
    thread = Self.start(work)
  }

  /// The thread has ended when this is gone.
  deinit { wait() }

  /// What came of it; waits for it.
  package var value: Value {
    wait()
    return work.value()
  }

  private func wait() {
    if let thread { pthread_join(thread, nil) }
    thread = nil
  }

  /// Nil when there is no thread to be had: then it is done by who asks for the value.
  private static func start(_ work: AnyWork) -> pthread_t? {
    let held = Unmanaged.passRetained(work)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<AnyWork>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, held.toOpaque())
    guard code == 0 else {
      held.release()
      return nil
    }
    return thread
  }
}

/// What the thread needs to know of the work.
private class AnyWork {
  func run() {}
}

/// Touched by one thread at a time: by the other one until it was waited for.
private final class Work<Value>: AnyWork {
  private let body: @Sendable () -> Value
  private var result: Value?

  init(_ body: @escaping @Sendable () -> Value) { self.body = body }

  override func run() { _ = value() }

  func value() -> Value {
    if let result { return result }
    let result = body()
    self.result = result
    return result
  }
}
