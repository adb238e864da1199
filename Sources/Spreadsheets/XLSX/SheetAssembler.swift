/// What the cells of a sheet refer to.
struct CellContext {
  let dateSystem: DateSystem
  /// The kind of number each cell format shows.
  let kinds: [Cell.Kind]
  let sharedTexts: TextArena
  let sharedSlices: [TextSlice]
}

/// Makes rows of the rows, cells and values that some parser meets in a worksheet.
///
/// It knows nothing of XML: whoever walks over the sheet calls it. All bytes it is given are valid
/// UTF-8. [ECMA-376] 18.3.1.4 c, 18.3.1.73 row.
struct SheetAssembler {
  /// [ECMA-376] 18.18.11 ST_CellType.
  private enum CellType {
    case number, sharedText, formulaText, inlineText, boolean, error, date

    init(_ name: UnsafeBufferPointer<UInt8>) {
      if name.equals("s") {
        self = .sharedText
      } else if name.equals("str") {
        self = .formulaText
      } else if name.equals("inlineStr") {
        self = .inlineText
      } else if name.equals("b") {
        self = .boolean
      } else if name.equals("e") {
        self = .error
      } else if name.equals("d") {
        self = .date
      } else {
        self = .number
      }
    }
  }

  private let context: CellContext
  private let part: String
  private let body: (Row) -> Flow
  private var builder: RowBuilder
  private var nextRow = 0
  private var nextColumn = 0
  private var column = 0
  private var type = CellType.number
  private var style = 0
  private var value: TextPieces

  /// - Parameters:
  ///   - part: the name that errors carry.
  ///   - fileSize: that of the whole file.
  ///   - body: receives the rows.
  init(
    context: CellContext, limits: Limits, part: String, fileSize: Int,
    body: @escaping (Row) -> Flow
  ) {
    self.context = context
    self.part = part
    self.body = body
    builder = RowBuilder(
      sharedTexts: context.sharedTexts, limits: limits, part: part, fileSize: fileSize)
    value = TextPieces(limits: limits, part: part)
  }

  /// - Parameter number: the row as the sheet counts it, from 1; without it, or when it is no
  ///   number, the row follows the one before.
  mutating func beginRow(number: UnsafeBufferPointer<UInt8>?) throws(SpreadsheetError) {
    let row = number.flatMap { Int(digits: $0) } ?? 0
    try begin(row: row > 0 ? row - 1 : nextRow)
    nextColumn = 0
  }

  private mutating func begin(row: Int) throws(SpreadsheetError) {
    try builder.begin(row: row)
    nextRow = row + 1
  }

  /// - Parameters:
  ///   - reference: `B12`; without it the cell follows the one before.
  ///   - type: as [ECMA-376] 18.18.11 names it; a number without it.
  ///   - style: the number of a cell format.
  /// - Returns: `.stop` when a row was handed over and no more are wanted.
  mutating func beginCell(
    reference: UnsafeBufferPointer<UInt8>?, type: UnsafeBufferPointer<UInt8>?,
    style: UnsafeBufferPointer<UInt8>?
  ) throws(SpreadsheetError) -> Flow {
    let place = reference.map { CellPlace($0) }
    var flow = Flow.proceed
    if let row = place?.row, row != builder.index {
      // The reference of a cell outweighs the row it stands in: other readers agree.
      flow = endRow()
      try begin(row: row)
    }
    column = place?.column ?? nextColumn
    try builder.check(column: column)
    nextColumn = column + 1
    self.type = type.map { CellType($0) } ?? .number
    self.style = style.flatMap { Int(digits: $0) } ?? -1
    value.removeAll()
    return flow
  }

  /// The value proper begins (`<v>`): of two the last counts.
  mutating func beginValue() { value.removeAll() }

  /// A text in the cell itself begins (`<is>`).
  mutating func beginInlineText() {
    type = .inlineText
    value.removeAll()
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    try value.append(piece)
  }

  /// A run of text ends (`<t>`, `<v>`).
  mutating func endRun() throws(SpreadsheetError) {
    try value.endRun(isText: type == .inlineText || type == .formulaText)
  }

  mutating func endCell() throws(SpreadsheetError) {
    // An empty value is no value, and for all but texts white space is empty.
    let isText = type == .inlineText || type == .formulaText
    guard value.bytes.withUnsafeBufferPointer({ !(isText ? $0 : $0.trimmed).isEmpty }) else {
      return
    }
    switch type {
    case .sharedText: try appendSharedText()
    case .inlineText, .formulaText: try appendText()
    case .error: try builder.append(.error(builder.rowTexts.append(value.bytes), column: column))
    case .boolean: try appendBoolean()
    case .date: try appendDate()
    case .number: try appendNumber()
    }
  }

  /// Hands the row over.
  mutating func endRow() -> Flow { builder.deliver(to: body) }

  private mutating func appendText() throws(SpreadsheetError) {
    try builder.append(.text(builder.rowTexts.append(value.bytes), column: column))
  }

  private mutating func appendSharedText() throws(SpreadsheetError) {
    let slices = context.sharedSlices
    // A text that is not there must not look like an empty cell.
    guard let index = value.bytes.withUnsafeBufferPointer({ Int(digits: $0.trimmed) }),
      index < slices.count
    else {
      let cell = CellReference(row: builder.index, column: column)
      throw .damaged(.sharedText(cell: cell), part: part)
    }
    if slices[index].count > 0 { try builder.append(.text(slices[index], column: column)) }
  }

  private mutating func appendBoolean() throws(SpreadsheetError) {
    let boolean: Bool? = value.bytes.withUnsafeBufferPointer {
      let text = $0.trimmed
      if text.equals("1") || text.equals("true") { return true }
      return text.equals("0") || text.equals("false") ? false : nil
    }
    guard let boolean else { return try appendText() }
    try builder.append(.boolean(boolean, column: column))
  }

  private mutating func appendDate() throws(SpreadsheetError) {
    let serial = value.bytes.withUnsafeBufferPointer {
      ISODate.serial($0.trimmed, system: context.dateSystem)
    }
    guard let serial else { return try appendNumber() }
    try builder.append(.number(serial, kind: .date, column: column))
  }

  private mutating func appendNumber() throws(SpreadsheetError) {
    guard let number = value.bytes.withUnsafeBufferPointer({ CellNumber.parse($0.trimmed) })
    else { return try appendText() }
    try builder.append(.number(number, kind: kind(of: number), column: column))
  }

  /// A serial that no date has stays a number, as Excel shows it.
  private func kind(of number: Double) -> Cell.Kind {
    guard style >= 0, style < context.kinds.count, context.kinds[style] != .number,
      SerialDate(serial: number, system: context.dateSystem) != nil
    else { return .number }
    return context.kinds[style]
  }
}
