/// The first records of a text under one separator, and whether they agree on it.
/// Docs/formatos.md, "Texto separado"
struct FirstRecords {
  /// Records that are looked at. Blank lines are none.
  private static let mostRecords = 10

  private struct Record {
    let line: Int
    let fields: Int
    /// Fields that are a number or a date, which those of a header are not.
    let numbers: Int
    /// Whether it may be the header: most of what it says is no number.
    var isMostlyText: Bool { 2 * numbers < fields }
  }

  let separator: FieldSeparator
  private var records: [Record] = []
  /// Whether the text has no other records.
  private var isAll = false
  /// Whether a separator stands right before something, not before a space or a line end.
  private var isTight = false
  /// The line of a quote that opens and does not close in the head.
  private(set) var openQuote: Int?
  /// The line of the first zero.
  private(set) var zero: Int?

  /// - Parameters:
  ///   - head: the beginning of the text.
  ///   - isWhole: whether it is all of it; else its last record may be cut.
  init(of head: [UInt8], isWhole: Bool, separator: FieldSeparator) {
    self.separator = separator
    var parser = FieldParser(separator: separator)
    var scan = Scan()
    // Line by line, so that each record knows where it begins.
    var start = 0
    while start < head.count, records.count < Self.mostRecords {
      let end = head[start...].firstIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? head.count
      let line = parser.line
      head[start..<end].withUnsafeBufferPointer { parser.parse($0) { scan.take($0) } }
      if scan.sawZero, zero == nil { zero = line }
      if let ended = scan.ended { append(ended, line: scan.line ?? line) }
      scan.goOn(from: line)
      start = end
    }
    isTight = scan.isTight
    if parser.isInQuotes {
      openQuote = parser.quoteLine
    } else if isWhole, start >= head.count, records.count < Self.mostRecords, scan.hasBegun {
      scan.endField()
      append((scan.fields, scan.numbers), line: scan.line ?? parser.line)
      isAll = true
    } else {
      isAll = isWhole && start >= head.count
    }
  }

  private mutating func append(_ record: (fields: Int, numbers: Int), line: Int) {
    records.append(Record(line: line, fields: record.fields, numbers: record.numbers))
  }

  /// From the first record with more than one field on; what stands before are titles.
  private var body: ArraySlice<Record> { records.drop { $0.fields < 2 } }

  /// The number of fields that most of the body have, the first of several.
  private var usual: Int {
    var best = (fields: 0, count: 0)
    for record in body where record.fields > 1 && record.fields != best.fields {
      let count = body.count { $0.fields == record.fields }
      if count > best.count { best = (record.fields, count) }
    }
    return best.fields
  }

  /// How many records have the usual number of fields.
  var agreeing: Int {
    let usual = usual
    return body.count { $0.fields == usual }
  }

  /// How many columns the table has; nil when nothing tells. What stands behind them in a record
  /// belongs to none: the decimal comma of a value is mostly why.
  ///
  /// As many as the first of the usual records has fields, which is the header. Where it holds
  /// numbers the header stands before it, with fewer fields: all the values have been split. What
  /// is as much numbers as text is no header: a sum, a title with a date.
  var width: Int? {
    let usual = usual
    guard let first = body.firstIndex(where: { $0.fields == usual }) else { return nil }
    let before = body[..<first].filter(\.isMostlyText).map(\.fields).max() ?? 0
    return before > 1 && records[first].numbers > 0 ? before : max(before, usual)
  }

  /// Whether the commas are those of sentences.
  private var isProse: Bool { separator == .comma && !isTight }

  /// Why they do not agree; nil when they do, and when not even two of them could.
  var trouble: TextTrouble? {
    if isProse { return agreeing > 1 ? .prose : nil }
    let usual = usual
    let odd = body.first { $0.fields > usual } ?? body.first { $0.fields != usual }
    guard let odd, odd.fields > usual || 2 * agreeing <= body.count else { return nil }
    return .columns(
      line: odd.line, fields: odd.fields, usual: usual, separator: separator.byte)
  }

  /// Whether they make a table: more than half of them have the same number of fields, and none
  /// has more; shorter ones are sums and the like. A single one is enough when the text is no
  /// more.
  var agree: Bool {
    guard !isProse, trouble == nil else { return false }
    return agreeing > 1 || agreeing == 1 && records.count == 1 && isAll
  }

  /// Counts the fields of a record.
  private struct Scan {
    var fields = 1
    var isTight = false
    var sawZero = false
    /// How many of the fields are a number or a date.
    private(set) var numbers = 0
    /// A record that has ended and was not blank.
    var ended: (fields: Int, numbers: Int)?
    /// The line in which the record began.
    var line: Int?
    private var isBlank = true
    private var hasDigit = false
    private var hasLetter = false
    private var followsSeparator = false

    /// Whether a record is not blank and has not ended.
    var hasBegun: Bool { fields > 1 || !isBlank }

    mutating func take(_ event: FieldParser.Event) -> Bool {
      switch event {
      case .text(let piece):
        if followsSeparator, piece.first != 0x20 { isTight = true }
        followsSeparator = false
        if isBlank { isBlank = piece.allSatisfy { $0 <= 0x20 } }
        for byte in piece {
          if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { hasDigit = true }
          // Signs of numbers, dates and times stand before it.
          if byte > UInt8(ascii: ":") { hasLetter = true }
        }
      case .zero: sawZero = true
      case .endOfField:
        if followsSeparator { isTight = true }
        followsSeparator = true
        endField()
        fields += 1
      case .endOfRecord:
        endField()
        if hasBegun { ended = (fields, numbers) }
        fields = 1
        numbers = 0
        isBlank = true
        followsSeparator = false
      }
      return true
    }

    mutating func endField() {
      if hasDigit, !hasLetter { numbers += 1 }
      hasDigit = false
      hasLetter = false
    }

    /// To be called behind each line.
    mutating func goOn(from line: Int) {
      self.line = hasBegun ? self.line ?? line : nil
      ended = nil
      sawZero = false
    }
  }
}
