/// Walks over an XML spreadsheet and keeps what it meets: its sheets with their cells, its styles,
/// its date system.
final class XMLSSReader: XMLReceiver {
  private enum Place { case outside, table, row, cell, data }

  private(set) var isWorkbook = false
  private(set) var dateSystem = DateSystem.from1900
  private(set) var sheets: [XMLSSSheet] = []
  private(set) var styles = XMLSSStyles()

  private let limits: Limits
  private var place = Place.outside
  /// The style that is being described.
  private var style: Int?
  /// The text of `<Visible>`, while inside it.
  private var visible: [UInt8]?

  init(limits: Limits) { self.limits = limits }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    switch place {
    case .outside: try startOutside(element)
    case .table:
      guard let sheet = sheets.indices.last else { return }
      if element.name == "Column" {
        try sheets[sheet].column(element.attributes, &styles, limits)
      } else if element.name == "Row" {
        place = .row
        try sheets[sheet].beginRow(element.attributes, &styles, limits)
      }
    case .row where element.name == "Cell":
      place = .cell
      guard let sheet = sheets.indices.last else { return }
      try sheets[sheet].beginCell(element.attributes, &styles, limits)
    // A comment has data of its own, one level deeper.
    case .cell where element.depth == 5 && element.name == "Data":
      place = .data
      guard let sheet = sheets.indices.last else { return }
      sheets[sheet].beginData(element.attributes)
    default: break
    }
  }

  private func startOutside(_ element: XMLElement) throws(SpreadsheetError) {
    switch (element.depth, element.name) {
    case (0, "Workbook"): isWorkbook = true
    case (1, "Worksheet"):
      try limits.checkSheets(sheets.count + 1, part: "")
      sheets.append(XMLSSSheet(name: element.attributes.ssString("Name") ?? ""))
    case (2, "Table"):
      // A sheet has one table.
      guard let sheet = sheets.indices.last, !sheets[sheet].hasTable else { return }
      place = .table
      sheets[sheet].beginTable(element.attributes, &styles)
    case (2, "Date1904"): dateSystem = .from1904
    case (2, "Style"):
      guard let name = element.attributes.ssString("ID") else { return }
      let number = styles.number(of: name)
      style = number
      styles.begin(number, parent: element.attributes.ssString("Parent"))
    case (3, "NumberFormat"):
      if let style { styles.set(style, format: element.attributes.ssString("Format") ?? "") }
    case (3, "Visible"): visible = []
    default: break
    }
  }

  func end(_ name: XMLName) throws(SpreadsheetError) -> Flow {
    switch place {
    case .data where name == "Data":
      place = .cell
      guard let sheet = sheets.indices.last else { break }
      try sheets[sheet].endData(limits)
    case .cell where name == "Cell": place = .row
    case .row where name == "Row": place = .table
    case .table where name == "Table": place = .outside
    case .outside: endOutside(name)
    default: break
    }
    // Whatever has another root is read no further.
    return isWorkbook ? .proceed : .stop
  }

  private func endOutside(_ name: XMLName) {
    if name == "Style" { style = nil }
    if name == "Visible", let visible, let last = sheets.indices.last {
      switch String(decoding: visible, as: UTF8.self) {
      case "SheetHidden": sheets[last].visibility = .hidden
      case "SheetVeryHidden": sheets[last].visibility = .veryHidden
      default: break
      }
      self.visible = nil
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    if place == .data, let sheet = sheets.indices.last {
      try sheets[sheet].append(piece, limits)
    } else if let visible, visible.count < 64 {
      self.visible?.append(contentsOf: piece.prefix(64))
    }
  }
}
