/// What the cells of a sheet refer to.
struct CellContext {
  let dateSystem: DateSystem
  /// The kind of number each cell format shows.
  let kinds: [Cell.Kind]
  let sharedTexts: TextArena
  let table: TextTable
}

/// Makes rows of the rows, cells and values that some parser meets in a worksheet.
///
/// It knows nothing of XML: whoever walks over the sheet calls it. All bytes it is given are valid
/// UTF-8. [ECMA-376] 18.3.1.4 c, 18.3.1.73 row.
struct SheetAssembler {
  private let context: CellContext
  private let part: String
  private let body: (Row) -> Flow
  private var builder: RowBuilder
  private var order: RowOrder
  private var nextRow = 0
  private var nextColumn = 0
  private var column = 0
  private var type = CellType.number
  private var style = -1
  /// Whether the cell holds its text itself (`<is>`), which then counts before any `<v>`.
  private(set) var hasInlineText = false
  private var value: TextPieces

  /// - Parameters:
  ///   - part: the name that errors carry.
  ///   - fileSize: that of the whole file.
  ///   - first: the first rows, held by an earlier reading and handed over already.
  ///   - body: receives the rows.
  init(
    context: CellContext, limits: Limits, part: String, fileSize: Int,
    after first: HeldRows? = nil, body: @escaping (Row) -> Flow
  ) {
    self.context = context
    self.part = part
    self.body = body
    builder = RowBuilder(
      sharedTexts: context.sharedTexts, limits: limits, part: part, fileSize: fileSize,
      table: context.table)
    order = RowOrder(sharedTexts: context.sharedTexts, part: part, after: first)
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
      flow = try endRow()
      try begin(row: row)
    }
    try begin(column: place?.column)
    self.type = type.map { CellType($0) } ?? .number
    self.style = style.flatMap { Int(digits: $0) } ?? -1
    hasInlineText = false
    value.removeAll()
    return flow
  }

  /// The value proper begins (`<v>`): of two the last counts.
  mutating func beginValue() { value.removeAll() }

  /// A text in the cell itself begins (`<is>`).
  mutating func beginInlineText() {
    type = .inlineText
    hasInlineText = true
    value.removeAll()
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    try value.append(piece)
  }

  /// A run of text ends (`<t>`, `<v>`).
  mutating func endRun() throws(SpreadsheetError) {
    try value.endRun(isText: type.isText)
  }

  mutating func endCell() throws(SpreadsheetError) {
    // Taken for a moment, so that what makes the cell may change the rest.
    let bytes = value.bytes
    try bytes.withUnsafeBufferPointer { (bytes) throws(SpreadsheetError) in
      try makeCell(of: bytes)
    }
  }

  /// The row is complete.
  /// - Returns: `.stop` when rows were handed over and no more are wanted.
  mutating func endRow() throws(SpreadsheetError) -> Flow {
    try builder.lookUpTexts()
    guard let row = builder.finished() else { return .proceed }
    return try order.take(row, body)
  }

  /// Hands over the rows that are left, after the last.
  mutating func endSheet() -> Flow { order.finish(body) }

  /// The first rows, and whether they are all.
  var firstRows: (rows: HeldRows, isWhole: Bool) { (order.held, order.isWhole) }

  private mutating func makeCell(
    of value: UnsafeBufferPointer<UInt8>
  ) throws(SpreadsheetError) {
    // For all but texts white space is nothing, and an empty value is no value.
    let word = value.trimmed
    guard !(type.isText ? value : word).isEmpty else { return }
    switch type {
    case .sharedText: try appendSharedText(word)
    case .inlineText, .formulaText: try appendText(value)
    case .error: try builder.append(.error(builder.rowTexts.append(value), column: column))
    case .boolean:
      if let boolean = Self.boolean(word) {
        try builder.append(.boolean(boolean, column: column))
      } else {
        try appendText(value)
      }
    case .date:
      if let serial = ISODate.serial(word, system: context.dateSystem) {
        try builder.append(.number(serial, kind: .date, column: column))
      } else {
        try appendNumber(word, orText: value)
      }
    case .number: try appendNumber(word, orText: value)
    }
  }

  private mutating func appendText(
    _ text: UnsafeBufferPointer<UInt8>
  ) throws(SpreadsheetError) {
    try builder.append(.text(builder.rowTexts.append(text), column: column))
  }

  private mutating func appendSharedText(
    _ word: UnsafeBufferPointer<UInt8>
  ) throws(SpreadsheetError) {
    guard let index = Int(digits: word) else { throw missingText }
    try takeSharedText(index)
  }

  /// XML Schema knows the small letters only, some programs write as Excel shows it.
  private static func boolean(_ word: UnsafeBufferPointer<UInt8>) -> Bool? {
    if word.equals("1") || word.equals("true") || word.equals("TRUE") { return true }
    return word.equals("0") || word.equals("false") || word.equals("FALSE") ? false : nil
  }

  private mutating func appendNumber(
    _ word: UnsafeBufferPointer<UInt8>, orText text: UnsafeBufferPointer<UInt8>
  ) throws(SpreadsheetError) {
    guard let number = CellNumber.parse(word) else { return try appendText(text) }
    try builder.append(.number(number, kind: kind(of: number), column: column))
  }

  /// A serial that no date has stays a number, as Excel shows it.
  @inline(__always)
  private func kind(of number: Double) -> Cell.Kind {
    guard style >= 0, style < context.kinds.count, context.kinds[style] != .number,
      SerialDate.exists(serial: number, system: context.dateSystem)
    else { return .number }
    return context.kinds[style]
  }
}

extension SheetAssembler {
  /// Where a row began, to be taken back to when it proves to be more than plain.
  struct Mark {
    fileprivate let nextRow: Int
    fileprivate let builder: RowBuilder.Mark
  }

  var mark: Mark { Mark(nextRow: nextRow, builder: builder.mark) }

  /// Forgets the row that began at the mark.
  mutating func rewind(to mark: Mark) {
    nextRow = mark.nextRow
    builder.rewind(to: mark.builder)
  }

  /// The row that has begun, from zero.
  var row: Int { builder.index }

  /// A cell of the row that has begun, at this column, or behind the cell before.
  @inline(__always)
  mutating func begin(column: Int?) throws(SpreadsheetError) {
    self.column = column ?? nextColumn
    try builder.check(column: self.column)
    nextColumn = self.column + 1
  }

  /// The whole value of the cell that has begun.
  /// - Parameters:
  ///   - style: the number of a cell format, or -1.
  ///   - text: nil for a cell without a value.
  mutating func takeValue(
    _ text: PlainText?, type: CellType, style: Int
  ) throws(SpreadsheetError) {
    guard let text, !text.bytes.isEmpty else { return }
    self.type = type
    self.style = style
    if text.hasReferences || type.isText && text.hasUnderscores {
      value.removeAll()
      _ = try text.forEachPiece { (piece) throws(SpreadsheetError) in try append(piece) }
      try endRun()
      try endCell()
    } else {
      try value.checkLength(of: text.bytes)
      try makeCell(of: text.bytes)
    }
  }

  /// As `takeValue` for a number.
  @inline(__always)
  mutating func takeNumber(_ number: Double, style: Int) throws(SpreadsheetError) {
    self.style = style
    try builder.append(.number(number, kind: kind(of: number), column: column))
  }

  /// As `takeValue` for a shared text.
  @inline(__always)
  mutating func takeSharedText(_ index: Int) throws(SpreadsheetError) {
    guard try builder.append(sharedText: index, column: column) else { throw missingText }
  }

  /// A text that is not there must not look like an empty cell.
  private var missingText: SpreadsheetError {
    .damaged(.sharedText(cell: CellReference(row: builder.index, column: column)), part: part)
  }
}
