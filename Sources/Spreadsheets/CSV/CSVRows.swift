/// Makes rows of the fields of a text.
struct CSVRows {
  private let limits: Limits
  private let body: (Row) -> Flow
  private var builder: RowBuilder
  private var row = 0
  private var column = 0
  private var start = 0
  private(set) var flow = Flow.proceed
  private(set) var failure: SpreadsheetError?
  private(set) var sawZero = false

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
    case .text(let piece):
      guard builder.rowTexts.count - start + piece.count <= limits.mostTextBytes else {
        return fail(.beyond(.textLength(limits.textLength), part: ""))
      }
      builder.rowTexts.appendPiece(piece)
      return true
    case .zero:
      sawZero = true
      return false
    case .endOfField:
      guard endField() else { return false }
      column += 1
      return true
    case .endOfRecord:
      guard endField() else { return false }
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
    guard slice.count > 0 else { return true }
    start += slice.count
    do throws(SpreadsheetError) {
      guard row < limits.rows else { throw .beyond(.rows(limits.rows), part: "") }
      try builder.check(column: column)
      if slice.count > limits.textLength {
        try limits.checkText(builder.rowTexts.bytes[slice.offset...], part: "")
      }
      try builder.append(.text(slice, column: column))
      return true
    } catch {
      return fail(error)
    }
  }

  /// Blank lines behind the last row that a sheet may have are no rows.
  private mutating func begin() -> Bool {
    guard row < limits.rows else {
      if builder.rowTexts.count > 0 { builder.rowTexts.removeAll() }
      return true
    }
    do throws(SpreadsheetError) {
      try builder.begin(row: row)
      return true
    } catch {
      return fail(error)
    }
  }

  private mutating func fail(_ error: SpreadsheetError) -> Bool {
    failure = error
    return false
  }
}
