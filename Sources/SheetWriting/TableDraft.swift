/// One column of a table of records.
package struct TableColumn<Record> {
  let heading: StaticString
  let alignment: CellStyle.Alignment
  let total: ColumnTotal
  let widths: ClosedRange<Double>
  let choices: [StaticString]
  let isHidden: Bool
  let cell: (Record) -> DraftCell

  /// - Parameters:
  ///   - heading: unlike that of every other column; letters and spaces only, since the formula of
  ///     the total names it.
  ///   - alignment: of the heading alone.
  ///   - widths: between which the column may fit its content, in digits of the default font.
  ///   - choices: what may be typed into the cells, shown as a drop-down; at most 255 characters with
  ///     a comma after each, and no commas in them. Empty for anything.
  ///   - isHidden: true for what programs read and people need not see.
  ///   - cell: what the column shows of a record.
  package init(
    _ heading: StaticString, alignment: CellStyle.Alignment = .left, total: ColumnTotal = .none,
    widths: ClosedRange<Double> = 10...60, choices: [StaticString] = [], isHidden: Bool = false,
    cell: @escaping (Record) -> DraftCell
  ) {
    self.heading = heading
    self.alignment = alignment
    self.total = total
    self.widths = widths
    self.choices = choices
    self.isHidden = isHidden
    self.cell = cell
  }
}

/// What the total row of a table holds in one column.
package enum ColumnTotal: Sendable {
  case none
  case label(StaticString)
  /// The sum of what the filter shows, as a live formula. `cached` is its value with every row
  /// shown, for those who read the file without calculating; `shown` as in `CellContent.number`.
  case sum(cached: Double, shown: String, numberFormat: String)
  /// How many cells that are not empty the filter shows; the rest as of a sum.
  case count(cached: Int, shown: String, numberFormat: String)
}

/// An Excel table: a header with filter buttons, a row for each record, and a total row when a
/// column has a total.
///
/// Its name and headings are written in the program's source, so that nothing from outside can
/// reach a name or a formula.
package struct TableDraft: Sendable {
  struct Column: Sendable {
    let heading: StaticString
    let alignment: CellStyle.Alignment
    let total: ColumnTotal
    let width: Double
    let choices: [StaticString]
    let isHidden: Bool
  }

  let name: StaticString
  let columns: [Column]
  let rows: [[DraftCell]]

  /// - Parameter name: unlike that of every other table of the workbook; ASCII letters only.
  package init<Record>(
    _ name: StaticString, of records: [Record], columns: [TableColumn<Record>]
  ) {
    self.name = name
    rows = records.map { record in columns.map { $0.cell(record) } }
    self.columns = columns.enumerated().map { [rows] place, column in
      var width = TextWidth.estimate("\(column.heading)", bold: true) + Self.filterButton
      switch column.total {
      case .sum(_, let shown, _), .count(_, let shown, _):
        width = max(width, TextWidth.estimate(shown, bold: true))
      case .none, .label: break
      }
      for row in rows {
        let cell = row[place]
        width = max(width, TextWidth.estimate(cell.content.shown, bold: cell.style.bold))
      }
      let fitting = min(
        max(width + Self.margin, column.widths.lowerBound), column.widths.upperBound)
      return Column(
        heading: column.heading, alignment: column.alignment, total: column.total, width: fitting,
        choices: column.choices, isHidden: column.isHidden)
    }
  }

  var hasTotals: Bool {
    columns.contains { column in
      if case .none = column.total { false } else { true }
    }
  }

  /// Excel shows a table without records as one empty row.
  var height: Int { max(1, rows.count) }

  /// The lines that the longest of a row's wrapped texts needs.
  func lines(ofRow row: Int) -> Int {
    zip(columns, rows[row]).reduce(1) { lines, pair in
      let (column, cell) = pair
      guard cell.style.wraps else { return lines }
      return max(lines, TextWidth.lines(cell.content.shown, within: column.width - 1))
    }
  }

  private static let filterButton = 2.5
  private static let margin = 1.5
}
