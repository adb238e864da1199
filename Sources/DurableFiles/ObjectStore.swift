private import Glibc

/// Contents kept under their own SHA-256, each once, compressed, and never changed.
///
///     raiz/ab/cdef….gz
package struct ObjectStore: Sendable {
  package let root: String

  package init(root: String) { self.root = root }

  package func path(of sha256: String) -> String {
    "\(folder(of: sha256))/\(sha256.dropFirst(2)).gz"
  }

  private func folder(of sha256: String) -> String { "\(root)/\(sha256.prefix(2))" }

  package func contains(_ sha256: String) -> Bool { fileExists(path(of: sha256)) }

  /// The bytes of the file that keeps a content; nil when there is no memory for it.
  package static func compressed(_ bytes: [UInt8]) -> [UInt8]? { gzip(bytes) }

  /// A content as it is to be kept: all that can be worked out of its bytes.
  package struct Content: Sendable {
    package let bytes: [UInt8]
    package let sha256: String
    fileprivate let compressed: [UInt8]?

    package init(_ bytes: [UInt8]) {
      self.bytes = bytes
      sha256 = DurableFiles.sha256(of: bytes)
      compressed = gzip(bytes)
    }
  }

  /// Keeps a content. It is on the disk when this returns; a damaged file of it is replaced.
  /// - Returns: its SHA-256.
  @discardableResult
  package func put(_ bytes: [UInt8]) throws(FileError) -> String {
    let sha256 = DurableFiles.sha256(of: bytes)
    try put(sha256) { gzip(bytes) }
    return sha256
  }

  /// The same, where the work was done before.
  package func put(_ content: Content) throws(FileError) {
    try put(content.sha256) { content.compressed }
  }

  private func put(_ sha256: String, _ compressed: () -> [UInt8]?) throws(FileError) {
    let path = path(of: sha256)
    if fileExists(path), try get(sha256) != nil {
      // Who put it there may have been killed before the folder was on the disk.
      return try syncFolder(folder(of: sha256))
    }
    guard let compressed = compressed() else {
      throw FileError(.write, path: path, code: ENOMEM)
    }
    try makePrivateDirectory(folder(of: sha256))
    try StagedFile.writing(compressed, to: path).commit()
  }

  /// The content of that SHA-256; nil when what is kept there is something else, or damaged.
  package func get(_ sha256: String) throws(FileError) -> [UInt8]? {
    guard let bytes = gunzip(try readFile(path(of: sha256))),
      DurableFiles.sha256(of: bytes) == sha256
    else { return nil }
    return bytes
  }

  /// The SHA-256 of everything that is kept, sorted.
  package func all() throws(FileError) -> [String] {
    var all: [String] = []
    for folder in try listDirectory(root) where folder.count == 2 {
      for name in try listDirectory("\(root)/\(folder)") where name.hasSuffix(".gz") {
        all.append(folder + name.dropLast(3))
      }
    }
    return all
  }

  /// Removes a content that nothing names any more.
  package func remove(_ sha256: String) throws(FileError) { try removeFile(path(of: sha256)) }

  /// Brings the folders themselves to the disk.
  package func sync() throws(FileError) { try syncFolder(root) }

  /// Removes what killed processes have left; only for who holds the lock.
  package func sweepLeftovers() throws(FileError) {
    for folder in try listDirectory(root) where folder.count == 2 {
      try StagedFile.sweepLeftovers(in: "\(root)/\(folder)")
    }
  }
}
