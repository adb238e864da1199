/// A workbook as Excel 2002 and 2003 write it in XML: one file with `Styles` and `Worksheet`s.
/// [XMLSS], the "XML Spreadsheet Reference" of Office 2003.
///
/// The file is read once for its sheets and styles, and again for each reading of a sheet.
final class SpreadsheetMLWorkbook: Workbook {
  let format = WorkbookFormat.spreadsheetML
  let dateSystem: DateSystem
  let sheets: [Sheet]

  private let source: ByteSource
  private let limits: Limits
  private let styles: XMLSSStyles

  /// - Throws: `.unsupported(.xml)` for XML of another kind.
  init(source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    self.source = source
    self.limits = limits
    let outline = XMLSSOutline()
    do throws(SpreadsheetError) {
      try Self.parse(source, into: outline, limits: limits)
    } catch {
      // What ends before its first element is no damaged workbook, it is none.
      throw outline.isWorkbook ? error : .unsupported(.xml)
    }
    guard outline.isWorkbook else { throw .unsupported(.xml) }
    dateSystem = outline.dateSystem
    styles = outline.styles
    sheets = outline.sheets.enumerated().map { index, sheet in
      Sheet(name: sheet.name, visibility: sheet.visibility, index: index)
    }
  }

  func readRows(of sheet: Sheet, _ body: (Row) -> Flow) throws(SpreadsheetError) {
    try withoutActuallyEscaping(body) { (body) throws(SpreadsheetError) in
      let cells = XMLSSCells(
        styles: styles, dateSystem: dateSystem, limits: limits, fileSize: source.count,
        body: body)
      try Self.parse(
        source, into: XMLSSRows(sheet: sheet.index, cells: cells), limits: limits)
    }
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
