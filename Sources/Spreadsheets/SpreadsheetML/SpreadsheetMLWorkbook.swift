/// A workbook as Excel 2002 and 2003 write it in XML: one file with `Styles` and `Worksheet`s.
/// [XMLSS], the "XML Spreadsheet Reference" of Office 2003.
///
/// The file is read once: only its end tells what its sheets are.
final class SpreadsheetMLWorkbook: Workbook {
  let format = WorkbookFormat.spreadsheetML
  let dateSystem: DateSystem
  let sheets: [Sheet]

  private let fileSize: Int
  private let limits: Limits
  private let styles: XMLSSStyles
  /// The cells of each sheet.
  private let cells: [CellLog]

  /// - Throws: `.unsupported(.xml)` for XML of another kind.
  init(source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    fileSize = source.count
    self.limits = limits
    let reader = XMLSSReader(limits: limits)
    do throws(SpreadsheetError) {
      try Self.parse(source, into: reader, limits: limits)
    } catch {
      // What ends before its first element is no damaged workbook, it is none.
      let isDocumentType = error == .damaged(.documentType, part: "")
      throw reader.isWorkbook || isDocumentType ? error : .unsupported(.xml)
    }
    guard reader.isWorkbook else { throw .unsupported(.xml) }
    dateSystem = reader.dateSystem
    styles = reader.styles
    cells = reader.sheets.map(\.cells)
    sheets = reader.sheets.enumerated().map { index, sheet in
      Sheet(name: sheet.name, visibility: sheet.visibility, index: index)
    }
  }

  func readRows(of sheet: Sheet, _ body: (Row) -> Flow) throws(SpreadsheetError) {
    guard cells.indices.contains(sheet.index) else { return }
    let sharedTexts = TextArena(shared: true)
    var builder = RowBuilder(
      sharedTexts: sharedTexts, limits: limits, part: "", fileSize: fileSize)
    var order = RowOrder(sharedTexts: sharedTexts, part: "")
    var flow = Flow.proceed
    try cells[sheet.index].read { (row) throws(SpreadsheetError) in
      if let done = builder.finished() { flow = try order.take(done, body) }
      if flow == .proceed { try builder.begin(row: row) }
      return flow
    } cell: { (column, tag, text) throws(SpreadsheetError) in
      let cell = XMLSSValue(tag: tag)
        .cell(
          text, column: column, dateSystem: dateSystem, styles: styles, texts: builder.rowTexts)
      if let cell { try builder.append(cell) }
    }
    guard flow == .proceed else { return }
    if let last = builder.finished() { flow = try order.take(last, body) }
    if flow == .proceed { _ = order.finish(body) }
  }

  private static func parse(
    _ source: ByteSource, into receiver: any XMLReceiver, limits: Limits
  ) throws(SpreadsheetError) {
    let parser = XMLPushParser(part: "", receiver: receiver, limits: limits)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    // XML begins with its first byte; some portals put a line break before it.
    var offset = try source.bytes(at: 0, count: 4096).prefix { 0x09...0x0D ~= $0 || $0 == 0x20 }
      .count
    while true {
      let count = try source.read(into: buffer, at: offset)
      if count == 0 { break }
      offset += count
      if try parser.push(UnsafeRawBufferPointer(rebasing: buffer[..<count])) == .stop { return }
    }
    try parser.finish()
  }
}

extension XMLAttributes {
  /// The value of an attribute of the format, which stands with a prefix; some programs leave it
  /// out.
  func ss(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    prefixedValue(name) ?? value(name)
  }

  func ssString(_ name: StaticString) -> String? {
    ss(name).map { String(decoding: $0, as: UTF8.self) }
  }

  func ssInteger(_ name: StaticString) -> Int? { ss(name).flatMap { Int(digits: $0.trimmed) } }
}
