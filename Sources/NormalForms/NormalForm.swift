private import CICU

/// A way to write the same characters with the same scalars. [UAX15]
package enum NormalForm {
  /// Canonical composition, NFC: `é` is U+00E9.
  case composed
  /// Canonical decomposition, NFD: `é` is `e` and U+0301.
  case decomposed
  /// Compatibility decomposition, NFKD: `ﬁ` is `f` and `i` besides.
  case plainlyDecomposed

  fileprivate var table: OpaquePointer? {
    switch self {
    case .composed: cicu_nfc()
    case .decomposed: cicu_nfd()
    case .plainlyDecomposed: cicu_nfkd()
    }
  }
}

extension String {
  /// The text in a normal form, by the tables of ICU. libxml2 has brought ICU into the program
  /// already; Foundation, which knows them too, would double the time that it takes to start.
  package func normalized(_ form: NormalForm) -> String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    let units = Array(utf16)
    // No composed text is longer in practice, and most decomposed ones fit.
    var room = [UInt16](repeating: 0, count: 2 * units.count)
    var count = form.normalize(units, into: &room)
    if count > room.count {
      room = [UInt16](repeating: 0, count: count)
      count = form.normalize(units, into: &room)
    }
    return String(decoding: room[..<count], as: UTF16.self)
  }
}

extension NormalForm {
  /// - Returns: how many units the normal form has; when they do not fit, more than there is room.
  fileprivate func normalize(_ units: [UInt16], into room: inout [UInt16]) -> Int {
    let table = table
    let count = cicu_normalize(
      table, units, Int32(clamping: units.count), &room, Int32(clamping: room.count))
    // Names that are compared by different rules would be worse than no answer.
    guard table != nil, count >= 0 else { fatalError("ICU has no tables of normal forms.") }
    return Int(count)
  }
}
