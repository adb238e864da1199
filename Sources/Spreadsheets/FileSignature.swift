/// What the first bytes of a file say it is.
enum FileSignature: Equatable {
  case zip
  case compoundFile
  /// A stream of BIFF records without a compound file around it.
  case biffStream
  case other(FileKind)

  /// Bytes looked at.
  private static let headSize = 1024

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
    } else if Self.isImage(head) {
      self = .other(.image)
    } else if try ZipDirectory(source: source).isPresent() {
      // An archive behind something else, such as the program that unpacks it.
      self = .zip
    } else {
      self = .other(Self.textKind(of: head) ?? .unknown)
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
    return head.indices.contains { head[$0...].starts(with: mark) }
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

  /// HTML, XML or another text, in UTF-8, UTF-16 or an 8-bit encoding; nil when it is no text.
  private static func textKind(of head: [UInt8]) -> FileKind? {
    var text = head
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      // Enough for telling tags: those are ASCII.
      text = head.dropFirst(2).filter { $0 != 0 }
    } else if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      text = Array(head.dropFirst(3))
    }
    let isText = text.allSatisfy { $0 >= 0x20 && $0 != 0x7F || 0x09...0x0D ~= $0 }
    guard isText else { return nil }
    let trimmed = text.drop { $0 <= 0x20 }.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    let words = String(decoding: trimmed, as: UTF8.self)
    if ["<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<div", "<style"].contains(
      where: words.hasPrefix) || words.hasPrefix("<?xml") && words.contains("<html")
    {
      return .html
    }
    return words.hasPrefix("<?xml") || words.hasPrefix("<!") || words.hasPrefix("<") ? .xml : .text
  }
}
