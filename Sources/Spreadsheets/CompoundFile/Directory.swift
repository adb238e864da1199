/// What a compound file says of one of its streams or storages. [MS-CFB] 2.6.1
struct DirectoryEntry {
  enum Kind { case storage, stream, root, unused }

  let name: String
  let kind: Kind
  let firstSector: UInt32
  /// Bytes; as declared, not as found.
  let size: Int
  fileprivate let left: UInt32
  fileprivate let right: UInt32
  fileprivate let child: UInt32

  static let byteCount = 128

  fileprivate init(_ view: ByteView, hasLongSizes: Bool) {
    // The length counts a closing zero, which some programs leave out: the zero decides.
    let unitCount = min(Int(view.uint16(at: 64)), 64) / 2
    let units = (0..<unitCount).map { view.uint16(at: 2 * $0) }
    name = String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
    kind =
      switch view.uint8(at: 66) {
      case 1: .storage
      case 2: .stream
      case 5: .root
      default: .unused
      }
    left = view.uint32(at: 68)
    right = view.uint32(at: 72)
    child = view.uint32(at: 76)
    firstSector = view.uint32(at: 116)
    let declared = hasLongSizes ? view.uint64(at: 120) : UInt64(view.uint32(at: 120))
    size = Int(clamping: declared)
  }
}

/// The directory of a compound file: a tree of entries, each with two neighbours and a child.
struct Directory {
  private let bytes: [UInt8]
  private let hasLongSizes: Bool

  init(_ bytes: [UInt8], hasLongSizes: Bool) {
    self.bytes = bytes
    self.hasLongSizes = hasLongSizes
  }

  /// The first entry, which describes the file itself and its mini stream.
  var root: DirectoryEntry? { entry(0) }

  /// A stream of the root storage, by its name in any case. Streams of inner storages (an
  /// embedded workbook has one of the same name) do not count.
  func stream(named name: String) -> DirectoryEntry? {
    let wanted = name.lowercased()
    func matches(_ index: Int) -> DirectoryEntry? {
      guard let found = entry(index), found.kind == .stream, found.name.lowercased() == wanted
      else { return nil }
      return found
    }
    if let root {
      var seen: Set<Int> = []
      for index in siblings(from: root.child, seen: &seen) {
        if let found = matches(index) { return found }
      }
    }
    // The links are damaged, or lead elsewhere. What no inner storage claims is the root's.
    let claimed = innerEntries()
    for index in 0..<count where !claimed.contains(index) {
      if let found = matches(index) { return found }
    }
    return nil
  }

  private var count: Int { bytes.count / DirectoryEntry.byteCount }

  private func entry(_ index: Int) -> DirectoryEntry? {
    guard index >= 0, index < count else { return nil }
    return bytes.withView { view in
      DirectoryEntry(
        view.slice(index * DirectoryEntry.byteCount, count: DirectoryEntry.byteCount),
        hasLongSizes: hasLongSizes)
    }
  }

  /// The entries of one storage, those in `seen` left out: its child and all that can be reached
  /// from there sideways.
  private func siblings(from first: UInt32, seen: inout Set<Int>) -> [Int] {
    var found: [Int] = []
    var pending = [Int(first)]
    while let index = pending.popLast() {
      guard let entry = entry(index), entry.kind != .unused, seen.insert(index).inserted
      else { continue }
      found.append(index)
      pending.append(Int(entry.left))
      pending.append(Int(entry.right))
    }
    return found
  }

  private func innerEntries() -> Set<Int> {
    var claimed: Set<Int> = []
    for index in 0..<count {
      guard let storage = entry(index), storage.kind == .storage else { continue }
      _ = siblings(from: storage.child, seen: &claimed)
    }
    return claimed
  }
}
