/// A workbook of Excel 2 to 2003, `.xls`: records in a stream of a compound file or, as the oldest
/// ones, in a file by themselves. [MS-XLS]
package final class BIFFWorkbook: Workbook {
  package let format: WorkbookFormat
  package let dateSystem: DateSystem
  package let sheets: [Sheet]

  private let stream: [UInt8]
  private let part: String
  private let limits: Limits
  private let texts: TextArena
  private let errors: ErrorTexts
  private let places: [Place]
  private let application: String?

  /// Where a sheet lies in the stream, and what its records rest on.
  private struct Place {
    let start: Int
    let end: Int
    let globals: WorkbookGlobals
  }

  /// Whether the first bytes of a file are those of a compound file or of a record stream.
  package static func recognises(_ head: [UInt8]) -> Bool {
    isCompoundFile(head) || isRecordStream(head)
  }

  /// - Throws: `.encrypted`; `.unsupported` for what is no workbook; `.damaged`.
  package static func open(
    _ source: ByteSource, limits: Limits = Limits()
  ) throws(SpreadsheetError) -> BIFFWorkbook {
    guard source.count <= limits.fileSize else {
      throw .beyond(.fileSize(limits.fileSize), part: "")
    }
    let head = try source.bytes(at: 0, count: CompoundFileHeader.size)
    if isCompoundFile(head) { return try open(CompoundFile(source), limits: limits) }
    guard isRecordStream(head) else { throw .unsupported(.unknown) }
    let stream = try source.bytes(at: 0, count: source.count)
    return try BIFFWorkbook(stream: stream, part: "", limits: limits)
  }

  private static func open(
    _ file: CompoundFile, limits: Limits
  ) throws(SpreadsheetError) -> BIFFWorkbook {
    // An OOXML workbook under a password, or an XLS under rights management. [MS-OFFCRYPTO]
    let isLocked = ["EncryptedPackage", "\u{9}DRMContent"].contains {
      file.stream(named: $0) != nil
    }
    guard !isLocked else { throw .encrypted }
    // A file saved for both generations of Excel has both; the newer one is whole.
    let found = ["Workbook", "Book"].compactMap { file.stream(named: $0) }
    guard let first = found.first else { throw .unsupported(.compoundFile) }
    for entry in found {
      let stream = try file.bytes(of: entry)
      guard isRecordStream(stream) else { continue }
      let summary = file.stream(named: SummaryInformation.streamName).flatMap {
        try? file.bytes(of: $0)
      }
      return try BIFFWorkbook(
        stream: stream, part: entry.name, limits: limits,
        application: summary.flatMap(SummaryInformation.applicationName))
    }
    throw .damaged(.structure, part: first.name)
  }

  private static func isCompoundFile(_ head: [UInt8]) -> Bool {
    head.starts(with: CompoundFileHeader.signature)
  }

  private static func isRecordStream(_ head: [UInt8]) -> Bool {
    head.withView { BeginOfFile(head: $0) } != nil
  }

  private init(
    stream: [UInt8], part: String, limits: Limits, application: String? = nil
  ) throws(SpreadsheetError) {
    let texts = TextArena(shared: true)
    let errors = ErrorTexts(in: texts)
    let (globals, places) = try stream.withView {
      (view) throws(SpreadsheetError) -> (WorkbookGlobals, [Place]) in
      let globals = try WorkbookGlobals(
        view, at: 0, texts: texts, limits: limits, part: part)
      guard globals.content.holdsSheets else { throw .unsupported(.excelWithoutCells) }
      var places: [Place] = []
      for (sheet, end) in zip(globals.sheets, Self.ends(of: globals.sheets, in: view)) {
        // The sheets of a BIFF4 workbook have formats of their own.
        let own =
          globals.content == .workbook4
          ? try WorkbookGlobals(
            view, at: sheet.offset, outer: globals, texts: texts, limits: limits, part: part)
          : globals
        places.append(Place(start: sheet.offset, end: end, globals: own))
      }
      return (globals, places)
    }
    self.stream = stream
    self.part = part
    self.limits = limits
    self.texts = texts
    self.errors = errors
    self.places = places
    self.application = application
    format = globals.version.format
    dateSystem = globals.dateSystem
    sheets = globals.sheets.enumerated().map { index, sheet in
      Sheet(name: sheet.name, visibility: sheet.visibility, index: index)
    }
  }

  /// Where each sheet must have ended: where another begins. Without this a file of nested or
  /// repeated sheets would be read over and over.
  private static func ends(
    of sheets: [WorkbookGlobals.BoundSheet], in stream: ByteView
  ) -> [Int] {
    let starts = Set(sheets.map(\.offset).filter { BeginOfFile(at: $0, in: stream) != nil })
    let ordered = starts.sorted()
    let endOfStart = Dictionary(
      uniqueKeysWithValues: zip(ordered, ordered.dropFirst() + [stream.count]))
    var seen: Set<Int> = []
    return sheets.map { sheet in
      guard seen.insert(sheet.offset).inserted else { return sheet.offset }
      return endOfStart[sheet.offset] ?? stream.count
    }
  }

  package func producer() -> String? { application }

  package func readRows(of sheet: Sheet, _ body: (Row) -> Flow) throws(SpreadsheetError) {
    guard places.indices.contains(sheet.index) else { return }
    let place = places[sheet.index]
    try stream.withView { (view) throws(SpreadsheetError) in
      let extent = view.slice(0, count: place.end)
      let cells = CellDecoder(
        extent, globals: place.globals, errors: errors, limits: limits, part: part)
      let reader = SheetReader(
        stream: extent, isFollowed: place.end < view.count, offset: place.start, texts: texts,
        cells: cells, limits: limits, part: part,
        fileSize: stream.count)
      try reader.readRows(body)
    }
  }
}
