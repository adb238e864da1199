/// A chart of horizontal bars, one for each row of the sheet's own table, from the top down.
///
/// It is drawn from the cells, so that it follows them when somebody changes one.
package struct ChartDraft: Sendable {
  let title: StaticString
  let categories: StaticString
  let values: StaticString
  let numberFormat: String
  let colors: [UInt32]
  let description: String

  /// - Parameters:
  ///   - title: unlike that of every other chart of the sheet.
  ///   - categories: the heading of the column that names the bars.
  ///   - values: the heading of the column that holds their lengths; its numbers stand beside them.
  ///   - numberFormat: of those, as Excel writes it.
  ///   - colors: of the bars, 0xRRGGBB, in the order of rows.
  ///   - description: what the chart shows, for who cannot see it.
  package init(
    _ title: StaticString, of values: StaticString, by categories: StaticString,
    numberFormat: String, colors: [UInt32], description: String
  ) {
    self.title = title
    self.categories = categories
    self.values = values
    self.numberFormat = numberFormat
    self.colors = colors
    self.description = description
  }
}

extension TableDraft {
  /// The place of a column among the others; nil for a heading that none has.
  func place(of heading: StaticString) -> Int? {
    columns.firstIndex { "\($0.heading)" == "\(heading)" }
  }

  /// Those of a column, from the top down.
  func numbers(of column: Int) -> [Double] {
    rows.compactMap { cells in
      if case .number(let number, _) = cells[column].content { number } else { nil }
    }
  }
}
