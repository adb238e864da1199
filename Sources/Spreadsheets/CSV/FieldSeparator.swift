/// What stands between the fields of a text.
enum FieldSeparator: UInt8, CaseIterable {
  // In the order in which they are preferred: a comma may also be a decimal sign, a semicolon
  // part of a text.
  case tab = 0x09
  case semicolon = 0x3B
  case comma = 0x2C

  /// Records that must agree.
  private static let recordsLooked = 10

  /// Tells the separator by the first records of a text: each must have the same number of
  /// fields, and two at least. Blank lines do not count. A single record is enough only for the
  /// separators that prose does not use.
  ///
  /// - Parameters:
  ///   - head: the beginning of the text.
  ///   - isWhole: whether it is all of it; else its last record may be cut.
  /// - Returns: nil when the records agree on none.
  static func agreed(in head: [UInt8], isWhole: Bool) -> FieldSeparator? {
    allCases.first { separator in
      var widths: [Int] = []
      var parser = FieldParser(separator: separator)
      var fields = 0
      var isBlank = true
      parser.parse(head) { event in
        switch event {
        case .byte(let byte): if byte > 0x20 { isBlank = false }
        case .endOfField: fields += 1
        case .endOfRecord:
          if fields > 1 || !isBlank { widths.append(fields) }
          fields = 0
          isBlank = true
        }
        return widths.count < recordsLooked
      }
      // A record that ends inside quotes is told when the rows are read.
      if isWhole, !parser.isInQuotes, widths.count < recordsLooked, fields > 0 || !isBlank {
        widths.append(fields + 1)
      }
      guard let width = widths.first, width > 1, widths.allSatisfy({ $0 == width }) else {
        return false
      }
      return widths.count > 1 || separator != .comma
    }
  }

  /// Excel's own hint in the first line, `sep=;`, and how many bytes it takes with its line end.
  static func declared(in head: [UInt8]) -> (separator: FieldSeparator, length: Int)? {
    guard head.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8), head.count > 4,
      let separator = FieldSeparator(rawValue: head[4])
    else { return nil }
    let rest = head[5...]
    if rest.starts(with: [0x0D, 0x0A]) { return (separator, 7) }
    return rest.first == 0x0A || rest.first == 0x0D ? (separator, 6) : nil
  }
}
