/// A text of records and fields as a workbook of one sheet. All values are texts, and a field
/// without a character is no cell.
final class CSVWorkbook: Workbook {
  let format = WorkbookFormat.csv
  let dateSystem = DateSystem.from1900
  let sheets = [Sheet(name: "CSV", visibility: .visible, index: 0)]

  /// Bytes looked at for the separator.
  private static let headSize = 1 << 20

  private let text: TextStream
  private let limits: Limits
  private let fileSize: Int
  private let separator: FieldSeparator
  /// How many columns there are, as far as the first lines tell.
  private let width: Int?
  /// Bytes of the line that only names the separator.
  private let skipped: Int

  /// - Throws: `.unsupported(.text)` or `.text` for a text whose first lines agree on no separator.
  init(source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    text = try TextStream(source: source)
    self.limits = limits
    fileSize = source.count
    var head: [UInt8] = []
    var isWhole = true
    try text.read { piece in
      head.append(contentsOf: piece)
      isWhole = head.count < Self.headSize
      return isWhole ? .proceed : .stop
    }
    if let declared = FieldSeparator.declared(in: head) {
      (separator, skipped) = declared
      let records = FirstRecords(
        of: Array(head.dropFirst(skipped)), isWhole: isWhole, separator: separator)
      width = records.width
    } else {
      let records = try Self.agreed(in: head, isWhole: isWhole)
      (separator, skipped, width) = (records.separator, 0, records.width)
    }
    try text.checkEnd()
    if let line = try text.lineOfForeignByte() { throw .text(.encoding(line: line)) }
  }

  /// The first records under the separator on which most of them agree.
  private static func agreed(
    in head: [UInt8], isWhole: Bool
  ) throws(SpreadsheetError) -> FirstRecords {
    let candidates = FieldSeparator.usual.map {
      FirstRecords(of: head, isWhole: isWhole, separator: $0)
    }
    let best = candidates.filter(\.agree).strictlyFirstMax(by: \.agreeing)
    if let best {
      if let line = best.zero { throw .text(.zero(line: line)) }
      return best
    }
    // A file with zeros in it and without columns is no text at all.
    if candidates.contains(where: { $0.zero != nil }) { throw .unsupported(.unknown) }
    if let line = candidates.compactMap(\.openQuote).first {
      throw .text(.openQuote(line: line, limit: nil))
    }
    let nearest = candidates.filter { $0.trouble != nil }.strictlyFirstMax(by: \.agreeing)
    if let trouble = nearest?.trouble { throw .text(trouble) }
    throw .unsupported(.text)
  }

  func readRows(of sheet: Sheet, _ body: (Row) -> Flow) throws(SpreadsheetError) {
    var parser = FieldParser(separator: separator, line: skipped > 0 ? 2 : 1)
    try withoutActuallyEscaping(body) { (body) throws(SpreadsheetError) in
      var rows = CSVRows(limits: limits, fileSize: fileSize, width: width, body: body)
      var skip = skipped
      try text.read { (piece) throws(SpreadsheetError) in
        let rest = UnsafeBufferPointer(rebasing: piece.dropFirst(skip))
        skip -= piece.count - rest.count
        parser.parse(rest) { rows.take($0) }
        try check(rows, parser)
        return rows.flow
      }
      guard rows.flow == .proceed else { return }
      // A quote without its partner has swallowed every row behind it.
      if parser.isInQuotes { throw .text(.openQuote(line: parser.quoteLine, limit: nil)) }
      rows.finish()
      try check(rows, parser)
    }
  }

  private func check(_ rows: CSVRows, _ parser: FieldParser) throws(SpreadsheetError) {
    if rows.sawZero { throw .text(.zero(line: parser.line)) }
    if let fields = rows.tooManyFields, let width {
      throw .text(
        .wide(
          line: parser.recordLine, fields: fields, columns: width, separator: separator.byte))
    }
    guard let failure = rows.failure else { return }
    if parser.isInQuotes, case .beyond(.textLength(let limit), _, _) = failure {
      throw .text(.openQuote(line: parser.quoteLine, limit: limit))
    }
    throw failure
  }
}

extension Array {
  /// The first of those for which a number is highest.
  fileprivate func strictlyFirstMax(by number: (Element) -> Int) -> Element? {
    var best: (element: Element, number: Int)?
    for element in self {
      let number = number(element)
      if number > best?.number ?? .min { best = (element, number) }
    }
    return best?.element
  }
}
