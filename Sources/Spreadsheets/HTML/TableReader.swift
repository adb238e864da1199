/// Follows the tables of a page and the tables within their cells, and keeps what they hold.
///
/// End tags are not relied on: a cell ends where another begins, a row likewise.
final class TableReader: HTMLReceiver {
  private var state: State

  init(limits: Limits) { state = State(limits: limits) }

  var tables: HTMLTables { state.tables }

  func start(_ element: HTMLElement) throws(SpreadsheetError) { try state.start(element) }

  func end(_ name: XMLName) throws(SpreadsheetError) { try state.end(HTMLTag(name)) }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    try state.append(piece)
  }

  func comment(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count < 1 << 16, let start = text.end(of: "<x:Name>") else { return }
    let name = UnsafeBufferPointer(rebasing: text[start...])
    guard let end = name.end(of: "</") else { return }
    state.tables.note(sheetName: String(decoding: name[..<(end - 2)], as: UTF8.self))
  }

  /// Ends what the page left open.
  func finish() throws(SpreadsheetError) { try state.finish() }
}

extension TableReader {
  private enum Place { case outside, cell, caption }

  /// A table that has begun and not ended.
  private struct OpenTable {
    let number: Int
    /// Among the tables that hold anything; nil before its first cell.
    var kept: Int?
    var caption: String?
    var grid = TableGrid()
    var place = Place.outside
    var column = 0
    var text = HTMLCellText()

    /// The cell that is being read; nil in a caption.
    var cell: CellReference? {
      place == .cell ? CellReference(row: grid.row, column: column) : nil
    }
  }

  /// In one value, so that an event touches the object once.
  private struct State {
    var tables: HTMLTables
    private let limits: Limits
    /// The innermost table, and those around it; outside of all tables one that takes nothing.
    private var current = OpenTable(number: -1)
    private var outer: [OpenTable] = []
    private var isInTable: Bool { !outer.isEmpty }
    private var tableCount = 0

    init(limits: Limits) {
      tables = HTMLTables(limits: limits)
      self.limits = limits
    }

    mutating func start(_ element: HTMLElement) throws(SpreadsheetError) {
      switch HTMLTag(element.name) {
      case .cell:
        try endContent()
        try beginCell(element)
      case .row:
        try endContent()
        try beginRow()
      case .lineBreak: current.text.breakLine()
      case .paragraph: current.text.breakParagraph()
      case .choices: if !element.has("multiple") { current.text.beginChoices() }
      case .choice: current.text.beginChoice(isChosen: element.has("selected"))
      case .table: beginTable()
      case .caption:
        try endContent()
        begin(.caption)
      case .section:
        try endContent()
        current.grid.beginSection()
      case .meta:
        if element.string("name")?.lowercased() == "generator",
          let name = element.string("content")
        {
          tables.note(generator: name)
        }
      case .other: break
      }
    }

    mutating func end(_ tag: HTMLTag) throws(SpreadsheetError) {
      switch tag {
      case .cell, .row, .caption: try endContent()
      case .paragraph: current.text.breakParagraph()
      case .table: try endTable()
      case .choices: current.text.endChoices()
      case .section, .meta, .lineBreak, .choice, .other: break
      }
    }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
      if current.place != .outside {
        try current.text.append(piece, limits, cell: current.cell)
      }
    }

    mutating func finish() throws(SpreadsheetError) {
      while isInTable { try endTable() }
    }

    // MARK: The innermost table

    private mutating func beginTable() {
      current.text.breakParagraph()
      outer.append(current)
      current = OpenTable(number: tableCount)
      tableCount += 1
    }

    private mutating func endTable() throws(SpreadsheetError) {
      try endContent()
      guard let table = outer.popLast() else { return }
      current = table
      current.text.breakParagraph()
    }

    private mutating func begin(_ place: Place) {
      guard isInTable else { return }
      current.place = place
      current.text.removeAll()
    }

    private mutating func beginRow() throws(SpreadsheetError) {
      guard isInTable else { return }
      guard current.grid.row < limits.rows - 1 else { throw .beyond(.rows(limits.rows), part: "") }
      current.grid.beginRow()
    }

    private mutating func beginCell(_ element: HTMLElement) throws(SpreadsheetError) {
      guard isInTable else { return }
      if current.grid.row < 0 { try beginRow() }
      let (width, height) = element.spans
      current.column = current.grid.place(width: width, height: height)
      begin(.cell)
    }

    /// Ends the cell or caption that is open, if any.
    private mutating func endContent() throws(SpreadsheetError) {
      let (place, cell) = (current.place, current.cell)
      current.place = .outside
      guard place != .outside, !current.text.isBlank else { return }
      try limits.checkText(current.text.bytes, part: "", cell: cell)
      if place == .caption { return keepCaption() }
      guard current.column < limits.columns else {
        throw .beyond(.columns(limits.columns), part: "")
      }
      let kept: Int
      if let already = current.kept {
        kept = already
      } else {
        kept = try tables.add(number: current.number, caption: current.caption)
        current.kept = kept
      }
      tables.append(current.text.bytes, row: current.grid.row, column: current.column, to: kept)
    }

    private mutating func keepCaption() {
      let caption = String(decoding: current.text.bytes, as: UTF8.self)
      current.caption = caption
      if let kept = current.kept { tables.setCaption(caption, of: kept) }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the first place of a text ends.
  fileprivate func end(of text: StaticString) -> Int? {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return nil }
    let start = (0...count - length).first { start in
      (0..<length).allSatisfy { self[start + $0] == text.utf8Start[$0] }
    }
    return start.map { $0 + length }
  }
}
