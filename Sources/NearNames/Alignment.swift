/// The words of two names laid side by side, in their order, so that as much as can be agrees.
struct Alignment {
  /// What one place costs, in points of a hundred.
  private enum Cost {
    static let initial = 9
    static let missing = 12
    static let missingEnd = 20
    /// A father and his son, more likely than not.
    static let generation = 30
    static let otherWord = 24
    /// On top of that: no more than two missing words, so that the two are told as one.
    static let otherWordAtAll = 12
    static let gender = 24
    static let sameSound = 5
    /// A letter of a word of four or fewer makes another name of it more often than not.
    static let shortLetter = 24
    static let letters = [0, 7, 16]
  }

  private enum Pair {
    case same
    case letters(Int, cost: Int)
    case gender
    case initial
    case other
  }

  private let leftName: FoldedName
  private let rightName: FoldedName
  private let left: [Word]
  private let right: [Word]
  /// Words at the start that agree to the letter, and at the end: they need no laying out.
  private let leading: Int
  private let trailing: Int

  init(_ leftName: FoldedName, _ rightName: FoldedName) {
    let (left, right) = (leftName.words, rightName.words)
    let shorter = min(left.count, right.count)
    var (leading, trailing) = (0, 0)
    while leading < shorter, left[leading].hash == right[leading].hash { leading += 1 }
    while leading + trailing < shorter,
      left[left.count - 1 - trailing].hash == right[right.count - 1 - trailing].hash
    { trailing += 1 }
    self.leftName = leftName
    self.rightName = rightName
    self.left = left
    self.right = right
    self.leading = leading
    self.trailing = trailing
  }

  /// Nil when too few words agree.
  var comparison: Comparison? {
    let (rows, columns) = (left.count - leading - trailing, right.count - leading - trailing)
    let pairs = (0..<rows * columns).map {
      pair(leading + $0 / columns, leading + $0 % columns)
    }
    let costs = costs(pairs, rows, columns)
    func cost(_ row: Int, _ column: Int) -> Int { costs[row * (columns + 1) + column] }
    var likenesses: [Likeness] = []
    var letters = 0
    var missingMiddle = 0
    var agreeing = leading + trailing
    var (row, column) = (0, 0)
    while row < rows || column < columns {
      if row < rows, column < columns,
        cost(row, column) == cost(row + 1, column + 1) + price(of: pairs[row * columns + column])
      {
        switch pairs[row * columns + column] {
        case .same: agreeing += 1
        case .letters(let count, _):
          letters += count
          agreeing += 1
        case .gender:
          likenesses.append(.gender)
          agreeing += 1
        case .initial: likenesses.append(.initial)
        case .other: likenesses.append(.otherWord)
        }
        (row, column) = (row + 1, column + 1)
        continue
      }
      let isLeft =
        row < rows && cost(row, column) == cost(row + 1, column) + price(ofMissing: row, in: left)
      switch end(isLeft ? row : column, in: isLeft ? left : right) {
      case .first: likenesses.append(.missingFirst)
      case .last: likenesses.append(.missingLast)
      case .generation: likenesses.append(.generation)
      case nil: missingMiddle += 1
      }
      (row, column) = isLeft ? (row + 1, column) : (row, column + 1)
    }
    if missingMiddle > 0 { likenesses.insert(.missingMiddle(missingMiddle), at: 0) }
    if letters > 0 { likenesses.insert(.letters(letters), at: 0) }
    guard isEnough(agreeing, likenesses) else { return nil }
    let others = likenesses.count { $0 == .otherWord }
    return Comparison(
      score: max(0, 100 - cost(0, 0) - Cost.otherWordAtAll * others), likenesses: likenesses)
  }

  /// `SILVA` alone says nothing, nor does `J SILVA`; `J P SILVA` does.
  private func isEnough(_ agreeing: Int, _ likenesses: [Likeness]) -> Bool {
    switch agreeing {
    case 0: false
    case 1:
      max(left.count, right.count) == 1 || likenesses.count { $0 == .initial } > 1
    default: true
    }
  }

  private func pair(_ row: Int, _ column: Int) -> Pair {
    let (one, other) = (left[row], right[column])
    if one.hash == other.hash { return .same }
    if one.isInitial || other.isInitial {
      return one.first == other.first ? .initial : .other
    }
    if one.sound == other.sound {
      return .letters(distance(one, other, limit: 2) ?? 2, cost: Cost.sameSound)
    }
    let length = min(one.count, other.count)
    guard let distance = distance(one, other, limit: length < 7 ? 1 : 2) else { return .other }
    if row == 0, column == 0, distance == 1, differInGender(one, other) { return .gender }
    return .letters(
      distance, cost: length <= 4 ? Cost.shortLetter : Cost.letters[min(distance, 2)])
  }

  private func differInGender(_ one: Word, _ other: Word) -> Bool {
    let ends = (min(one.last, other.last), max(one.last, other.last))
    return ends == (UInt8(ascii: "A"), UInt8(ascii: "O"))
      && leftName.letters(of: one).dropLast() == rightName.letters(of: other).dropLast()
  }

  /// How many letters a word on the left differs by from one on the right; nil beyond the limit.
  private func distance(_ one: Word, _ other: Word, limit: Int) -> Int? {
    // Most pairs are ruled out by their lengths and by which letters they have.
    guard abs(one.count - other.count) <= limit,
      (one.mask ^ other.mask).nonzeroBitCount <= 2 * limit
    else { return nil }
    return editDistance(leftName.letters(of: one), rightName.letters(of: other), limit: limit)
  }

  private func price(of pair: Pair) -> Int {
    switch pair {
    case .same: 0
    case .letters(_, let cost): cost
    case .gender: Cost.gender
    case .initial: Cost.initial
    case .other: Cost.otherWord
    }
  }

  private enum End { case first, last, generation }

  /// - Parameter place: counted from the first word that does not agree.
  private func end(_ place: Int, in words: [Word]) -> End? {
    if leading + place == 0 { return .first }
    guard leading + place == words.count - 1 else { return nil }
    return words[leading + place].isGeneration ? .generation : .last
  }

  private func price(ofMissing place: Int, in words: [Word]) -> Int {
    switch end(place, in: words) {
    case nil: Cost.missing
    case .first, .last: Cost.missingEnd
    case .generation: Cost.generation
    }
  }

  /// The least cost of what stands from each pair of places on, row by row.
  private func costs(_ pairs: [Pair], _ rows: Int, _ columns: Int) -> [Int] {
    let width = columns + 1
    var costs = [Int](repeating: 0, count: (rows + 1) * width)
    for row in (0...rows).reversed() {
      for column in (0...columns).reversed() where row < rows || column < columns {
        let place = row * width + column
        var least = Int.max
        if row < rows { least = costs[place + width] + price(ofMissing: row, in: left) }
        if column < columns {
          least = min(least, costs[place + 1] + price(ofMissing: column, in: right))
        }
        if row < rows, column < columns {
          least = min(
            least, costs[place + width + 1] + price(of: pairs[row * columns + column]))
        }
        costs[place] = least
      }
    }
    return costs
  }
}
