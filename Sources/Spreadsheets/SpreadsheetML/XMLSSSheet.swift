/// A worksheet of an XML spreadsheet: where its cells stand, and what is written in them.
///
/// What a value is depends on styles and on the date system, which the file may tell later, so it
/// is kept as written.
struct XMLSSSheet {
  let name: String
  var visibility = Sheet.Visibility.visible
  private(set) var hasTable = false
  /// Each with the tag of an `XMLSSValue`.
  private(set) var cells = CellLog()

  private var nextRow = 0
  private var nextColumn = 0
  private var row = 0
  private var hasBegunRow = false
  private var column = 0
  private var type = XMLSSValue.Kind.text
  private var value: [UInt8] = []
  /// Styles of the table, the row, the cell; 0 where they have none.
  private var tableStyle = 0
  private var rowStyle = 0
  private var cellStyle = 0
  private var columnStyles = XMLSSColumns()

  init(name: String) { self.name = name }

  mutating func beginTable(_ attributes: XMLAttributes, _ styles: inout XMLSSStyles) {
    hasTable = true
    tableStyle = styles.number(of: attributes.ssString("StyleID"))
  }

  /// A column says how its cells look that do not say it themselves.
  mutating func column(
    _ attributes: XMLAttributes, _ styles: inout XMLSSStyles, _ limits: Limits
  ) throws(SpreadsheetError) {
    let start = Self.place(attributes, next: columnStyles.count)
    let span = attributes.ssInteger("Span") ?? 0
    guard start < limits.columns, span < limits.columns - start else {
      throw .beyond(.columns(limits.columns), part: name)
    }
    let style = styles.number(of: attributes.ssString("StyleID"))
    columnStyles.set(start..<start + span + 1, to: style)
  }

  mutating func beginRow(
    _ attributes: XMLAttributes, _ styles: inout XMLSSStyles, _ limits: Limits
  ) throws(SpreadsheetError) {
    row = Self.place(attributes, next: nextRow)
    // Further rows that look the same and hold nothing.
    let span = attributes.ssInteger("Span") ?? 0
    guard row < limits.rows, span < limits.rows else {
      throw .beyond(.rows(limits.rows), part: name)
    }
    hasBegunRow = false
    nextRow = row + 1 + span
    nextColumn = 0
    rowStyle = styles.number(of: attributes.ssString("StyleID"))
  }

  mutating func beginCell(
    _ attributes: XMLAttributes, _ styles: inout XMLSSStyles, _ limits: Limits
  ) throws(SpreadsheetError) {
    column = Self.place(attributes, next: nextColumn)
    guard column < limits.columns else { throw .beyond(.columns(limits.columns), part: name) }
    nextColumn = column + 1 + min(attributes.ssInteger("MergeAcross") ?? 0, limits.columns)
    cellStyle = styles.number(of: attributes.ssString("StyleID"))
  }

  mutating func beginData(_ attributes: XMLAttributes) {
    type = XMLSSValue.Kind(attributes.ss("Type"))
    value.removeAll(keepingCapacity: true)
  }

  mutating func append(
    _ piece: UnsafeBufferPointer<UInt8>, _ limits: Limits
  ) throws(SpreadsheetError) {
    value.append(contentsOf: piece)
    try limits.checkText(arriving: value.count, part: name, cell: cell)
  }

  mutating func endData(_ limits: Limits) throws(SpreadsheetError) {
    guard !value.isEmpty else { return }
    try limits.checkText(value, part: name, cell: cell)
    if !hasBegunRow {
      cells.begin(row: row)
      hasBegunRow = true
    }
    cells.append(column: column, tag: XMLSSValue(type, style: style).tag, text: value)
  }

  private var cell: CellReference { CellReference(row: row, column: column) }

  /// Of the cell, else of its row, its column, its table.
  private var style: Int {
    if cellStyle > 0 { return cellStyle }
    if rowStyle > 0 { return rowStyle }
    let style = columnStyles.style(of: column)
    return style > 0 ? style : tableStyle
  }

  /// Zero-based: where `Index` says, from 1, or behind the one before.
  private static func place(_ attributes: XMLAttributes, next: Int) -> Int {
    let index = attributes.ssInteger("Index") ?? 0
    return index > 0 ? index - 1 : next
  }
}

/// The styles of whole columns.
struct XMLSSColumns {
  /// One behind the other.
  private var runs: [(end: Int, style: Int)] = []

  /// Columns that something was said of.
  var count: Int { runs.last?.end ?? 0 }

  /// What was said before of these columns and of those behind them no longer counts.
  mutating func set(_ columns: Range<Int>, to style: Int) {
    while let last = runs.last, last.end > columns.lowerBound {
      runs.removeLast()
      // The front part of it stays.
      if count < columns.lowerBound { runs.append((columns.lowerBound, last.style)) }
    }
    if count < columns.lowerBound { runs.append((columns.lowerBound, 0)) }
    runs.append((columns.upperBound, style))
  }

  /// 0 for a column without one.
  func style(of column: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].end <= column { low = middle + 1 } else { high = middle }
    }
    return low < runs.count ? runs[low].style : 0
  }
}
