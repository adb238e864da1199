private import Glibc

/// A system call failed: which, on what, and why.
package struct FileError: Error, Equatable, Sendable {
  package enum Operation: Sendable {
    case open
    case read
    case create
    case write
    case sync
    case rename
    case remove
    case makeDirectory
    case list
    case lock
  }

  package let operation: Operation
  package let path: String
  /// The value of `errno`.
  package let code: Int32

  package init(_ operation: Operation, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// True when there is nothing of that name to open.
  package var isAbsence: Bool { operation == .open && code == ENOENT }

  /// True when an append found less than was there before.
  package var isLackOfData: Bool { operation == .write && code == ENODATA }

  /// True when a folder stands where a file was to be read.
  package var isOtherKind: Bool { code == EISDIR && (operation == .open || operation == .read) }
}
