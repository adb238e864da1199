/// The text of one table cell while it arrives in pieces, with white space as a browser shows it:
/// a run of it is one space, `<br>` and the borders of paragraphs are line breaks; of a list of
/// choices the chosen one, else the first.
struct HTMLCellText {
  /// A list of choices that has begun: what stands before it, and whether any choice has begun.
  private struct Choices {
    let start: Int
    let breaks: Int
    let hasSpace: Bool
    var hasAny = false
  }

  private(set) var bytes: [UInt8] = []
  private var pendingSpace = false
  private var pendingBreaks = 0
  private var choices: Choices?
  /// Whether what comes is a choice that is not shown.
  private var isHidden = false

  mutating func removeAll() {
    if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
    pendingSpace = false
    pendingBreaks = 0
    endChoices()
  }

  /// - Throws: `.beyond(.textLength)` when there is more than any text within the limit has.
  mutating func append(
    _ piece: UnsafeBufferPointer<UInt8>, _ limits: Limits, cell: CellReference?
  ) throws(SpreadsheetError) {
    guard !isHidden else { return }
    var position = 0
    while position < piece.count {
      let start = position
      while position < piece.count, !Self.isSpace(piece[position]) { position += 1 }
      if position > start {
        if pendingBreaks > 0 {
          try limits.checkText(arriving: bytes.count + pendingBreaks, part: "", cell: cell)
          bytes.append(contentsOf: repeatElement(0x0A, count: pendingBreaks))
        } else if pendingSpace, !bytes.isEmpty {
          bytes.append(0x20)
        }
        pendingBreaks = 0
        pendingSpace = false
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: piece[start..<position]))
      }
      while position < piece.count, Self.isSpace(piece[position]) {
        pendingSpace = true
        position += 1
      }
    }
    try limits.checkText(arriving: bytes.count, part: "", cell: cell)
  }

  /// `<br>`. Breaks before the first and behind the last character are not kept.
  mutating func breakLine() {
    if !bytes.isEmpty, !isHidden, pendingBreaks < TextSlice.longest { pendingBreaks += 1 }
  }

  /// A paragraph begins or ends: what follows stands on another line.
  mutating func breakParagraph() {
    if !bytes.isEmpty, !isHidden { pendingBreaks = max(pendingBreaks, 1) }
  }

  /// A list begins of which one choice is shown.
  mutating func beginChoices() {
    choices = Choices(start: bytes.count, breaks: pendingBreaks, hasSpace: pendingSpace)
  }

  /// A choice begins; outside of such a list it is a paragraph.
  mutating func beginChoice(isChosen: Bool) {
    guard let list = choices else { return breakParagraph() }
    isHidden = list.hasAny && !isChosen
    choices?.hasAny = true
    guard isChosen else { return }
    bytes.removeSubrange(list.start...)
    pendingBreaks = list.breaks
    pendingSpace = list.hasSpace
  }

  mutating func endChoices() {
    choices = nil
    isHidden = false
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

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }
}
