/// What is told of the tables of a page.
protocol TableReceiver: AnyObject {
  /// A table begins, also one inside a cell of another. Tables are numbered as they begin.
  func beginTable(_ table: Int)
  /// A cell that is not blank. Cells of a table come top down, and in a row from left to right.
  func cell(_ text: [UInt8], row: Int, column: Int, of table: Int) throws(SpreadsheetError)
  func caption(_ text: [UInt8], of table: Int)
  /// The name that Excel's own HTML gives a worksheet, in a comment for Excel alone.
  func sheetName(_ name: String)
  /// The program that wrote the page, as the page says.
  func generator(_ name: String)
  /// The page says no more of this table.
  func endTable(_ table: Int)
  var isDone: Bool { get }
}

/// Follows the tables of a page and the tables within their cells.
///
/// End tags are not relied on: a cell ends where another begins, a row likewise.
final class TableReader: HTMLReceiver {
  private enum Place { case outside, cell, caption }

  /// A table that has begun and not ended.
  private struct OpenTable {
    let number: Int
    var grid = TableGrid()
    var place = Place.outside
    var column = 0
    var text: HTMLCellText
  }

  private let receiver: any TableReceiver
  private let limits: Limits
  private var open: [OpenTable] = []
  private var tableCount = 0

  init(receiver: any TableReceiver, limits: Limits) {
    self.receiver = receiver
    self.limits = limits
  }

  var isDone: Bool { receiver.isDone }

  func start(_ element: HTMLElement) throws(SpreadsheetError) {
    switch element.name {
    case "table":
      withCurrent { $0.text.breakParagraph() }
      open.append(OpenTable(number: tableCount, text: HTMLCellText(limit: limits.textLength)))
      receiver.beginTable(tableCount)
      tableCount += 1
    case "tr":
      try endContent()
      try beginRow()
    case "td", "th":
      try endContent()
      try beginCell(element)
    case "caption":
      try endContent()
      begin(.caption)
    case "thead", "tbody", "tfoot":
      try endContent()
      withCurrent { $0.grid.beginSection() }
    case "meta":
      if element.string("name")?.lowercased() == "generator",
        let name = element.string("content")
      {
        receiver.generator(name)
      }
    case "br": withCurrent { $0.text.breakLine() }
    case _ where Self.isParagraph(element.name): withCurrent { $0.text.breakParagraph() }
    default: break
    }
  }

  func end(_ name: XMLName) throws(SpreadsheetError) {
    switch name {
    case "table": try endTable()
    case "td", "th", "tr", "caption": try endContent()
    case _ where Self.isParagraph(name): withCurrent { $0.text.breakParagraph() }
    default: break
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    guard let last = open.indices.last, open[last].place != .outside else { return }
    try open[last].text.append(piece)
  }

  func comment(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count < 1 << 16 else { return }
    var rest = String(decoding: text, as: UTF8.self)[...]
    while let start = rest.firstRange(of: "<x:Name>")?.upperBound,
      let end = rest[start...].firstRange(of: "</x:Name>")
    {
      receiver.sheetName(String(rest[start..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
  }

  /// Ends what the page left open.
  func finish() throws(SpreadsheetError) {
    while !open.isEmpty { try endTable() }
  }

  // MARK: The innermost table

  private func endTable() throws(SpreadsheetError) {
    try endContent()
    if let table = open.popLast() { receiver.endTable(table.number) }
    withCurrent { $0.text.breakParagraph() }
  }

  private func withCurrent(_ body: (inout OpenTable) -> Void) {
    guard let last = open.indices.last else { return }
    body(&open[last])
  }

  private func begin(_ place: Place) {
    withCurrent { table in
      table.place = place
      table.text.removeAll()
    }
  }

  private func beginRow() throws(SpreadsheetError) {
    guard let last = open.indices.last else { return }
    guard open[last].grid.row < limits.rows - 1 else {
      throw .beyond(.rows(limits.rows), part: "")
    }
    open[last].grid.beginRow()
  }

  private func beginCell(_ element: HTMLElement) throws(SpreadsheetError) {
    guard let last = open.indices.last else { return }
    if open[last].grid.row < 0 { try beginRow() }
    open[last].column = open[last].grid.place(
      width: element.integer("colspan") ?? 1, height: element.integer("rowspan") ?? 1)
    begin(.cell)
  }

  /// Ends the cell or caption that is open, if any.
  private func endContent() throws(SpreadsheetError) {
    guard let last = open.indices.last else { return }
    let table = open[last]
    open[last].place = .outside
    guard table.place != .outside, !table.text.isBlank else { return }
    if table.place == .caption { return receiver.caption(table.text.bytes, of: table.number) }
    guard table.column < limits.columns else {
      throw .beyond(.columns(limits.columns), part: "")
    }
    try receiver.cell(
      table.text.bytes, row: table.grid.row, column: table.column, of: table.number)
  }

  private static func isParagraph(_ name: XMLName) -> Bool {
    for paragraph: StaticString in ["p", "div", "li", "h1", "h2", "h3", "h4", "blockquote"]
    where name == paragraph { return true }
    return false
  }
}
