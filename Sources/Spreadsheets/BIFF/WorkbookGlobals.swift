/// What a workbook says outside its cells: sheets, formats, shared texts, the meaning of bytes
/// and of dates.
struct WorkbookGlobals {
  struct BoundSheet {
    let name: String
    let visibility: Sheet.Visibility
    /// Where the sheet's BOF stands.
    let offset: Int
  }

  let version: BIFFVersion
  let content: BeginOfFile.Content
  private(set) var dateSystem: DateSystem
  private(set) var page: CodePage
  private(set) var sheets: [BoundSheet] = []
  private(set) var sharedStrings = SharedStringTable()
  /// What a number is in each XF, and in each format that a BIFF2 cell names by itself.
  private(set) var cellKinds = FlatTable<Cell.Kind>()
  private(set) var formatKinds: [Cell.Kind] = []

  /// Reads the substream at `offset`: the globals of a workbook, or an old sheet that has no
  /// other globals than its own records.
  /// - Parameters:
  ///   - outer: what holds unless the substream says otherwise.
  ///   - texts: receives the shared texts.
  init(
    _ stream: ByteView, at offset: Int, outer: WorkbookGlobals? = nil, texts: TextArena,
    limits: Limits, part: String
  ) throws(SpreadsheetError) {
    var substream = try Substream(stream, at: offset, part: part)
    guard let begin = substream.begin else { throw .damaged(.structure, part: part) }
    version = begin.isVague ? Self.version(ofCellsAt: offset, in: stream) : begin.version
    content = begin.content
    dateSystem = outer?.dateSystem ?? .from1900
    page = outer?.page ?? CodePage(nil)
    if content == .sheet {
      // No name is written anywhere; this is the one that such sheets are given elsewhere.
      sheets = [BoundSheet(name: "Sheet 1", visibility: .visible, offset: offset)]
    }
    var formats = CellFormats()
    var pages: [UInt16: CodePage] = [:]
    while let record = try substream.next() {
      switch record.number {
      case RecordNumber.filePass: throw .encrypted
      case RecordNumber.codePage:
        let number = record.body.uint16(at: 0)
        page = pages[number] ?? CodePage(number)
        pages[number] = page
      case RecordNumber.date1904:
        dateSystem = record.body.uint16(at: 0) == 1 ? .from1904 : .from1900
      case RecordNumber.boundSheet where version >= .biff5: addSheet(record, in: stream)
      case RecordNumber.sheetHeader where content == .workbook4:
        addHeadedSheet(record, in: stream)
      case RecordNumber.sharedStrings:
        try sharedStrings.read(record, in: stream, to: texts, limits: limits, part: part)
      case RecordNumber.format, RecordNumber.format2:
        formats.addFormat(record, version: version, page: page)
      case RecordNumber.cellFormat, RecordNumber.cellFormat2, RecordNumber.cellFormat3,
        RecordNumber.cellFormat4:
        formats.addCellFormat(record)
      default: break
      }
      try limits.checkSheets(sheets.count, part: part)
    }
    cellKinds = FlatTable(formats.cellKinds(version: version))
    formatKinds = formats.formatKinds(version: version)
  }

  /// The version of a sheet whose BOF does not tell: that of its first cell. A script much copied
  /// among programmers of PHP writes cells of BIFF5 under a BOF of version 0.
  private static func version(ofCellsAt offset: Int, in stream: ByteView) -> BIFFVersion {
    var cursor = RecordCursor(stream, at: offset)
    while let record = cursor.next() {
      if CellContent(record: record.number, version: .biff5) != nil { return .biff5 }
      if CellContent(record: record.number, version: .biff2) != nil { return .biff2 }
    }
    return .biff5
  }

  /// BoundSheet8 [MS-XLS] 2.4.28. Only worksheets are taken. A dialog sheet is told from them by
  /// one bit inside it; it holds no cells and stays, empty.
  private mutating func addSheet(_ record: Record, in stream: ByteView) {
    let body = record.body
    let offset = Int(body.uint32(at: 0))
    guard body.count >= 7, body.uint8(at: 5) == 0, !Self.isForeign(offset, in: stream)
    else { return }
    let visibility: Sheet.Visibility =
      switch body.uint8(at: 4) & 3 {
      case 0: .visible
      case 1: .hidden
      default: .veryHidden
      }
    let name = TextArena(shared: false)
    let count = Int(body.uint8(at: 6))
    if version.isUnicode {
      var transcoder = UTF16Transcoder()
      if body.uint8(at: 7) & 1 != 0 {
        transcoder.append(units: body.slice(8, count: 2 * count), to: name)
      } else {
        transcoder.append(compressed: body.slice(8, count: count), to: name)
      }
      transcoder.finish(in: name)
    } else {
      page.append(body.slice(7, count: count), to: name)
    }
    sheets.append(
      BoundSheet(name: Self.sheetName(name), visibility: visibility, offset: offset))
  }

  /// SHEETHDR [OOo]: the sheet itself follows.
  private mutating func addHeadedSheet(_ record: Record, in stream: ByteView) {
    guard !Self.isForeign(record.end, in: stream) else { return }
    let name = TextArena(shared: false)
    page.append(record.body.slice(5, count: Int(record.body.uint8(at: 4))), to: name)
    sheets.append(
      BoundSheet(name: Self.sheetName(name), visibility: .visible, offset: record.end))
  }

  /// Whether a substream says of itself that it is no sheet: the numbers that a chart keeps are
  /// no cells, whatever the list of sheets says of it.
  private static func isForeign(_ offset: Int, in stream: ByteView) -> Bool {
    switch BeginOfFile(at: offset, in: stream)?.content {
    case .chart, .module: return true
    default: return false
    }
  }

  /// Some programs fill names up with zeros.
  private static func sheetName(_ text: TextArena) -> String {
    String(decoding: text.bytes.filter { $0 != 0 }, as: UTF8.self)
  }
}
