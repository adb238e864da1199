/// A workbook to be written: values only, nothing of the library that writes it.
package struct WorkbookDraft: Sendable {
  package let properties: DocumentProperties
  package let sheets: [SheetDraft]

  package init(properties: DocumentProperties, sheets: [SheetDraft]) {
    self.properties = properties
    self.sheets = sheets
  }
}

/// What the file says of itself.
package struct DocumentProperties: Sendable {
  package let title: String
  package let author: String
  package let comments: String
  /// Seconds from 1970-01-01 UTC, not 0. An argument, so that the same draft gives the same bytes.
  package let created: Int

  package init(title: String, author: String, comments: String, created: Int) {
    self.title = title
    self.author = author
    self.comments = comments
    self.created = created
  }
}

/// A sheet as reports have it: lines that introduce, a row for the legend, a table, charts of it.
///
/// Everything down to the table's header stays in sight when scrolling; the header is repeated on
/// each printed page. A4 landscape, as wide as the page.
package struct SheetDraft: Sendable {
  let name: StaticString
  let lines: [DraftLine]
  let link: SheetLink?
  let legend: [DraftCell]
  let table: TableDraft
  let charts: [ChartDraft]
  let footer: Footer
  /// Over how many columns the lines stretch.
  let spanned: Int
  /// Whether the first column stays in sight when scrolling to the side.
  let isWide: Bool

  /// - Parameters:
  ///   - name: at most 31 characters, none of `[]:*?/\`.
  ///   - link: stands over the table's last printed column, at the end of the first line.
  ///   - legend: stands in the row above the table, from its first column on; at most as many as
  ///     there are columns.
  ///   - charts: stand below the table, beside each other.
  ///   - printed: how many columns are printed, of a table that is too wide for a page and whose
  ///     first column therefore stays in sight; all without it.
  package init(
    _ name: StaticString, lines: [DraftLine], link: SheetLink? = nil, legend: [DraftCell] = [],
    table: TableDraft, charts: [ChartDraft] = [], printed: Int? = nil, footer: Footer = Footer()
  ) {
    self.name = name
    self.lines = lines
    self.link = link
    self.legend = legend
    self.table = table
    self.charts = charts
    self.footer = footer
    spanned = min(printed ?? table.columns.count, table.columns.count)
    isWide = spanned < table.columns.count
  }

  /// The row of the table's header, zero-based.
  var headerRow: Int { lines.isEmpty ? 0 : lines.count + 1 }

  /// The last row of the table, that of the total where there is one, zero-based.
  var lastRow: Int { headerRow + table.height + (table.hasTotals ? 1 : 0) }

  /// The width of the columns together over which the lines stretch.
  var width: Double {
    table.columns.prefix(spanned).filter { !$0.isHidden }.reduce(0) { $0 + $1.width }
  }
}

/// A line above the table, as wide as it, wrapped where it is longer.
package struct DraftLine: Equatable, Sendable {
  package let text: String
  package let style: CellStyle

  package init(_ text: String, _ style: CellStyle = CellStyle()) {
    self.text = text
    self.style = style
  }
}

/// A way to the beginning of another sheet of the workbook.
package struct SheetLink: Equatable, Sendable {
  let text: String
  let sheet: String

  /// - Parameter sheet: the name of one that the workbook has.
  package init(_ text: String, to sheet: StaticString) {
    self.text = text
    self.sheet = "\(sheet)"
  }
}

/// What stands at the foot of each printed page.
package struct Footer: Sendable {
  package enum Piece: Sendable {
    case text(String)
    case page
    case pageCount
  }

  package let left: [Piece]
  package let right: [Piece]

  package init(left: [Piece] = [], right: [Piece] = []) {
    self.left = left
    self.right = right
  }

  /// In Excel's codes: `&LOctober&RPage &P of &N`.
  var code: String { "&L\(Self.code(left))&R\(Self.code(right))" }

  private static func code(_ pieces: [Piece]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text):
        text.split(separator: "&", omittingEmptySubsequences: false)
          .joined(separator: "&&")
      case .page: "&P"
      case .pageCount: "&N"
      }
    }.joined()
  }
}
