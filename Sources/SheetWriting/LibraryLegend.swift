import CXlsxWriter

// What stands around a table: the way to another sheet, the legend, the charts.

extension LibraryWorkbook {
  private static let linkStyle = CellStyle(
    underlined: true, color: 0x1F4E9E, alignment: .right)

  func write(
    _ link: SheetLink, to sheet: Worksheet, of draft: SheetDraft
  ) throws(SheetWritingError) {
    let column = draft.spanned - 1
    let place = DraftPlace.cell(sheet: "\(draft.name)", row: 0, column: column)
    let target = link.sheet.replacing("'", with: "''")
    try check(
      worksheet_write_url_opt(
        sheet, 0, lxw_col_t(clamping: column), "internal:'\(target)'!A1",
        try format(Self.linkStyle, for: place), CellText.escaped(link.text), nil), place)
  }

  func writeLegend(of draft: SheetDraft, to sheet: Worksheet) throws(SheetWritingError) {
    for (column, cell) in draft.legend.enumerated() {
      try write(cell, to: sheet, of: "\(draft.name)", row: draft.headerRow - 1, column: column)
    }
  }
}

// MARK: - Charts

extension LibraryWorkbook {
  /// In pixels: that of the library's charts, and some air.
  private static let chartWidth: Int32 = 480 + 16

  func insertCharts(of draft: SheetDraft, in sheet: Worksheet) throws(SheetWritingError) {
    for (place, chart) in draft.charts.enumerated() {
      try insert(chart, at: Self.chartWidth * Int32(clamping: place), of: draft, in: sheet)
    }
  }

  /// - Parameter offset: from the left edge of the sheet, in pixels.
  private func insert(
    _ chart: ChartDraft, at offset: Int32, of draft: SheetDraft, in sheet: Worksheet
  ) throws(SheetWritingError) {
    let place = DraftPlace.sheet("\(draft.name)")
    guard let drawn = workbook_add_chart(workbook, UInt8(LXW_CHART_BAR.rawValue)),
      let series = chart_add_series(drawn, nil, nil),
      let categories = draft.table.place(of: chart.categories),
      let values = draft.table.place(of: chart.values)
    else { throw .refused(code: nil, at: place) }
    let name = "\(draft.name)"
    let first = lxw_row_t(clamping: draft.headerRow + 1)
    let last = lxw_row_t(clamping: draft.headerRow + draft.table.height)
    func point(_ column: Int, _ set: (lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t) -> Void) {
      set(first, lxw_col_t(clamping: column), last, lxw_col_t(clamping: column))
    }
    point(categories) { chart_series_set_categories(series, name, $0, $1, $2, $3) }
    point(values) { chart_series_set_values(series, name, $0, $1, $2, $3) }
    try paint(series, chart.colors, place)
    chart_series_set_labels(series)
    chart_series_set_labels_num_format(series, chart.numberFormat)
    chart_set_series_gap(drawn, 40)
    chart_title_set_name(drawn, "\(chart.title)")
    var font = lxw_chart_font()
    font.size = 13
    font.bold = 1
    font.color = 0x1F3864
    chart_title_set_name_font(drawn, &font)
    chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    // The first category stands lowest otherwise; the numbers say what an axis would. The library
    // has the axes of bars change names.
    chart_axis_set_reverse(drawn.pointee.y_axis)
    chart_axis_major_gridlines_set_visible(drawn.pointee.y_axis, 0)
    chart_axis_major_gridlines_set_visible(drawn.pointee.x_axis, 0)
    chart_axis_off(drawn.pointee.x_axis)
    if let longest = draft.table.numbers(of: values).max(), longest > 0 {
      // Room for the number beside the longest bar.
      chart_axis_set_max(drawn.pointee.x_axis, 1.25 * longest)
    }

    var options = lxw_chart_options()
    options.x_offset = offset
    options.description = try strings.copy(CellText.escaped(chart.description), for: place)
    try check(
      worksheet_insert_chart_opt(
        sheet, lxw_row_t(clamping: draft.lastRow + 2), 0, drawn, &options), place)
  }

  private func paint(
    _ series: UnsafeMutablePointer<lxw_chart_series>, _ colors: [UInt32], _ place: DraftPlace
  ) throws(SheetWritingError) {
    var fills = colors.map { color in
      var fill = lxw_chart_fill()
      fill.color = color
      return fill
    }
    let code = fills.withUnsafeMutableBufferPointer { fills in
      var points = fills.indices.map { place in
        var point = lxw_chart_point()
        point.fill = fills.baseAddress?.advanced(by: place)
        return point
      }
      return points.withUnsafeMutableBufferPointer { points in
        // The library wants an array of pointers that ends with a null.
        var pointers = points.indices.map { points.baseAddress?.advanced(by: $0) } + [nil]
        return pointers.withUnsafeMutableBufferPointer {
          chart_series_set_points(series, $0.baseAddress)
        }
      }
    }
    try check(code, place)
  }
}
