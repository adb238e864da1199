/// The keys under which an index holds a name. Two names are compared only when they share one.
///
/// - whole, and with any one word left out: one word wrong, too many or missing;
/// - first and last word: any words between them;
/// - all words in any order; the letters without regard to spaces; how all words sound;
/// - the initials before the last word: `J P SILVA`.
func keys(of name: FoldedName) -> [UInt64] {
  let words = name.words
  guard let first = words.first, let last = words.last else { return [] }
  var keys: [UInt64] = []
  keys.reserveCapacity(16)
  keys.append(combine(CollectionOfOne(name.letters), Seed.letters))
  guard words.count > 1 else { return keys }

  keys.append(combine(words.lazy.map { $0.hash }, Seed.words))
  keys.append(combine(words.lazy.map { $0.sound }, Seed.sounds))
  keys.append(combine(CollectionOfOne(name.bag), Seed.anyOrder))
  keys.append(
    combine([hash(words.dropLast().lazy.map { $0.first }), last.hash], Seed.initials))
  if words.count == 2 {
    // One word alone would be shared by hundreds: it takes a letter of the other, too.
    for (word, other) in [(first, last), (last, first)] {
      keys.append(combine([word.hash, 0, UInt64(other.first)], Seed.oneOfTwo))
      keys.append(combine([word.hash, 1, UInt64(other.last)], Seed.oneOfTwo))
    }
    keys.append(combine([first.hash, last.hash], Seed.ends))
    return keys
  }
  for left in words.indices {
    var key = mix(Seed.words)
    for place in words.indices where place != left { key = mix(key ^ words[place].hash) }
    keys.append(key)
  }
  keys.append(combine([first.hash, last.hash], Seed.ends))
  return keys
}

/// What sets apart keys of different kinds.
private enum Seed {
  static let letters: UInt64 = 1
  static let words: UInt64 = 2
  static let sounds: UInt64 = 3
  static let anyOrder: UInt64 = 4
  static let initials: UInt64 = 5
  static let oneOfTwo: UInt64 = 6
  static let ends: UInt64 = 7
}

private func combine(_ hashes: some Sequence<UInt64>, _ seed: UInt64) -> UInt64 {
  hashes.reduce(mix(seed)) { mix($0 ^ $1) }
}
