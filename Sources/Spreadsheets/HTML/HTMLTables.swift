/// The tables of a page as they are met: those that hold anything, with their cells.
struct HTMLTables {
  /// A table that holds something.
  struct Table {
    /// How many tables of the page began before it.
    let number: Int
    var caption: String?
    var cells = CellLog()
    /// The row that was begun last.
    var row = -1
  }

  /// Longer names are cut: no tab is as wide.
  private static let longestName = 255

  /// In the order of their first cells.
  private(set) var tables: [Table] = []
  /// The program that wrote the page, as the page says.
  private(set) var generator: String?
  /// The name that Excel's own HTML gives a worksheet, in a comment for Excel alone.
  private var sheetName: String?
  private let limits: Limits

  init(limits: Limits) { self.limits = limits }

  /// - Parameter caption: as far as it is known already.
  /// - Returns: its place in `tables`.
  mutating func add(number: Int, caption: String?) throws(SpreadsheetError) -> Int {
    try limits.checkSheets(tables.count + 1, part: "")
    tables.append(Table(number: number, caption: caption))
    return tables.count - 1
  }

  mutating func append(_ text: [UInt8], row: Int, column: Int, to table: Int) {
    if tables[table].row != row {
      tables[table].row = row
      tables[table].cells.begin(row: row)
    }
    tables[table].cells.append(column: column, text: text)
  }

  mutating func setCaption(_ caption: String, of table: Int) { tables[table].caption = caption }

  mutating func note(sheetName: String) {
    if self.sheetName == nil, !sheetName.isEmpty { self.sheetName = sheetName }
  }

  mutating func note(generator: String) { self.generator = self.generator ?? generator }

  /// The tables in the order in which they begin, each with its name: its caption, else what
  /// Excel's own HTML calls its only sheet, else by number; no name twice.
  func named() -> [(name: String, cells: CellLog)] {
    var taken: Set<String> = []
    return tables.sorted { $0.number < $1.number }.enumerated().map { index, table in
      let only = tables.count == 1 ? sheetName : nil
      var name = table.caption ?? only ?? "Tabela \(index + 1)"
      name = String(name.prefix(Self.longestName))
      if !taken.insert(name).inserted { name = "\(name) (\(index + 1))" }
      taken.insert(name)
      return (name, table.cells)
    }
  }
}
