/// The beginning of a file as lower-case text, for telling what it is; nil when it is no text.
struct TextHead {
  /// Controls that a text may have by mistake: of a binary file far more of the bytes are.
  private static let fewControls = 2
  private static let shareOfControls = 50

  /// Without white space in front.
  let text: String

  init?(_ head: [UInt8]) throws(SpreadsheetError) {
    let source = ByteSource(head)
    // A sequence that the end of the head cuts must not make it Windows-1252; a piece of the
    // file tells nothing of the encoding of the whole anyway.
    let stream = try TextStream(source: source)
    var bytes: [UInt8] = []
    try stream.read { piece in
      bytes.append(contentsOf: piece)
      return .proceed
    }
    // A zero is for the readers to judge, which do so wherever it stands.
    let controls = bytes.count {
      ($0 < 0x20 || $0 == 0x7F) && !(0x09...0x0D ~= $0) && $0 != 0
    }
    guard controls <= max(Self.fewControls, bytes.count / Self.shareOfControls) else { return nil }
    let trimmed = bytes.drop { $0 <= 0x20 }.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    text = String(decoding: trimmed, as: UTF8.self)
  }

  func starts(withAny marks: [String]) -> Bool { marks.contains(where: text.hasPrefix) }
}
