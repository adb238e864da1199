private import Glibc

/// A whole folder, filled beside its place under another name; `commit` puts it there in one
/// rename. One that is dropped without `commit` is removed.
package final class StagedFolder {
  package let destination: String
  /// Where the folder is meanwhile.
  package let temporary: String
  private var isPending = true

  /// Makes the folder, and those above it. Removes what killed processes have left of theirs.
  ///
  /// - Parameter destination: nothing must stand there when it is committed, or an empty folder.
  package init(_ destination: String) throws(FileError) {
    let path = SplitPath(destination)
    self.destination = destination
    temporary = "\(path.folder)/.\(path.name).\(systemProcessIdentifier()).tmp"
    try makePrivateDirectory(path.folder)
    for name in try listDirectory(path.folder) where Self.isLeftover(name, of: path.name) {
      try removeTree("\(path.folder)/\(name)")
    }
    try makePrivateDirectory(temporary)
  }

  deinit {
    if isPending { try? removeTree(temporary) }
  }

  /// Writes a file, private to its owner.
  ///
  /// - Parameter name: its path from the folder; it must not lead out of it.
  package func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    let path = "\(temporary)/\(name)"
    try makePrivateDirectory(SplitPath(path).folder)
    try writeNewFile(bytes, to: path)
  }

  /// Puts the folder in its place. An empty folder there is replaced, any other is not.
  package func commit() throws(FileError) {
    try syncTree(temporary)
    try moveFolder(temporary, to: destination)
    isPending = false
  }

  /// True for `.name.4711.tmp` when no process of that number runs, or it is this one.
  private static func isLeftover(_ name: String, of folder: String) -> Bool {
    let start = ".\(folder)."
    guard name.hasPrefix(start), name.hasSuffix(".tmp"),
      let process = Int32(name.dropFirst(start.count).dropLast(4))
    else { return false }
    return process == systemProcessIdentifier() || !systemProcessExists(process)
  }
}
