/// Finds the names nearest to a given one among many, without comparing it to all of them.
///
/// Each name stands under a dozen keys (`keys(of:)`); only names that share a key with the given
/// one are compared to it, so that the work grows with the number of names and not with its square.
package struct NameIndex: Sendable {
  package struct Match: Sendable, Equatable {
    /// The place of the name in the list that the index was made of.
    package let place: Int
    /// In per cent.
    package let score: Int
    package let likenesses: [Likeness]
  }

  private let names: [String]
  private let folded: [FoldedName]
  /// Every key of every name, by its topmost bits, and beside it the place of its name. Keys are
  /// mixed so well that there is hardly more than one in a bucket; to put them in order would take
  /// ten times as long.
  private let keys: [UInt64]
  private let places: [Int32]
  /// Where in `keys` the bucket of each value of the topmost bits begins; and where the last ends.
  private let buckets: [Int32]

  package init(_ names: [String]) {
    self.names = names
    folded = names.map(FoldedName.init)
    let keysOfNames = folded.map(NearNames.keys(of:))
    let count = keysOfNames.reduce(0) { $0 + $1.count }
    var ends = [Int32](repeating: 0, count: (1 << Self.bits(for: count)) + 1)
    let shift = Self.shift(of: ends.count)
    for key in keysOfNames.joined() { ends[Int(key >> shift) + 1] += 1 }
    for bucket in ends.indices.dropFirst() { ends[bucket] += ends[bucket - 1] }
    buckets = ends
    var keys = [UInt64](repeating: 0, count: count)
    var places = [Int32](repeating: 0, count: count)
    for (place, keysOfName) in keysOfNames.enumerated() {
      for key in keysOfName {
        let bucket = Int(key >> shift)
        let free = Int(ends[bucket])
        keys[free] = key
        places[free] = Int32(truncatingIfNeeded: place)
        ends[bucket] += 1
      }
    }
    self.keys = keys
    self.places = places
  }

  /// As many bits as give each key about one bucket.
  private static func bits(for keys: Int) -> Int {
    Int.bitWidth - max(1, keys).leadingZeroBitCount
  }

  /// By how much a key is shifted to leave the number of its bucket.
  private static func shift(of buckets: Int) -> UInt64 {
    UInt64(UInt64.bitWidth - (buckets - 1).trailingZeroBitCount)
  }

  /// Every name that is near enough, nearest first; of two alike, the one that stood first.
  ///
  /// - Parameter least: the least score in per cent.
  package func matches(for name: String, least: Int) -> [Match] {
    let asked = FoldedName(name)
    return candidates(for: asked).compactMap { place -> Match? in
      guard
        let comparison = compare(asked, folded[place], areSame: names[place] == name),
        comparison.score >= least
      else { return nil }
      return Match(place: place, score: comparison.score, likenesses: comparison.likenesses)
    }.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
  }

  /// The places of the names that a given one is compared to, ascending.
  package func candidates(for name: String) -> [Int] { candidates(for: FoldedName(name)) }

  private func candidates(for name: FoldedName) -> [Int] {
    var found: [Int32] = []
    let shift = Self.shift(of: buckets.count)
    for key in NearNames.keys(of: name) {
      let bucket = Int(key >> shift)
      for place in Int(buckets[bucket])..<Int(buckets[bucket + 1]) where keys[place] == key {
        found.append(places[place])
      }
    }
    found.sort()
    var distinct: [Int] = []
    for place in found where distinct.last != Int(place) { distinct.append(Int(place)) }
    return distinct
  }
}
