/// Gathers bytes and writes them in large pieces.
///
/// The rows of a sheet arrive in a closure that cannot throw, so a failed write is kept, and
/// thrown by `finish`.
final class Escoadouro {
  private static let piece = 1 << 16

  private let writeBytes: ([UInt8]) throws(OutputError) -> Void
  private var bytes: [UInt8] = []
  private(set) var failure: OutputError?

  init(_ writeBytes: @escaping ([UInt8]) throws(OutputError) -> Void) {
    self.writeBytes = writeBytes
    bytes.reserveCapacity(2 * Self.piece)
  }

  func append(_ byte: UInt8) { bytes.append(byte) }
  func append(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }
  func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
  func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Between rows: writes when enough has come together.
  func flushIfLarge() {
    if bytes.count >= Self.piece { flush() }
  }

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
