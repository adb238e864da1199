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
  /// Every key of every name, ascending, and beside it the place of its name.
  private let keys: [UInt64]
  private let places: [Int32]

  package init(_ names: [String]) {
    self.names = names
    folded = names.map(FoldedName.init)
    var entries: [(key: UInt64, place: Int32)] = []
    entries.reserveCapacity(12 * names.count)
    for (place, name) in folded.enumerated() {
      for key in NearNames.keys(of: name) {
        entries.append((key, Int32(truncatingIfNeeded: place)))
      }
    }
    entries.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    keys = entries.map(\.key)
    places = entries.map(\.place)
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
    for key in NearNames.keys(of: name) {
      var place = firstPlace(of: key)
      while place < keys.count, keys[place] == key {
        found.append(places[place])
        place += 1
      }
    }
    found.sort()
    var distinct: [Int] = []
    for place in found where distinct.last != Int(place) { distinct.append(Int(place)) }
    return distinct
  }

  private func firstPlace(of key: UInt64) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = low + (high - low) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
