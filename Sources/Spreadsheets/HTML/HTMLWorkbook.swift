/// The tables of an HTML page as sheets, each one that holds anything; a table inside a cell of
/// another is a sheet of its own. All values are texts: HTML knows no others.
///
/// The page is read once for the list of its tables, and again for each reading of a sheet.
final class HTMLWorkbook: Workbook {
  let format = WorkbookFormat.html
  let dateSystem = DateSystem.from1900
  let sheets: [Sheet]

  private let text: TextStream
  private let limits: Limits
  private let fileSize: Int
  /// The number of each sheet's table in the page.
  private let tables: [Int]
  private let generator: String?

  /// - Throws: `.unsupported(.html)` for a page without a table that holds anything.
  init(source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    let head = String(decoding: try source.bytes(at: 0, count: 4096), as: UTF8.self)
    text = try TextStream(source: source, declared: HTMLCharset.declared(in: head))
    self.limits = limits
    fileSize = source.count
    let list = TableList()
    try Self.parse(text, into: list, limits: limits)
    guard !list.tables.isEmpty else { throw .unsupported(.html) }
    tables = list.tables
    generator = list.generator
    sheets = list.names.enumerated().map { index, name in
      Sheet(name: name, visibility: .visible, index: index)
    }
  }

  func producer() -> String? { generator }

  func readRows(of sheet: Sheet, _ body: (Row) -> Flow) throws(SpreadsheetError) {
    guard tables.indices.contains(sheet.index) else { return }
    try withoutActuallyEscaping(body) { (body) throws(SpreadsheetError) in
      let rows = TableRows(
        of: tables[sheet.index], limits: limits, fileSize: fileSize, body: body)
      try Self.parse(text, into: rows, limits: limits)
    }
  }

  private static func parse(
    _ text: TextStream, into receiver: any TableReceiver, limits: Limits
  ) throws(SpreadsheetError) {
    let reader = TableReader(receiver: receiver, limits: limits)
    let parser = HTMLPushParser(
      receiver: reader,
      // Pages forget end tags, which makes them deep; workbooks are flat.
      depthLimit: 2 * limits.xmlDepth)
    try text.read { (piece) throws(SpreadsheetError) in try parser.push(piece) }
    if !receiver.isDone { try parser.finish() }
    if !receiver.isDone { try reader.finish() }
  }
}

/// Which tables of a page hold anything, and their names.
private final class TableList: TableReceiver {
  /// In the order in which they begin.
  var tables: [Int] { withContent.sorted() }

  private(set) var generator: String?
  private var withContent: [Int] = []
  private var captions: [Int: String] = [:]
  private var sheetNames: [String] = []
  private var open: [(table: Int, holdsAnything: Bool)] = []

  var isDone: Bool { false }

  /// By caption, else as Excel's own HTML names its only sheet, else by number; no name twice.
  var names: [String] {
    var taken: Set<String> = []
    return tables.enumerated().map { index, table in
      var name = captions[table] ?? "Tabela \(index + 1)"
      if captions[table] == nil, tables.count == 1, let only = sheetNames.first { name = only }
      if !taken.insert(name).inserted { name = "\(name) (\(index + 1))" }
      taken.insert(name)
      return name
    }
  }

  func beginTable(_ table: Int) { open.append((table, false)) }

  func cell(_ text: [UInt8], row: Int, column: Int, of table: Int) {
    guard let last = open.indices.last, !open[last].holdsAnything else { return }
    open[last].holdsAnything = true
    withContent.append(table)
  }

  func caption(_ text: [UInt8], of table: Int) {
    captions[table] = String(decoding: text, as: UTF8.self)
  }

  func sheetName(_ name: String) { if !name.isEmpty { sheetNames.append(name) } }

  func generator(_ name: String) { generator = generator ?? name }

  func endTable(_ table: Int) { _ = open.popLast() }
}

/// Makes rows of the cells of one table.
private final class TableRows: TableReceiver {
  private let table: Int
  private let body: (Row) -> Flow
  private var builder: RowBuilder
  private var flow = Flow.proceed
  private var hasEnded = false

  init(of table: Int, limits: Limits, fileSize: Int, body: @escaping (Row) -> Flow) {
    self.table = table
    self.body = body
    builder = RowBuilder(
      sharedTexts: TextArena(shared: true), limits: limits, part: "", fileSize: fileSize)
  }

  var isDone: Bool { hasEnded || flow == .stop }

  func beginTable(_ table: Int) {}

  func cell(
    _ text: [UInt8], row: Int, column: Int, of table: Int
  ) throws(SpreadsheetError) {
    guard table == self.table else { return }
    if builder.isEmpty || row != builder.index {
      flow = builder.deliver(to: body)
      guard flow == .proceed else { return }
      try builder.begin(row: row)
    }
    try builder.check(column: column)
    try builder.append(.text(builder.rowTexts.append(text), column: column))
  }

  func caption(_ text: [UInt8], of table: Int) {}
  func sheetName(_ name: String) {}
  func generator(_ name: String) {}

  func endTable(_ table: Int) {
    guard table == self.table, !isDone else { return }
    flow = builder.deliver(to: body)
    hasEnded = true
  }
}
