/// Turns records into cells: numbers with their kinds, texts, booleans, errors, results of
/// formulas.
///
/// A class, because a structure of this size is copied for each of a million records.
final class CellDecoder {
  let version: BIFFVersion
  private let stream: ByteView
  private let sharedStrings: TextTable
  private let errors: ErrorTexts
  private let page: CodePage
  private let dateSystem: DateSystem
  private let cellKinds: FlatTable<Cell.Kind>
  private let formatKinds: [Cell.Kind]
  /// Where a cell's value begins: behind row, column and format.
  private let valueOffset: Int
  private let limits: Limits
  private let part: String

  /// - Parameter stream: that of the records, where a text may go on behind its own.
  init(
    _ stream: ByteView, globals: WorkbookGlobals, errors: ErrorTexts, limits: Limits, part: String
  ) {
    version = globals.version
    self.stream = stream
    sharedStrings = globals.sharedStrings.table
    self.errors = errors
    page = globals.page
    dateSystem = globals.dateSystem
    cellKinds = globals.cellKinds
    formatKinds = globals.formatKinds
    valueOffset = globals.version == .biff2 ? 7 : 6
    self.limits = limits
    self.part = part
  }

  /// As `add`, of the records that nearly all cells are when nothing is wrong with them.
  /// - Returns: false for any other, of which nothing is taken.
  @inline(__always)
  func addCommon(
    _ record: Record, _ content: CellContent, to builder: inout RowBuilder
  ) throws(SpreadsheetError) -> Bool {
    let body = record.body
    // All three begin with row, column, format and at least four bytes; not so in BIFF2.
    guard body.count >= 10, valueOffset == 6 else { return false }
    let column = Int(body.uint16(at: 2))
    try builder.check(column: column)
    switch content {
    case .sharedLabel:
      guard let text = sharedStrings[Int(body.uint32(at: 6))] else { return false }
      try builder.append(.text(text, column: column))
    case .number:
      guard body.count >= 14 else { return false }
      let kind = kind(ofCellFormat: Int(body.uint16(at: 4)))
      try builder.append(cell(body.double(at: 6), kind, column))
    case .rk:
      let kind = kind(ofCellFormat: Int(body.uint16(at: 4)))
      try builder.append(cell(Self.number(rk: body.uint32(at: 6)), kind, column))
    default: return false
    }
    return true
  }

  /// Appends the cell of a record, or its cells, to the row that is being built.
  /// - Parameter formatIndex: that of the last IXFE record, for BIFF2 alone.
  func add(
    _ record: Record, _ content: CellContent, formatIndex: Int, to builder: inout RowBuilder
  ) throws(SpreadsheetError) {
    let body = record.body
    let column = Int(body.uint16(at: 2))
    try builder.check(column: column)
    switch content {
    case .number:
      try require(8, at: valueOffset, of: body)
      let kind = kind(of: body, formatIndex: formatIndex)
      try builder.append(cell(body.double(at: valueOffset), kind, column))
    case .integer:
      try require(2, at: valueOffset, of: body)
      let kind = kind(of: body, formatIndex: formatIndex)
      try builder.append(cell(Double(body.uint16(at: valueOffset)), kind, column))
    case .rk:
      try require(4, at: 6, of: body)
      let kind = kind(ofCellFormat: Int(body.uint16(at: 4)))
      try builder.append(cell(Self.number(rk: body.uint32(at: 6)), kind, column))
    case .multipleRK: try addMultipleRK(body, firstColumn: column, to: &builder)
    case .sharedLabel:
      try require(4, at: 6, of: body)
      let index = Int(body.uint32(at: 6))
      guard let text = sharedStrings[index] else {
        let cell = CellReference(row: Int(body.uint16(at: 0)), column: column)
        throw .damaged(.sharedText(cell: cell), part: part)
      }
      try builder.append(.text(text, column: column))
    case .label:
      try require(0, at: valueOffset, of: body)
      try addText(from: record, at: valueOffset, column, to: &builder)
    case .booleanOrError:
      try require(2, at: valueOffset, of: body)
      let code = body.uint8(at: valueOffset)
      try builder.append(
        body.uint8(at: valueOffset + 1) == 0
          ? .boolean(code != 0, column: column) : .error(errors[code], column: column))
    case .formula:
      try addFormula(record, formatIndex: formatIndex, column, to: &builder)
    }
  }

  /// MulRk [MS-XLS] 2.4.175: row, first column, pairs of format and value, last column.
  private func addMultipleRK(
    _ body: ByteView, firstColumn: Int, to builder: inout RowBuilder
  ) throws(SpreadsheetError) {
    try require(2, at: 4, of: body)
    let lastColumn = Int(body.uint16(at: body.count - 2))
    let count = lastColumn - firstColumn + 1
    guard count >= 0 else { throw .damaged(.structure, part: part) }
    try builder.check(column: lastColumn)
    try require(6 * count, at: 4, of: body)
    for index in 0..<count {
      let at = 4 + 6 * index
      let kind = kind(ofCellFormat: Int(body.uint16(at: at)))
      try builder.append(cell(Self.number(rk: body.uint32(at: at + 2)), kind, firstColumn + index))
    }
  }

  /// Formula [MS-XLS] 2.4.127; what it gave is a FormulaValue, 2.5.133.
  private func addFormula(
    _ record: Record, formatIndex: Int, _ column: Int, to builder: inout RowBuilder
  ) throws(SpreadsheetError) {
    let body = record.body
    let result = valueOffset
    try require(8, at: result, of: body)
    guard body.uint16(at: result + 6) == 0xFFFF else {
      let kind = kind(of: body, formatIndex: formatIndex)
      try builder.append(cell(body.double(at: result), kind, column))
      return
    }
    let value = body.uint8(at: result + 2)
    switch body.uint8(at: result) {
    case 0:
      guard let string = stringRecord(after: record) else {
        throw .damaged(.structure, part: part)
      }
      try addText(from: string, at: 0, column, to: &builder)
    case 1: try builder.append(.boolean(value != 0, column: column))
    case 2: try builder.append(.error(errors[value], column: column))
    case 3: try builder.append(.text(builder.rowTexts.append([]), column: column))
    default: throw .damaged(.structure, part: part)
    }
  }

  /// The record with the text that a formula gave, behind those with the formula itself.
  private func stringRecord(after formula: Record) -> Record? {
    var cursor = RecordCursor(stream, at: formula.end)
    while let record = cursor.next() {
      switch record.number {
      case RecordNumber.string, RecordNumber.string2: return record
      case RecordNumber.endOfFile: return nil
      case _ where BeginOfFile.isBeginOfFile(record.number): return nil
      // What belongs to a shared, array or table formula, and what newer versions have put there.
      default: if CellContent(record: record.number, version: version) != nil { return nil }
      }
    }
    return nil
  }

  // MARK: Values

  private func addText(
    from record: Record, at offset: Int, _ column: Int, to builder: inout RowBuilder
  ) throws(SpreadsheetError) {
    let arena = builder.rowTexts
    let start = arena.count
    var bytes = ContinuedBytes(record, from: offset, in: stream)
    let count =
      version == .biff2 ? bytes.uint8().map(Int.init) : bytes.uint16().map(Int.init)
    // A count of more than there is means what there is; without one the text is empty.
    if let count, count > 0 {
      if version.isUnicode {
        appendUnicode(&bytes, count: count, to: arena)
      } else {
        bytes.appendBytes(count: count, in: page, to: arena)
      }
    }
    try limits.checkText(
      arena.bytes[start...], part: part, cell: CellReference(row: builder.index, column: column))
    try builder.append(.text(arena.slice(from: start), column: column))
  }

  private func appendUnicode(_ bytes: inout ContinuedBytes, count: Int, to arena: TextArena) {
    guard let flags = bytes.uint8() else { return }
    // Only shared texts should have runs and phonetic text, but some programs write them here.
    if flags & 0x08 != 0 { _ = bytes.uint16() }
    if flags & 0x04 != 0 { _ = bytes.uint32() }
    _ = bytes.appendUnicode(count: count, flags: flags, to: arena)
  }

  @inline(__always)
  private func cell(_ value: Double, _ kind: Cell.Kind, _ column: Int) -> Cell {
    guard value.isFinite else { return .error(errors[ErrorTexts.notANumber], column: column) }
    guard kind != .number else { return .number(value, column: column) }
    // Excel shows no date for these either.
    let isDate = SerialDate.exists(serial: value, system: dateSystem)
    return .number(value, kind: isDate ? kind : .number, column: column)
  }

  @inline(__always)
  private func kind(ofCellFormat index: Int) -> Cell.Kind {
    cellKinds[index] ?? .number
  }

  /// - Parameter formatIndex: that of the last IXFE record, for BIFF2 alone.
  @inline(__always)
  private func kind(of body: ByteView, formatIndex: Int) -> Cell.Kind {
    guard version == .biff2 else { return kind(ofCellFormat: Int(body.uint16(at: 4))) }
    // Cell attributes [OOo]: an XF, where 63 stands for "too large for these six bits";
    // before Excel 2.1 there were none, only a number format.
    guard cellKinds.count > 0 else {
      return formatKinds[Int(body.uint8(at: 5) & 0x3F)]
    }
    let index = Int(body.uint8(at: 4) & 0x3F)
    return kind(ofCellFormat: index == 0x3F ? formatIndex : index)
  }

  /// RkNumber [MS-XLS] 2.5.217: 30 bits of an integer, or the upper 30 of a double, and whether to
  /// divide by 100.
  @inline(__always)
  private static func number(rk: UInt32) -> Double {
    let value =
      rk & 2 != 0
      ? Double(Int32(bitPattern: rk) >> 2)
      : Double(bitPattern: UInt64(rk & 0xFFFF_FFFC) << 32)
    return rk & 1 != 0 ? value / 100 : value
  }

  @inline(__always)
  private func require(
    _ length: Int, at offset: Int, of body: ByteView
  ) throws(SpreadsheetError) {
    guard body.holds(length, at: offset) else { throw .damaged(.structure, part: part) }
  }
}
