private import Glibc

/// What stands at a path; links are not followed.
package enum FileKind: Sendable, Equatable {
  case file
  case folder
  /// A symbolic link, a socket, a device.
  case other
}

/// What stands at a path, links not followed; nil when nothing does.
package func fileKind(_ path: String) -> FileKind? { systemKind(path) }

/// True when others than the owner may read or change what stands at a path.
package func isOpenToOthers(_ path: String) -> Bool { systemIsOpenToOthers(path) }

/// True for a path in a folder, or in one below it, whatever links lead there. Its last parts need
/// not be there.
package func isWithin(_ path: String, folder: String) -> Bool {
  guard let root = systemRealPath(folder) else { return false }
  var above = SplitPath(path).folder
  while systemRealPath(above) == nil, above != "/", above != "." { above = SplitPath(above).folder }
  guard let above = systemRealPath(above) else { return false }
  return above == root || above.hasPrefix(root == "/" ? root : root + "/")
}

/// Every file below a folder, by its path from there, sorted; folders are not listed, links are
/// not followed. None when there is no such folder.
package func listTree(_ root: String) throws(FileError) -> [String] {
  var found: [String] = []
  for name in try listDirectory(root) {
    let path = "\(root)/\(name)"
    if systemKind(path) == .folder {
      found += try listTree(path).map { "\(name)/\($0)" }
    } else {
      found.append(name)
    }
  }
  return found.sorted()
}

/// Removes a folder with all that is in it; links are removed, not followed. One that is not there
/// counts as removed.
package func removeTree(_ root: String) throws(FileError) {
  switch systemKind(root) {
  case nil: return
  case .folder:
    for name in try listDirectory(root) { try removeTree("\(root)/\(name)") }
    try systemRemoveDirectory(root)
  case .file, .other: try systemRemove(root)
  }
}

/// Removes a folder that holds nothing but folders; one that holds more stays.
package func removeEmptyTree(_ root: String) throws(FileError) {
  for name in try listDirectory(root) where systemKind("\(root)/\(name)") == .folder {
    try removeEmptyTree("\(root)/\(name)")
  }
  try systemRemoveDirectory(root)
}

/// Gives a file another name.
package func moveFile(_ old: String, to new: String) throws(FileError) {
  try systemRename(old, to: new)
}

/// Gives a folder another name, in one step, and brings that to the disk. An empty folder of that
/// name is replaced; any other is not.
package func moveFolder(_ old: String, to new: String) throws(FileError) {
  try systemRename(old, to: new)
  try syncFolder(SplitPath(new).folder)
}

/// Writes a new file, private to its owner, and brings it to the disk, but not yet its name: call
/// `syncTree` once all files of a folder are written.
package func writeNewFile(_ bytes: [UInt8], to path: String) throws(FileError) {
  let descriptor = try systemOpen(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600, for: .create)
  defer { systemClose(descriptor) }
  try systemSetMode(descriptor, 0o600, path: path)
  try systemWrite(descriptor, bytes, path: path)
  try systemSync(descriptor, path: path)
}

/// Brings the names in a folder, and in those below it, to the disk.
package func syncTree(_ root: String) throws(FileError) {
  for name in try listDirectory(root) where systemKind("\(root)/\(name)") == .folder {
    try syncTree("\(root)/\(name)")
  }
  try syncFolder(root)
}
