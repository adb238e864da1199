/// What the first bytes of a file say it is.
enum FileSignature: Equatable {
  case zip
  case compoundFile
  /// A stream of BIFF records without a compound file around it.
  case biffStream
  /// A page, or a piece of one, that may hold tables.
  case html
  /// A workbook as XML, of Excel 2003.
  case spreadsheetML
  /// A text that may be rows of separated fields.
  case text
  case other(FileKind)

  /// Bytes looked at.
  private static let headSize = 4096

  init(of source: ByteSource) throws(SpreadsheetError) {
    let head = try source.bytes(at: 0, count: Self.headSize)
    if head.isEmpty {
      self = .other(.empty)
    } else if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .zip
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compoundFile
    } else if Self.isBIFF(head) {
      self = .biffStream
    } else if Self.isPDF(head) {
      self = .other(.pdf)
    } else if let kind = Self.binaryKind(of: head) {
      self = .other(kind)
    } else if try ZipDirectory(source: source).isPresent() {
      // An archive behind something else, such as the program that unpacks it.
      self = .zip
    } else if let text = try TextHead(head) {
      self = Self.kind(of: text)
    } else {
      self = .other(.unknown)
    }
  }

  /// A BOF record of any version: [MS-XLS] 2.4.21 and its ancestors 0x0009, 0x0209 and 0x0409.
  private static func isBIFF(_ head: [UInt8]) -> Bool {
    head.count >= 8 && head[0] == 0x09 && [0x00, 0x02, 0x04, 0x08].contains(head[1])
      && 4...16 ~= head[2] && head[3] == 0
  }

  private static func isPDF(_ head: [UInt8]) -> Bool {
    // Readers of PDF accept anything before the mark within the first kilobyte.
    let mark = Array("%PDF-".utf8)
    return head.prefix(1024).indices.contains { head[$0...].starts(with: mark) }
  }

  private static func binaryKind(of head: [UInt8]) -> FileKind? {
    if isImage(head) { return .image }
    // gzip, RAR and 7-Zip.
    let archives: [[UInt8]] = [
      [0x1F, 0x8B, 8], Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
    ]
    return archives.contains { head.starts(with: $0) } ? .otherArchive : nil
  }

  private static func isImage(_ head: [UInt8]) -> Bool {
    let marks: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0],
      [0x4D, 0x4D, 0, 0x2A],
    ]
    if marks.contains(where: { head.starts(with: $0) }) { return true }
    if head.starts(with: "RIFF".utf8) { return head.dropFirst(8).starts(with: "WEBP".utf8) }
    // BMP: "BM", then the size of the file and four bytes of nothing.
    return head.starts(with: "BM".utf8) && head.count > 10 && head[6..<10].allSatisfy { $0 == 0 }
  }

  private static func kind(of head: TextHead) -> FileSignature {
    if let kind = head.otherKind { return .other(kind) }
    let htmlMarks = [
      "<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<div", "<style", "<center",
      "<font", "<title", "<script", "<tr", "<p>", "<br", "<h1", "<h2", "<h3",
    ]
    if head.starts(withAny: htmlMarks) { return .html }
    if head.text.hasPrefix("<") {
      if head.text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return .spreadsheetML
      }
      if head.text.contains("urn:oasis:names:tc:opendocument") { return .other(.openDocument) }
      let isXML = head.text.hasPrefix("<?xml")
      return head.text.contains("<html") || !isXML && head.text.contains("<table")
        ? .html : .other(.xml)
    }
    // What a script complained of before it wrote its table.
    return head.text.contains("<table") && head.text.contains("<tr") ? .html : .text
  }
}
