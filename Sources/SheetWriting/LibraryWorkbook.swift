import CXlsxWriter
private import Glibc

/// The only door to libxlsxwriter (1.1.4 in Debian 12). No pointer leaves this type, and every
/// return code counts.
///
/// The locale of the process must stay "C": the library prints numbers with it.
final class LibraryWorkbook {
  /// Nil once closed: closing frees it, whether it succeeds or not.
  private(set) var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  let strings = CStrings()

  /// Once for the process: the amounts of a file are to be read in its very text.
  private static let printsShortestDoubles = comissoes_print_shortest_doubles() == 0

  init(path: String, temporaryFolder: String) throws(SheetWritingError) {
    guard Self.printsShortestDoubles else { throw .refused(code: nil, at: .workbook) }
    var options = lxw_workbook_options()
    options.constant_memory = 0
    options.use_zip64 = 0
    options.tmpdir = try strings.copy(temporaryFolder, for: .workbook)
    workbook = workbook_new_opt(path, &options)
    guard workbook != nil else { throw .refused(code: nil, at: .workbook) }
  }

  deinit {
    if let workbook { lxw_workbook_free(workbook) }
  }

  func set(_ properties: DocumentProperties) throws(SheetWritingError) {
    var fields = lxw_doc_properties()
    fields.title = try strings.copy(CellText.escaped(properties.title), for: .properties)
    fields.author = try strings.copy(CellText.escaped(properties.author), for: .properties)
    fields.comments = try strings.copy(CellText.escaped(properties.comments), for: .properties)
    fields.created = time_t(properties.created)
    try check(workbook_set_properties(workbook, &fields), .properties)
  }

  func add(_ draft: SheetDraft) throws(SheetWritingError) {
    let name = "\(draft.name)"
    try check(workbook_validate_sheet_name(workbook, name), .sheet(name))
    guard let sheet = workbook_add_worksheet(workbook, name) else {
      throw .refused(code: nil, at: .sheet(name))
    }
    try writeLines(of: draft, to: sheet)
    try writeLegend(of: draft, to: sheet)
    try writeTable(of: draft, to: sheet)
    try insertCharts(of: draft, in: sheet)
    try setUp(sheet, as: draft)
  }

  /// - Parameter isFirst: true for the sheet that is shown when the workbook is opened.
  func add(_ draft: GridDraft, isFirst: Bool) throws(SheetWritingError) {
    let place = DraftPlace.sheet(draft.name)
    try check(workbook_validate_sheet_name(workbook, draft.name), place)
    guard let sheet = workbook_add_worksheet(workbook, draft.name) else {
      throw .refused(code: nil, at: place)
    }
    if draft.isHidden { worksheet_hide(sheet) }
    if isFirst {
      worksheet_activate(sheet)
      worksheet_set_first_sheet(sheet)
    }
    for placed in draft.cells {
      try write(placed.cell, to: sheet, of: draft.name, row: placed.row, column: placed.column)
    }
    for (column, width) in draft.widths.enumerated() {
      let x = lxw_col_t(clamping: column)
      try check(worksheet_set_column(sheet, x, x, width, nil), place)
    }
    guard let header = draft.header else { return }
    let corner = draft.corner
    worksheet_freeze_panes(sheet, lxw_row_t(clamping: header + 1), 0)
    try check(
      worksheet_autofilter(
        sheet, lxw_row_t(clamping: header), 0, lxw_row_t(clamping: max(corner.row, header)),
        lxw_col_t(clamping: corner.column)), place)
  }

  /// Puts the file together.
  func close() throws(SheetWritingError) {
    let code = workbook_close(workbook)
    workbook = nil
    try check(code, .closing)
  }

  func check(_ code: lxw_error, _ place: @autoclosure () -> DraftPlace)
    throws(SheetWritingError)
  {
    guard code == LXW_NO_ERROR else { throw .refused(code: code.rawValue, at: place()) }
  }
}

// MARK: - Cells

extension LibraryWorkbook {
  typealias Worksheet = UnsafeMutablePointer<lxw_worksheet>

  private func writeLines(of draft: SheetDraft, to sheet: Worksheet) throws(SheetWritingError) {
    let name = "\(draft.name)"
    let columns = draft.table.columns.prefix(draft.spanned)
    for (place, line) in draft.lines.enumerated() {
      // The last column of the first line is the link's.
      let linked = place == 0 && draft.link != nil ? 1 : 0
      let lastColumn = lxw_col_t(clamping: columns.count - 1 - linked)
      var style = line.style
      style.wraps = true
      let format = try format(style, for: .sheet(name))
      let row = lxw_row_t(clamping: place)
      let text = CellText.escaped(line.text)
      // A range of one cell cannot be merged.
      let code =
        lastColumn == 0
        ? worksheet_write_string(sheet, row, 0, text, format)
        : worksheet_merge_range(sheet, row, 0, row, lastColumn, text, format)
      try check(code, .cell(sheet: name, row: place, column: 0))
      // No program fits the height of merged cells by itself.
      let scale = style.size / 11
      let width = draft.width - (linked > 0 ? columns.last?.width ?? 0 : 0)
      let lines = TextWidth.lines(line.text, within: width / scale)
      try setHeight(ofRow: place, lines: Double(lines) * scale, in: sheet, of: name)
    }
    if let link = draft.link { try write(link, to: sheet, of: draft) }
  }

  /// - Parameters:
  ///   - lines: of text in the default size.
  ///   - air: points above and below them together.
  func setHeight(
    ofRow row: Int, lines: Double, air: Double = 0, in sheet: Worksheet, of name: String
  ) throws(SheetWritingError) {
    // 15 points a line; 409 points are the most that a row may have.
    try check(
      worksheet_set_row(sheet, lxw_row_t(clamping: row), min(409, 15 * lines + air), nil),
      .cell(sheet: name, row: row, column: 0))
  }

  func write(
    _ cell: DraftCell, to sheet: Worksheet, of name: String, row: Int, column: Int
  ) throws(SheetWritingError) {
    let place = DraftPlace.cell(sheet: name, row: row, column: column)
    let format = try format(cell.style, for: place)
    let (x, y) = (lxw_col_t(clamping: column), lxw_row_t(clamping: row))
    let code: lxw_error
    switch cell.content {
    case .blank: code = worksheet_write_blank(sheet, y, x, format)
    // Never `worksheet_write_formula`, nor anything that looks into the text.
    case .text(let text):
      code =
        text.isEmpty
        ? worksheet_write_blank(sheet, y, x, format)
        : worksheet_write_string(sheet, y, x, CellText.escaped(text), format)
    case .number(let number, _): code = worksheet_write_number(sheet, y, x, number, format)
    case .day(let year, let month, let day):
      var moment = lxw_datetime()
      moment.year = Int32(clamping: year)
      moment.month = Int32(clamping: month)
      moment.day = Int32(clamping: day)
      code = worksheet_write_datetime(sheet, y, x, &moment, format)
    case .boolean(let boolean):
      code = worksheet_write_boolean(sheet, y, x, boolean ? 1 : 0, format)
    }
    try check(code, place)
  }

  func format(_ style: CellStyle, for place: DraftPlace) throws(SheetWritingError)
    -> UnsafeMutablePointer<lxw_format>
  {
    if let known = formats[style] { return known }
    guard let format = workbook_add_format(workbook) else {
      throw .refused(code: nil, at: place)
    }
    if !style.numberFormat.isEmpty { format_set_num_format(format, style.numberFormat) }
    if style.bold { format_set_bold(format) }
    if style.underlined { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    format_set_font_size(format, style.size)
    if style.color != 0 { format_set_font_color(format, style.color) }
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, fill)
    }
    switch style.alignment {
    case .automatic: break
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    if style.indent > 0 { format_set_indent(format, style.indent) }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if style.wraps { format_set_text_wrap(format) }
    switch style.border {
    case .none: break
    case .hairlineBelow:
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bottom_color(format, Self.hairline)
    case .lineAbove: format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    formats[style] = format
    return format
  }

  private static let hairline: UInt32 = 0xD0D4DA
}

// MARK: - Table

extension LibraryWorkbook {
  /// The filter's button lies over the right end, hence the indent there.
  private static func headingStyle(_ alignment: CellStyle.Alignment) -> CellStyle {
    CellStyle(
      bold: true, color: 0xFFFFFF, fill: 0x1F3864, alignment: alignment,
      indent: alignment == .right ? 2 : 0)
  }

  private static let totalStyle = CellStyle(bold: true, fill: 0xE7EBF3, border: .lineAbove)

  private func writeTable(of draft: SheetDraft, to sheet: Worksheet) throws(SheetWritingError) {
    let name = "\(draft.name)"
    let table = draft.table
    let totalRow = draft.headerRow + 1 + table.height
    try declareTable(of: draft, in: sheet, totalRow: totalRow)
    for (place, cells) in table.rows.enumerated() {
      let row = draft.headerRow + 1 + place
      for (column, cell) in cells.enumerated() {
        try write(cell, to: sheet, of: name, row: row, column: column)
      }
      // Excel fits the height of a row to a wrapped text, LibreOffice does not.
      let lines = table.lines(ofRow: place)
      if lines > 1 {
        try setHeight(
          ofRow: row, lines: Double(lines), air: Self.rowHeight - 15, in: sheet, of: name)
      }
    }
    for (place, column) in table.columns.enumerated() {
      try setUp(column, in: sheet, of: draft, column: place)
      guard table.hasTotals else { continue }
      try writeTotal(of: column, in: table, to: sheet, of: name, row: totalRow, column: place)
    }
  }

  /// Its width, whether it shows, and what may be typed into it.
  private func setUp(
    _ column: TableDraft.Column, in sheet: Worksheet, of draft: SheetDraft, column place: Int
  ) throws(SheetWritingError) {
    let sheetPlace = DraftPlace.sheet("\(draft.name)")
    let x = lxw_col_t(clamping: place)
    var options = lxw_row_col_options()
    options.hidden = column.isHidden ? 1 : 0
    try check(
      worksheet_set_column_opt(sheet, x, x, column.width, nil, &options), sheetPlace)
    guard !column.choices.isEmpty else { return }
    var validation = lxw_data_validation()
    validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
    validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    var choices: [UnsafeMutablePointer<CChar>?] = []
    for choice in column.choices {
      choices.append(try strings.copy("\(choice)", for: sheetPlace))
    }
    choices.append(nil)
    let code = choices.withUnsafeMutableBufferPointer { list in
      validation.value_list = list.baseAddress
      return worksheet_data_validation_range(
        sheet, lxw_row_t(clamping: draft.headerRow + 1), x,
        lxw_row_t(clamping: draft.headerRow + draft.table.height), x, &validation)
    }
    try check(code, sheetPlace)
  }

  private func declareTable(
    of draft: SheetDraft, in sheet: Worksheet, totalRow: Int
  ) throws(SheetWritingError) {
    let place = DraftPlace.sheet("\(draft.name)")
    let table = draft.table
    var columns: [lxw_table_column] = []
    for column in table.columns {
      var entry = lxw_table_column()
      entry.header = try strings.copy("\(column.heading)", for: place)
      entry.header_format = try format(Self.headingStyle(column.alignment), for: place)
      switch column.total {
      case .none: break
      case .label(let label): entry.total_string = try strings.copy("\(label)", for: place)
      case .sum(let cached, _, _):
        entry.total_function = UInt8(LXW_TABLE_FUNCTION_SUM.rawValue)
        entry.total_value = cached
      case .count(let cached, _, _):
        entry.total_function = UInt8(LXW_TABLE_FUNCTION_COUNT.rawValue)
        entry.total_value = Double(cached)
      }
      columns.append(entry)
    }
    var options = lxw_table_options()
    options.name = try strings.copy("\(table.name)", for: place)
    options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
    options.style_type_number = 1
    options.total_row = table.hasTotals ? 1 : 0
    let code = columns.withUnsafeMutableBufferPointer { entries in
      // The library wants an array of pointers that ends with a null.
      var pointers = entries.indices.map { entries.baseAddress?.advanced(by: $0) } + [nil]
      return pointers.withUnsafeMutableBufferPointer { list in
        options.columns = list.baseAddress
        return worksheet_add_table(
          sheet, lxw_row_t(clamping: draft.headerRow), 0,
          lxw_row_t(clamping: table.hasTotals ? totalRow : totalRow - 1),
          lxw_col_t(clamping: entries.count - 1), &options)
      }
    }
    try check(code, place)
  }

  /// Writes over what the library has put there, which has no style. The formula is the one that
  /// Excel stores for a total: 109 is the sum of the rows that the filter shows, 103 their count.
  private func writeTotal(
    of column: TableDraft.Column, in table: TableDraft, to sheet: Worksheet, of name: String,
    row: Int, column place: Int
  ) throws(SheetWritingError) {
    var style = Self.totalStyle
    func writeSubtotal(_ function: Int, _ cached: Double) throws(SheetWritingError) {
      let cell = DraftPlace.cell(sheet: name, row: row, column: place)
      let code = worksheet_write_formula_num(
        sheet, lxw_row_t(clamping: row), lxw_col_t(clamping: place),
        "=SUBTOTAL(\(function),\(table.name)[\(column.heading)])", try format(style, for: cell),
        cached)
      try check(code, cell)
    }
    switch column.total {
    case .none:
      try write(DraftCell(.blank, style), to: sheet, of: name, row: row, column: place)
    case .label(let label):
      try write(DraftCell(.text("\(label)"), style), to: sheet, of: name, row: row, column: place)
    case .sum(let cached, _, let numberFormat):
      style.numberFormat = numberFormat
      try writeSubtotal(109, cached)
    case .count(let cached, _, let numberFormat):
      style.numberFormat = numberFormat
      style.alignment = .left
      try writeSubtotal(103, Double(cached))
    }
  }
}

// MARK: - Screen and print

extension LibraryWorkbook {
  private static let a4: UInt8 = 9
  /// In points: a line of text, and some air.
  fileprivate static let rowHeight = 18.0

  private func setUp(_ sheet: Worksheet, as draft: SheetDraft) throws(SheetWritingError) {
    let place = DraftPlace.sheet("\(draft.name)")
    let header = lxw_row_t(clamping: draft.headerRow)
    worksheet_freeze_panes(sheet, header + 1, draft.isWide ? 1 : 0)
    worksheet_set_default_row(sheet, Self.rowHeight, 0)
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    // Contract numbers are texts on purpose; without this Excel marks each with a green corner.
    try check(
      worksheet_ignore_errors(
        sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"), place)

    worksheet_set_paper(sheet, Self.a4)
    worksheet_set_landscape(sheet)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7)
    try check(worksheet_repeat_rows(sheet, header, header), place)
    if draft.isWide {
      try check(
        worksheet_print_area(
          sheet, 0, 0, lxw_row_t(clamping: draft.lastRow), lxw_col_t(clamping: draft.spanned - 1)),
        place)
    }
    try check(worksheet_set_footer(sheet, draft.footer.code), place)
  }
}

/// Copies of texts for the fields of C structures, alive as long as their owner.
final class CStrings {
  private var copies: [UnsafeMutablePointer<CChar>] = []

  deinit {
    for copy in copies { free(copy) }
  }

  func copy(_ text: String, for place: DraftPlace) throws(SheetWritingError)
    -> UnsafeMutablePointer<CChar>
  {
    guard let copy = strdup(text) else { throw .refused(code: nil, at: place) }
    copies.append(copy)
    return copy
  }
}
