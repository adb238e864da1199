/// The generations of Excel's record format.
enum BIFFVersion: Comparable {
  case biff2, biff3, biff4, biff5, biff8

  var format: WorkbookFormat {
    switch self {
    case .biff2: .biff2
    case .biff3: .biff3
    case .biff4: .biff4
    case .biff5: .biff5
    case .biff8: .biff8
    }
  }

  /// Whether texts are Unicode. Before that they are bytes of a code page.
  var isUnicode: Bool { self == .biff8 }
}

/// A BOF record: the version of what follows, and what it is. [MS-XLS] 2.4.21
struct BeginOfFile {
  enum Content {
    /// The globals of a workbook, from BIFF5 on.
    case workbook
    /// A BIFF4 workbook, with its sheets inside it.
    case workbook4
    case sheet
    case chart
    case macros
    case module

    /// Whether a file that begins so is a sheet or has sheets.
    var holdsSheets: Bool { self == .workbook || self == .workbook4 || self == .sheet }
  }

  let version: BIFFVersion
  let content: Content
  /// Whether a program other than Excel wrote it, with a version that its records may not be of.
  let isVague: Bool

  /// Nil for another record, and for a BOF of no known kind.
  init?(_ record: Record) {
    self.init(number: record.number, body: record.body)
  }

  /// The record at an offset of a stream.
  init?(at offset: Int, in stream: ByteView) {
    var cursor = RecordCursor(stream, at: offset)
    guard let record = cursor.next() else { return nil }
    self.init(record)
  }

  /// The record at the head of a file or stream, of which only a part may be there.
  init?(head: ByteView) {
    let length = Int(head.uint16(at: 2))
    guard head.holds(8, at: 0), (4...20).contains(length) else { return nil }
    self.init(number: head.uint16(at: 0), body: head.slice(4, count: length))
  }

  private init?(number: UInt16, body: ByteView) {
    let declared = body.uint16(at: 0)
    isVague = number == RecordNumber.beginOfFile && declared < 0x0300
    switch number {
    case RecordNumber.beginOfFile2: version = .biff2
    case RecordNumber.beginOfFile3: version = .biff3
    case RecordNumber.beginOfFile4: version = .biff4
    case RecordNumber.beginOfFile:
      switch declared {
      case 0x0600...: version = .biff8
      case 0x0500: version = .biff5
      // Other programs write old sheets under the new number.
      case 0x0400: version = .biff4
      case 0x0300: version = .biff3
      case 0x0000, 0x0002, 0x0007, 0x0200: version = .biff2
      default: version = .biff5
      }
    default: return nil
    }
    switch body.uint16(at: 2) {
    case 0x0005: content = .workbook
    case 0x0006: content = .module
    case 0x0010: content = .sheet
    case 0x0020: content = .chart
    case 0x0040: content = .macros
    case 0x0100 where version == .biff4: content = .workbook4
    default: return nil
    }
  }

  static func isBeginOfFile(_ number: UInt16) -> Bool {
    switch number {
    case RecordNumber.beginOfFile, RecordNumber.beginOfFile2, RecordNumber.beginOfFile3,
      RecordNumber.beginOfFile4:
      true
    default: false
    }
  }
}
