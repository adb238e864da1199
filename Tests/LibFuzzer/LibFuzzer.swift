// One parser after the other under libFuzzer; built by `.ci/libfuzzer`, together with the sources
// of Spreadsheets as one module.

private import Glibc

/// What is fed, by the variable FUZZ_PARSER.
private enum FuzzedParser: String {
  /// The directory of a zip archive, and all its entries.
  case zip
  /// XML parts: the first byte chooses which.
  case xml
  /// The chains of a compound file.
  case compound
  /// A record stream of Excel 2 to 2003.
  case records
  /// The tables of a page.
  case html
  /// XML of Excel 2003.
  case spreadsheetml
  /// A separated text.
  case csv
  /// A whole file of any kind.
  case workbook

  static let chosen = getenv("FUZZ_PARSER").flatMap { FuzzedParser(rawValue: String(cString: $0)) }

  func feed(_ bytes: [UInt8]) throws(SpreadsheetError) {
    switch self {
    case .zip: try Self.feedZip(bytes)
    case .xml: try Self.feedXML(bytes)
    case .compound: try Self.feedCompoundFile(bytes)
    case .records: try Self.readAll(BIFFWorkbook.open(ByteSource(bytes)))
    case .html: try Self.readAll(HTMLWorkbook(source: ByteSource(bytes), limits: Limits()))
    case .spreadsheetml:
      try Self.readAll(SpreadsheetMLWorkbook(source: ByteSource(bytes), limits: Limits()))
    case .csv: try Self.readAll(CSVWorkbook(source: ByteSource(bytes), limits: Limits()))
    case .workbook: try Self.readAll(openWorkbook(ByteSource(bytes)))
    }
  }

  private static func feedZip(_ bytes: [UInt8]) throws(SpreadsheetError) {
    let archive = try ZipArchive(source: ByteSource(bytes), limits: Limits())
    for name in archive.names {
      // One bad entry must not hide the others.
      _ = try? archive.prefix(of: PackagePath(name), count: .max)
    }
  }

  private static func feedXML(_ bytes: [UInt8]) throws(SpreadsheetError) {
    guard let choice = bytes.first else { return }
    let limits = Limits()
    let context = CellContext(
      dateSystem: .from1900, kinds: [.number, .date, .elapsed],
      sharedTexts: TextArena(shared: true),
      table: FlatTable())
    let receiver: any XMLReceiver =
      switch choice % 4 {
      case 0:
        SheetPart(
          assembler: SheetAssembler(
            context: context, limits: limits, part: "", fileSize: bytes.count
          ) {
            row in
            for cell in row.cells { _ = row.text(of: cell) }
            return .proceed
          })
      case 1:
        SharedStringsPart(arena: TextArena(shared: true), limits: limits, part: "")
      case 2: StylesPart()
      default: WorkbookPart(limits: limits, part: "")
      }
    let parser = XMLPushParser(part: "", receiver: receiver, limits: limits)
    // Pieces of a size that is no power of two cut tags and characters anywhere.
    let size = 1 + Int(choice >> 2) * 7
    var start = 1
    while start < bytes.count {
      let end = min(start + size, bytes.count)
      let flow = try bytes.withView { (all) throws(SpreadsheetError) -> Flow in
        try parser.push(UnsafeRawBufferPointer(all.slice(start, count: end - start).buffer))
      }
      if flow == .stop { return }
      start = end
    }
    try parser.finish()
    // The rows of a small sheet are held back until now.
    _ = (receiver as? SheetPart)?.finish()
  }

  private static func feedCompoundFile(_ bytes: [UInt8]) throws(SpreadsheetError) {
    let file = try CompoundFile(ByteSource(bytes))
    for name in ["Workbook", "Book", "EncryptedPackage"] {
      guard let entry = file.stream(named: name) else { continue }
      _ = try? file.bytes(of: entry)
    }
  }

  private static func readAll(_ workbook: any Workbook) throws(SpreadsheetError) {
    for sheet in workbook.sheets {
      try workbook.readRows(of: sheet) { row in
        for cell in row.cells {
          _ = row.text(of: cell)
          _ = SerialDate(serial: cell.number, system: workbook.dateSystem)
        }
        return .proceed
      }
    }
  }
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let parser = FuzzedParser.chosen else {
    puts("FUZZ_PARSER must be zip, xml, compound, records, html, spreadsheetml, csv or workbook")
    exit(64)
  }
  try? parser.feed(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
