import Dominio
private import Synchronization

/// Decoded versions of bases, by SHA-256.
final class Versoes: Sendable {
  private let bases = Mutex<[String: Base]>([:])

  subscript(sha256: String) -> Base? {
    get { bases.withLock { $0[sha256] } }
    set { bases.withLock { $0[sha256] = newValue } }
  }
}
