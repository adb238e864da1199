/// The tables of an HTML page as sheets, each one that holds anything; a table inside a cell of
/// another is a sheet of its own. All values are texts: HTML knows no others.
///
/// The page is read once: only its end tells which tables hold anything, and a table in the middle
/// of a page cannot be read without what stands before it.
final class HTMLWorkbook: Workbook {
  let format = WorkbookFormat.html
  let dateSystem = DateSystem.from1900
  let sheets: [Sheet]

  private let limits: Limits
  private let fileSize: Int
  /// The cells of each sheet.
  private let cells: [CellLog]
  private let generator: String?

  /// - Throws: `.unsupported(.html)` for a page without a table that holds anything.
  init(source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    let head = String(decoding: try source.bytes(at: 0, count: 4096), as: UTF8.self)
    let text = try TextStream(source: source, declared: HTMLCharset.declared(in: head))
    self.limits = limits
    fileSize = source.count
    let reader = TableReader(limits: limits)
    let parser = HTMLPushParser(receiver: reader, limits: limits)
    try text.read { (piece) throws(SpreadsheetError) in
      try parser.push(piece)
      return .proceed
    }
    try parser.finish()
    try reader.finish()
    let tables = reader.tables
    guard !tables.tables.isEmpty else { throw .unsupported(.html) }
    try text.checkEnd()
    let named = tables.named()
    cells = named.map(\.cells)
    generator = tables.generator
    sheets = named.enumerated().map { index, table in
      Sheet(name: table.name, visibility: .visible, index: index)
    }
  }

  func producer() -> String? { generator }

  func readRows(of sheet: Sheet, _ body: (Row) -> Flow) throws(SpreadsheetError) {
    guard cells.indices.contains(sheet.index) else { return }
    var builder = RowBuilder(
      sharedTexts: TextArena(shared: true), limits: limits, part: "", fileSize: fileSize)
    var flow = Flow.proceed
    try cells[sheet.index].read { (row) throws(SpreadsheetError) in
      flow = builder.deliver(to: body)
      if flow == .proceed { try builder.begin(row: row) }
      return flow
    } cell: { (column, _, text) throws(SpreadsheetError) in
      try builder.append(.text(builder.rowTexts.append(text), column: column))
    }
    if flow == .proceed { _ = builder.deliver(to: body) }
  }
}
