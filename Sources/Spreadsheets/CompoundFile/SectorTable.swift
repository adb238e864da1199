/// Which sector follows which: the allocation table of the file, or that of its mini stream.
/// [MS-CFB] 2.3, 2.4
struct SectorTable {
  /// Sectors that lie one after the other.
  struct Run: Equatable {
    let first: Int
    var count: Int
  }

  private let next: [UInt32]
  /// How many sectors there are; a chain ends at any number that names none.
  private let sectorCount: Int

  init(next: [UInt32], sectorCount: Int) {
    self.next = next
    self.sectorCount = sectorCount
  }

  /// The sectors of a chain, in their order, up to `limit` of them.
  ///
  /// A chain that names a sector beyond the file ends before it: the file was cut, or the number
  /// is rubbish, and whether enough is left is for the reader of the stream to say.
  /// - Throws: `.damaged(.structure)` when the chain comes back to itself.
  func chain(
    from first: UInt32, limit: Int = .max, part: String
  ) throws(SpreadsheetError) -> [Run] {
    var runs: [Run] = []
    var sector = Int(first)
    var length = 0
    var isTaken = [Bool](repeating: false, count: sectorCount)
    while sector < sectorCount, length < limit {
      guard !isTaken[sector] else { throw .damaged(.structure, part: part) }
      isTaken[sector] = true
      length += 1
      if let last = runs.last, last.first + last.count == sector {
        runs[runs.count - 1].count += 1
      } else {
        runs.append(Run(first: sector, count: 1))
      }
      sector = sector < next.count ? Int(next[sector]) : Int(SectorNumber.free)
    }
    return runs
  }
}
