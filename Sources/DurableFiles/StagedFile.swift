private import Glibc

/// A whole new content for a file, written beside it under another name and not yet in its place.
///
/// `commit` puts it there in one rename, so that whoever looks sees the old content or the new
/// one, whatever is killed when. A staged file that is dropped without `commit` is removed.
package final class StagedFile {
  package let destination: String

  /// Where the new content lies meanwhile: in the same folder, so that the rename is one step.
  package let temporary: String
  private var isPending = true

  /// A second name for the old content while the new one takes its place.
  private let kept: String

  private static let suffix = ".tmp"

  private init(destination: String) {
    self.destination = destination
    (temporary, kept) = Self.names(for: destination, by: systemProcessIdentifier())
  }

  private static func names(
    for destination: String, by process: Int32
  ) -> (temporary: String, kept: String) {
    let path = SplitPath(destination)
    let hidden = "\(path.folder)/.\(path.name)"
    let ending = ".\(process)\(suffix)"
    return (hidden + ending, hidden + ".old" + ending)
  }

  deinit {
    if isPending { try? systemRemove(temporary) }
  }

  /// Stages these bytes. They are on the disk when it returns.
  /// - Throws: what failed, told of the destination: nobody knows the other name.
  package static func writing(
    _ bytes: [UInt8], to destination: String, _ permissions: FilePermissions = .ownerOnly
  ) throws(FileError) -> StagedFile {
    let staged = StagedFile(destination: destination)
    do throws(FileError) {
      try staged.fill(with: bytes, permissions)
    } catch {
      throw FileError(error.operation, path: destination, code: error.code)
    }
    return staged
  }

  private func fill(
    with bytes: [UInt8], _ permissions: FilePermissions
  ) throws(FileError) {
    let descriptor = try systemOpen(
      temporary, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o600, for: .create)
    defer { systemClose(descriptor) }
    try systemSetMode(descriptor, mode_t(permissions.bits), path: temporary)
    try systemWrite(descriptor, bytes, path: temporary)
    try systemSync(descriptor, path: temporary)
  }

  /// A place for a file that somebody else makes, a C library say, at `temporary`; call `sync`
  /// once it is whole.
  package static func reserving(_ destination: String) -> StagedFile {
    StagedFile(destination: destination)
  }

  /// Makes a file that somebody else wrote private to its owner, and brings it to the disk.
  package func sync() throws(FileError) {
    let descriptor = try systemOpen(temporary, O_RDONLY, for: .open)
    defer { systemClose(descriptor) }
    try systemSetMode(descriptor, 0o600, path: temporary)
    try systemSync(descriptor, path: temporary)
  }

  /// Puts the new content in its place, and the folder's entry on the disk. When it throws, the
  /// old content is in its place again.
  package func commit() throws(FileError) {
    let old = try keepOld()
    defer { if old == .kept { try? systemRemove(kept) } }
    try systemRename(temporary, to: destination)
    isPending = false
    do throws(FileError) {
      try syncFolder(SplitPath(destination).folder)
    } catch {
      switch old {
      case .none: try? systemRemove(destination)
      case .kept: try? systemRename(kept, to: destination)
      case .unkept: break
      }
      throw error
    }
  }

  private enum Old {
    case none
    case kept
    /// The file system knows no second names, so there is no way back.
    case unkept
  }

  private func keepOld() throws(FileError) -> Old {
    // A killed process of the same number may have left one.
    try systemRemove(kept)
    do throws(FileError) {
      try systemLink(destination, as: kept)
      return .kept
    } catch {
      switch error.code {
      case ENOENT: return .none
      case EPERM, EOPNOTSUPP, ENOSYS, EMLINK: return .unkept
      default: throw error
      }
    }
  }
}

extension StagedFile {
  /// Removes what killed processes have left of their staging in a folder. Only for who holds the
  /// folder's lock: nobody else may be staging there.
  ///
  /// - Parameter isOther: true for the name of another kind of leftover there.
  package static func sweepLeftovers(
    in folder: String, and isOther: (String) -> Bool = { _ in false }
  ) throws(FileError) {
    for name in try listDirectory(folder) where isOurs(name) || isOther(name) {
      try systemRemove(folder + "/" + name)
    }
  }

  /// The number by which names of this process's staging can be told.
  package static var process: Int32 { systemProcessIdentifier() }

  /// Removes what a killed process has left of staging one file.
  package static func removeLeftovers(
    of destination: String, by process: Int32
  ) throws(FileError) {
    let names = names(for: destination, by: process)
    try systemRemove(names.temporary)
    try systemRemove(names.kept)
  }

  /// True for a name that staging gives: what a killed process has left has one.
  package static func isLeftover(_ name: String) -> Bool { isOurs(name) }

  /// True for `.name.4711.tmp`. Programs that keep folders in step stage under names like ours,
  /// which must be left to them.
  private static func isOurs(_ name: String) -> Bool {
    guard name.hasPrefix("."), name.hasSuffix(suffix) else { return false }
    let parts = name.dropFirst().dropLast(suffix.count).split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let process = parts.last else { return false }
    return !process.isEmpty && process.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// A path cut before its last part.
struct SplitPath {
  let folder: String
  let name: String

  init(_ path: String) {
    if let slash = path.lastIndex(of: "/") {
      let head = String(path[..<slash])
      folder = head.isEmpty ? "/" : head
      name = String(path[path.index(after: slash)...])
    } else {
      folder = "."
      name = path
    }
  }
}

/// Brings the entries of a folder to the disk. Some file systems cannot do that for folders and
/// say `EINVAL`; there it is done with the files.
package func syncFolder(_ path: String) throws(FileError) {
  let descriptor = try systemOpen(path, O_RDONLY | O_DIRECTORY, for: .sync)
  defer { systemClose(descriptor) }
  do throws(FileError) {
    try systemSync(descriptor, path: path)
  } catch {
    if error.code != EINVAL { throw error }
  }
}
