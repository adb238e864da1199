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

/// A sheet as reports have it: lines that introduce, an empty row, a table.
///
/// Everything down to the table's header stays in sight when scrolling; the header is repeated on
/// each printed page. A4 landscape, as wide as the page.
package struct SheetDraft: Sendable {
  let name: StaticString
  let lines: [DraftLine]
  let table: TableDraft
  let footer: Footer

  /// - Parameter name: at most 31 characters, none of `[]:*?/\`.
  package init(
    _ name: StaticString, lines: [DraftLine], table: TableDraft, footer: Footer = Footer()
  ) {
    self.name = name
    self.lines = lines
    self.table = table
    self.footer = footer
  }

  /// The row of the table's header, zero-based.
  var headerRow: Int { lines.isEmpty ? 0 : lines.count + 1 }

  /// The width of all columns together.
  var width: Double { table.columns.filter { !$0.isHidden }.reduce(0) { $0 + $1.width } }
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
