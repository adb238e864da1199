/// Makes rows of the rows, cells and values of an XML spreadsheet.
struct XMLSSCells {
  private let styles: XMLSSStyles
  private let dateSystem: DateSystem
  private let limits: Limits
  private let body: (Row) -> Flow
  private var builder: RowBuilder
  private var nextRow = 0
  private var nextColumn = 0
  private var column = 0
  private var type: [UInt8] = []
  private var value: [UInt8] = []
  private var tableStyle: String?
  private var rowStyle: String?
  private var cellStyle: String?
  /// The styles of whole columns, by column.
  private var columnStyles: [String?] = []

  init(
    styles: XMLSSStyles, dateSystem: DateSystem, limits: Limits, fileSize: Int,
    body: @escaping (Row) -> Flow
  ) {
    self.styles = styles
    self.dateSystem = dateSystem
    self.limits = limits
    self.body = body
    builder = RowBuilder(
      sharedTexts: TextArena(shared: true), limits: limits, part: "", fileSize: fileSize)
  }

  mutating func beginTable(_ attributes: XMLAttributes) {
    tableStyle = attributes.ssString("StyleID")
  }

  /// A column says how its cells look that do not say it themselves.
  mutating func column(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    let start = Self.place(attributes, next: columnStyles.count)
    let span = attributes.ssInteger("Span") ?? 0
    guard start < limits.columns, span < limits.columns - start else {
      throw .beyond(.columns(limits.columns), part: "")
    }
    let style = attributes.ssString("StyleID")
    while columnStyles.count < start { columnStyles.append(nil) }
    columnStyles.removeSubrange(start...)
    columnStyles.append(contentsOf: repeatElement(style, count: span + 1))
  }

  mutating func beginRow(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    let row = Self.place(attributes, next: nextRow)
    // Further rows that look the same and hold nothing.
    let span = attributes.ssInteger("Span") ?? 0
    guard row < limits.rows, span < limits.rows else {
      throw .beyond(.rows(limits.rows), part: "")
    }
    try builder.begin(row: row)
    nextRow = row + 1 + span
    nextColumn = 0
    rowStyle = attributes.ssString("StyleID")
  }

  mutating func beginCell(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    column = Self.place(attributes, next: nextColumn)
    guard column < limits.columns else { throw .beyond(.columns(limits.columns), part: "") }
    nextColumn = column + 1 + min(attributes.ssInteger("MergeAcross") ?? 0, limits.columns)
    cellStyle = attributes.ssString("StyleID")
  }

  mutating func beginData(_ attributes: XMLAttributes) {
    type = attributes.ss("Type").map { Array($0) } ?? []
    value.removeAll(keepingCapacity: true)
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    value.append(contentsOf: piece)
    let limit = min(limits.textLength, TextSlice.longest)
    guard value.count <= limit else { throw .beyond(.textLength(limit), part: "") }
  }

  mutating func endData() throws(SpreadsheetError) {
    let cell: Cell? = value.withUnsafeBufferPointer { text in
      let trimmed = text.trimmed
      switch String(decoding: type, as: UTF8.self) {
      case "Number": return trimmed.isEmpty ? nil : number(trimmed)
      case "DateTime": return trimmed.isEmpty ? nil : date(trimmed)
      case "Boolean" where trimmed.equals("1"): return .boolean(true, column: column)
      case "Boolean" where trimmed.equals("0"): return .boolean(false, column: column)
      case "Error": return .error(builder.rowTexts.append(text), column: column)
      default: return text.isEmpty ? nil : self.text(text)
      }
    }
    if let cell { try builder.append(cell) }
  }

  mutating func endRow() -> Flow { builder.deliver(to: body) }

  // MARK: Values

  private func text(_ text: UnsafeBufferPointer<UInt8>) -> Cell {
    .text(builder.rowTexts.append(text), column: column)
  }

  private func number(_ text: UnsafeBufferPointer<UInt8>) -> Cell {
    guard let number = CellNumber.parse(text) else { return self.text(text) }
    let kind = styles.kind(of: style)
    let isDate = kind != .number && SerialDate(serial: number, system: dateSystem) != nil
    return .number(number, kind: isDate ? kind : .number, column: column)
  }

  /// The date is written out; the style only tells elapsed time.
  private func date(_ text: UnsafeBufferPointer<UInt8>) -> Cell {
    guard let serial = ISODate.serial(text, system: dateSystem) else { return self.text(text) }
    let kind = styles.kind(of: style)
    return .number(serial, kind: kind == .elapsed ? .elapsed : .date, column: column)
  }

  /// Of the cell, else of its row, its column, its table.
  private var style: String? {
    if let style = cellStyle ?? rowStyle { return style }
    return (column < columnStyles.count ? columnStyles[column] : nil) ?? tableStyle
  }

  /// Zero-based: where `Index` says, from 1, or behind the one before.
  private static func place(_ attributes: XMLAttributes, next: Int) -> Int {
    let index = attributes.ssInteger("Index") ?? 0
    return index > 0 ? index - 1 : next
  }
}
