private import Glibc

/// Asks the system for large pages for memory that is about to be filled, when it is large.
///
/// With small ones every four kilobytes are a fault when they are first touched, and nearly every
/// look at a random place a walk through the tables of addresses. It is only a wish: where the
/// system has no such pages nothing changes.
func preferLargePages(_ memory: UnsafeMutableRawBufferPointer) {
  let pageSize = 4096
  guard memory.count >= smallestForLargePages, let start = memory.baseAddress else { return }
  let skipped = (pageSize - Int(bitPattern: start) % pageSize) % pageSize
  madvise(start + skipped, memory.count - skipped, MADV_HUGEPAGE)
}

/// As `realloc`, for memory that is looked at in no order, with large pages where it is large.
///
/// `realloc` would take the pages along, to a place where they no longer make large ones.
/// - Parameter used: bytes at the start that are kept.
func enlarge(
  _ memory: UnsafeMutableRawPointer?, used: Int, to size: Int
) -> UnsafeMutableRawPointer {
  if size < smallestForLargePages {
    guard let larger = realloc(memory, size) else { fatalError("out of memory") }
    return larger
  }
  var larger: UnsafeMutableRawPointer?
  posix_memalign(&larger, largePageSize, size)
  guard let larger else { fatalError("out of memory") }
  preferLargePages(UnsafeMutableRawBufferPointer(start: larger, count: size))
  if let memory { larger.copyMemory(from: memory, byteCount: used) }
  free(memory)
  return larger
}

private let smallestForLargePages = 4 << 20
private let largePageSize = 2 << 20
