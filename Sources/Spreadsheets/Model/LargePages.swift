private import Glibc

/// Asks the system for large pages for memory that is about to be filled, when it is large.
///
/// With small ones every four kilobytes are a fault when they are first touched, and nearly every
/// look at a random place a walk through the tables of addresses. It is only a wish: where the
/// system has no such pages nothing changes.
func preferLargePages(_ memory: UnsafeMutableRawBufferPointer) {
  let pageSize = 4096
  guard memory.count >= 4 << 20, let start = memory.baseAddress else { return }
  let skipped = (pageSize - Int(bitPattern: start) % pageSize) % pageSize
  madvise(start + skipped, memory.count - skipped, MADV_HUGEPAGE)
}
