/// The text of one table cell while it arrives in pieces, with white space as a browser shows it:
/// a run of it is one space, `<br>` and the borders of paragraphs are line breaks.
struct HTMLCellText {
  private(set) var bytes: [UInt8] = []
  private let limit: Int
  private var pendingSpace = false
  private var pendingBreaks = 0

  /// - Parameter limit: bytes of a text.
  init(limit: Int) { self.limit = min(limit, TextSlice.longest) }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    pendingSpace = false
    pendingBreaks = 0
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    for byte in piece {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: pendingSpace = true
      default:
        if pendingBreaks > 0 {
          bytes.append(contentsOf: repeatElement(0x0A, count: pendingBreaks))
        } else if pendingSpace, !bytes.isEmpty {
          bytes.append(0x20)
        }
        pendingBreaks = 0
        pendingSpace = false
        bytes.append(byte)
      }
    }
    guard bytes.count <= limit else { throw .beyond(.textLength(limit), part: "") }
  }

  /// `<br>`. Breaks before the first and behind the last character are not kept.
  mutating func breakLine() {
    if !bytes.isEmpty { pendingBreaks = min(pendingBreaks + 1, limit - bytes.count + 1) }
  }

  /// A paragraph begins or ends: what follows stands on another line.
  mutating func breakParagraph() {
    if !bytes.isEmpty { pendingBreaks = max(pendingBreaks, 1) }
  }

  /// Whether there is nothing to see. Portals fill empty cells with `&nbsp;`, U+00A0.
  var isBlank: Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x20 || bytes[index] == 0x0A {
        index += 1
      } else if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        index += 2
      } else {
        return false
      }
    }
    return true
  }
}
