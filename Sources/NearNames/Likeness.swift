/// In what two names differ that may be one.
package enum Likeness: Hashable, Sendable {
  /// The same to the letter.
  case same
  /// Only accents, or signs such as hyphens.
  case accents
  /// The same letters with spaces elsewhere.
  case spaces
  /// `DA`, `DE`, `DOS`…
  case particles
  /// The same words in another order.
  case order
  /// So many letters, within words.
  case letters(Int)
  /// A first name that ends in O here and in A there: more likely two people.
  case gender
  /// A word of which one has only the initial.
  case initial
  /// So many words that one has between the first and the last, and the other has not.
  case missingMiddle(Int)
  case missingFirst
  case missingLast
  /// One ends in `FILHO`, `JÚNIOR` or the like and the other does not: more likely two people.
  case generation
  /// Another word in the place of one, not the first.
  case otherWord
}

/// How alike two names are.
package struct Comparison: Sendable, Equatable {
  /// In per cent.
  package let score: Int
  /// In the order of words.
  package let likenesses: [Likeness]
}

/// Compares two names; nil when they have too little in common to be called alike.
package func compare(_ left: String, _ right: String) -> Comparison? {
  compare(FoldedName(left), FoldedName(right), areSame: left == right)
}

func compare(_ left: FoldedName, _ right: FoldedName, areSame: Bool) -> Comparison? {
  if areSame { return Comparison(score: 100, likenesses: [.same]) }
  guard !left.words.isEmpty, !right.words.isEmpty else { return nil }
  if left.text == right.text { return Comparison(score: 97, likenesses: [.accents]) }
  if left.hasLetters(of: right) { return Comparison(score: 95, likenesses: [.spaces]) }
  if left.bag == right.bag, left.words.count == right.words.count {
    let isOrdered = left.words.elementsEqual(right.words) { $0.hash == $1.hash }
    return isOrdered
      ? Comparison(score: 95, likenesses: [.particles])
      : Comparison(score: 88, likenesses: [.order])
  }
  return Alignment(left, right).comparison
}
