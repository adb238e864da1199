/// How many letters two words differ by: insertions, deletions, substitutions, and swaps of
/// neighbours (Damerau).
///
/// - Returns: nil beyond the limit, which is small: the work grows with its power, not with the
///   length of the words.
func editDistance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, limit: Int) -> Int? {
  (0...limit).first { within(left, right, $0) }
}

private func within(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, _ budget: Int) -> Bool {
  var (left, right) = (left, right)
  while let one = left.first, one == right.first {
    left = left.dropFirst()
    right = right.dropFirst()
  }
  guard let one = left.first, let other = right.first else {
    return left.count + right.count <= budget
  }
  guard budget > 0, abs(left.count - right.count) <= budget else { return false }
  let (afterOne, afterOther) = (left.dropFirst(), right.dropFirst())
  if within(afterOne, afterOther, budget - 1) { return true }
  if within(left, afterOther, budget - 1) || within(afterOne, right, budget - 1) { return true }
  guard afterOne.first == other, afterOther.first == one else { return false }
  return within(afterOne.dropFirst(), afterOther.dropFirst(), budget - 1)
}
