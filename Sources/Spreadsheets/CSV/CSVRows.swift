/// Makes rows of the fields of a text.
///
/// A record with a value behind the last column has been split where it should not, so that the
/// values before may be wrong, too: nothing is read from there on.
struct CSVRows {
  private let limits: Limits
  /// How many columns there are.
  private let width: Int
  private let body: (Row) -> Flow
  private var builder: RowBuilder
  private var row = 0
  private var column = 0
  private var start = 0
  private(set) var flow = Flow.proceed
  private(set) var failure: SpreadsheetError?
  private(set) var sawZero = false
  /// The fields of a record that has a value behind the last column.
  private(set) var tooManyFields: Int?
  private var isTooWide = false

  /// The cell that is being read.
  private var cell: CellReference { CellReference(row: row, column: column) }

  /// - Parameter width: how many columns there are; nil when that is not known.
  init(limits: Limits, fileSize: Int, width: Int?, body: @escaping (Row) -> Flow) {
    self.limits = limits
    self.width = width ?? .max
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
        return fail(.beyond(.textLength(limits.textLength), part: "", cell: cell))
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
      guard endField(), isInColumns() else { return false }
      if row < limits.rows { flow = builder.deliver(to: body) }
      row += 1
      column = 0
      start = 0
      return begin() && flow == .proceed
    }
  }

  /// The last record may lack its line end.
  mutating func finish() {
    if endField(), isInColumns(), row < limits.rows { flow = builder.deliver(to: body) }
  }

  private mutating func endField() -> Bool {
    let slice = builder.rowTexts.slice(from: start)
    guard slice.count > 0 else { return true }
    start += slice.count
    if column >= width, !builder.rowTexts.bytes[slice.offset...].allSatisfy({ $0 <= 0x20 }) {
      isTooWide = true
    }
    do throws(SpreadsheetError) {
      guard row < limits.rows else { throw .beyond(.rows(limits.rows), part: "") }
      try builder.check(column: column)
      if slice.count > limits.textLength {
        try limits.checkText(builder.rowTexts.bytes[slice.offset...], part: "", cell: cell)
      }
      try builder.append(.text(slice, column: column))
      return true
    } catch {
      return fail(error)
    }
  }

  /// To be called at the end of a record.
  private mutating func isInColumns() -> Bool {
    if isTooWide { tooManyFields = column + 1 }
    return !isTooWide
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
