/// A sheet as somebody else laid it out: cells wherever they stand.
package struct GridDraft: Sendable {
  /// Row and column are zero-based.
  package struct Placed: Sendable {
    let row: Int
    let column: Int
    let cell: DraftCell

    package init(row: Int, column: Int, _ cell: DraftCell) {
      self.row = row
      self.column = column
      self.cell = cell
    }
  }

  let name: String
  let cells: [Placed]
  /// The row of the header, which stays in sight with all above it and bears filter buttons; nil
  /// for a sheet without one. Zero-based.
  let header: Int?
  let isHidden: Bool

  /// - Parameter name: any text; what a name of a sheet cannot hold is replaced.
  package init(_ name: String, cells: [Placed], header: Int?, isHidden: Bool = false) {
    self.name = Self.permitted(name)
    self.cells = cells
    self.header = header
    self.isHidden = isHidden
  }

  /// The same sheet under another name.
  fileprivate func renamed(_ name: String) -> GridDraft {
    GridDraft(name, cells: cells, header: header, isHidden: isHidden)
  }

  /// The same sheet under a name that no other has; names are equal in any case.
  fileprivate func named(apartFrom taken: inout Set<String>) -> GridDraft {
    var draft = self
    var number = 1
    while !taken.insert(draft.name.lowercased()).inserted {
      number += 1
      let end = " (\(number))"
      var start = name
      while start.utf16.count + end.utf16.count > 31 { start.removeLast() }
      draft = renamed(start + end)
    }
    return draft
  }

  /// At most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at an end.
  private static func permitted(_ name: String) -> String {
    var result = ""
    for character in name {
      let isForbidden =
        character.unicodeScalars.contains { $0.value < 0x20 } || "[]:*?/\\".contains(character)
      let next = result + (isForbidden ? "_" : String(character))
      if next.utf16.count > 31 { break }
      result = next
    }
    if result.first == "'" { result = "_" + result.dropFirst() }
    if result.last == "'" { result = result.dropLast() + "_" }
    return result.isEmpty ? "Sheet" : result
  }

  /// The last row and column that hold a cell.
  var corner: (row: Int, column: Int) {
    cells.reduce((0, 0)) { (max($0.0, $1.row), max($0.1, $1.column)) }
  }

  /// A width for each column, to fit its content within bounds.
  var widths: [Double] {
    var widths = [Double](repeating: 8, count: corner.column + 1)
    for placed in cells {
      let style = placed.cell.style
      // A long line above the header must not widen its column.
      if let header, placed.row < header { continue }
      let width = TextWidth.estimate(placed.cell.content.shown, bold: style.bold) + 1.5
      widths[placed.column] = min(max(widths[placed.column], width), 90)
    }
    return widths
  }
}

/// A workbook of such sheets. It opens with the first that is not hidden; there must be one.
package struct GridWorkbookDraft: Sendable {
  package let properties: DocumentProperties
  package let sheets: [GridDraft]

  /// - Parameter sheets: one that has the name of another gets a number behind it.
  package init(properties: DocumentProperties, sheets: [GridDraft]) {
    self.properties = properties
    var taken: Set<String> = []
    self.sheets = sheets.map { $0.named(apartFrom: &taken) }
  }
}
