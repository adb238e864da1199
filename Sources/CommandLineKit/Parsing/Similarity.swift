/// The candidate that a mistyped word most likely stands for, if one is near enough.
///
/// Near is an edit distance of at most a third of the longer word, and at least one; leading dashes and letter
/// case do not count. A fixed limit would take `--epr` for `--mes`.
package func mostSimilar(to word: String, among candidates: [String]) -> String? {
  let typed = letters(word)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let known = letters(candidate)
    let limit = max(1, max(typed.count, known.count) / 3)
    guard abs(known.count - typed.count) <= limit else { continue }
    let distance = editDistance(typed, known)
    // A single letter that is another letter has nothing in common with it.
    guard distance <= limit, distance < typed.count else { continue }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

private func letters(_ word: String) -> [Character] {
  Array(word.drop { $0 == "-" }.lowercased())
}

/// Insertions, deletions, substitutions and swaps of neighbours that lead from one word to the other
/// (optimal string alignment: no letter is edited twice).
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var distance = min(
        last[column + 1] + 1,
        current[column] + 1,
        last[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
