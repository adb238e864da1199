/// A text of records and fields as a workbook of one sheet. All values are texts, and a field
/// without a character is no cell.
final class CSVWorkbook: Workbook {
  let format = WorkbookFormat.csv
  let dateSystem = DateSystem.from1900
  let sheets = [Sheet(name: "CSV", visibility: .visible, index: 0)]

  /// Bytes looked at for the separator.
  private static let headSize = 64 << 10

  private let text: TextStream
  private let limits: Limits
  private let fileSize: Int
  private let separator: FieldSeparator
  /// Bytes of the line that only names the separator.
  private let skipped: Int

  /// - Throws: `.unsupported(.text)` for a text whose first lines agree on no separator.
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
    } else if let agreed = FieldSeparator.agreed(in: head, isWhole: isWhole) {
      (separator, skipped) = (agreed, 0)
    } else {
      throw .unsupported(.text)
    }
  }

  func readRows(of sheet: Sheet, _ body: (Row) -> Flow) throws(SpreadsheetError) {
    var parser = FieldParser(separator: separator)
    try withoutActuallyEscaping(body) { (body) throws(SpreadsheetError) in
      var rows = CSVRows(limits: limits, fileSize: fileSize, body: body)
      var skip = skipped
      try text.read { (piece) throws(SpreadsheetError) in
        let rest = piece.dropFirst(skip)
        skip -= piece.count - rest.count
        parser.parse(rest) { rows.take($0) }
        if let failure = rows.failure { throw failure }
        return rows.flow
      }
      guard rows.flow == .proceed else { return }
      // A quote without its partner has swallowed every row behind it.
      if parser.isInQuotes { throw .damaged(.truncated, part: "") }
      rows.finish()
      if let failure = rows.failure { throw failure }
    }
  }
}

/// Makes rows of the fields of a text.
private struct CSVRows {
  private let limits: Limits
  private let body: (Row) -> Flow
  private var builder: RowBuilder
  private var row = 0
  private var column = 0
  private var start = 0
  private(set) var flow = Flow.proceed
  private(set) var failure: SpreadsheetError?

  init(limits: Limits, fileSize: Int, body: @escaping (Row) -> Flow) {
    self.limits = limits
    self.body = body
    builder = RowBuilder(
      sharedTexts: TextArena(shared: true), limits: limits, part: "", fileSize: fileSize)
  }

  /// - Returns: false when nothing more is wanted.
  @inline(__always)
  mutating func take(_ event: FieldParser.Event) -> Bool {
    switch event {
    case .byte(let byte):
      guard builder.rowTexts.count - start < min(limits.textLength, TextSlice.longest) else {
        return fail(.textLength(min(limits.textLength, TextSlice.longest)))
      }
      builder.rowTexts.appendPiece(byte: byte)
      return true
    case .endOfField: return endField()
    case .endOfRecord:
      if row < limits.rows { flow = builder.deliver(to: body) }
      row += 1
      column = 0
      start = 0
      return begin() && flow == .proceed
    }
  }

  /// The last record may lack its line end.
  mutating func finish() {
    if endField(), row < limits.rows { flow = builder.deliver(to: body) }
  }

  private mutating func endField() -> Bool {
    let slice = builder.rowTexts.slice(from: start)
    if slice.count > 0 {
      guard row < limits.rows else { return fail(.rows(limits.rows)) }
      do throws(SpreadsheetError) {
        try append(slice)
      } catch {
        failure = error
        return false
      }
    }
    start = builder.rowTexts.count
    column += 1
    return true
  }

  /// Blank lines behind the last row that a sheet may have are no rows.
  private mutating func begin() -> Bool {
    guard row < limits.rows else {
      builder.rowTexts.removeAll()
      return true
    }
    do throws(SpreadsheetError) {
      try builder.begin(row: row)
      return true
    } catch {
      failure = error
      return false
    }
  }

  private mutating func append(_ slice: TextSlice) throws(SpreadsheetError) {
    try builder.check(column: column)
    try builder.append(.text(slice, column: column))
  }

  private mutating func fail(_ limit: Limit) -> Bool {
    failure = .beyond(limit, part: "")
    return false
  }
}
