/// Gathers bytes and writes them in large pieces.
///
/// The rows of a sheet arrive in a closure that cannot throw, so a failed write is kept, and
/// thrown by `finish`.
final class Escoadouro {
  private static let piece = 1 << 16

  private let writeBytes: ([UInt8]) throws(OutputError) -> Void
  private var bytes: [UInt8] = []
  /// How many bytes may wait; none are written before `release` while there are no more.
  private var heldBack = 0
  private(set) var failure: OutputError?

  init(_ writeBytes: @escaping ([UInt8]) throws(OutputError) -> Void) {
    self.writeBytes = writeBytes
    bytes.reserveCapacity(2 * Self.piece)
  }

  /// Takes what the closure appends, a row at most, and writes when enough has come together.
  func append(_ body: (inout [UInt8]) -> Void) {
    body(&bytes)
    if heldBack == 0, bytes.count >= Self.piece { flush() }
  }

  /// Writes nothing from now on, until `release`.
  /// - Parameter count: how many bytes may wait.
  func holdBack(_ count: Int) { heldBack = count }

  /// Whether more is waiting than was agreed.
  var isOverfull: Bool { heldBack > 0 && bytes.count > heldBack }

  /// Lets what waits be written.
  func release() { heldBack = 0 }

  /// Forgets what waits.
  func discard() { bytes = [] }

  func finish() throws(OutputError) {
    flush()
    if let failure { throw failure }
  }

  private func flush() {
    defer { bytes.removeAll(keepingCapacity: true) }
    guard failure == nil else { return }
    do throws(OutputError) { try writeBytes(bytes) } catch { failure = error }
  }
}

extension [UInt8] {
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
