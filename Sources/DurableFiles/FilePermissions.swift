/// Who may read, write and execute a file, as `chmod` counts: `0o640`.
package struct FilePermissions: Sendable, Equatable {
  package let bits: UInt32

  package static let ownerOnly = FilePermissions(bits: 0o600)

  private init(bits: UInt32) { self.bits = bits }

  /// Those of what stands at a path, links followed; nil when nothing does.
  package init?(of path: String) {
    guard let bits = systemPermissions(path) else { return nil }
    self.bits = bits
  }
}

/// True when this process may write a file, links followed. One that nobody may write counts as
/// protected for everybody: the kernel would let root.
package func isWritable(_ path: String) -> Bool {
  guard let permissions = FilePermissions(of: path) else { return false }
  return permissions.bits & 0o222 != 0 && systemMayWrite(path)
}

/// True when what stands at a path, links followed, is neither a file nor a folder: a pipe, a
/// device.
package func isSomethingElse(_ path: String) -> Bool {
  systemKind(resolvedPath(path)) == .other && fileExists(path)
}
