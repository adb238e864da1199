/// The texts that cells share, in one arena. [ECMA-376] 18.4.9 sst.
final class SharedStringsPart: XMLReceiver {
  private enum Place { case outside, item, text, phonetic }

  private let arena: TextArena
  private let limits: Limits
  private let part: String
  private var pieces: TextPieces
  private var place = Place.outside
  let table = TextTable()

  init(arena: TextArena, limits: Limits, part: String) {
    self.arena = arena
    self.limits = limits
    self.part = part
    pieces = TextPieces(limits: limits, part: part)
  }

  func start(_ element: XMLElement) {
    switch (place, element.name) {
    case (.outside, "si"):
      place = .item
      pieces.removeAll()
    case (.item, "t"): place = .text
    // How an Asian text is read aloud; no part of it.
    case (.item, "rPh"): place = .phonetic
    default: break
    }
  }

  func end(_ name: XMLName) throws(SpreadsheetError) -> Flow {
    switch (place, name) {
    case (.text, "t"):
      try pieces.endRun()
      place = .item
    case (.phonetic, "rPh"): place = .item
    case (.item, "si"):
      try append(arena.append(pieces.bytes))
      place = .outside
    default: break
    }
    return .proceed
  }

  /// Takes the text of a whole item.
  func append(_ text: PlainText) throws(SpreadsheetError) {
    if text.hasReferences || text.hasUnderscores {
      pieces.removeAll()
      _ = try text.forEachPiece { (piece) throws(SpreadsheetError) in try pieces.append(piece) }
      try pieces.endRun()
      try append(arena.append(pieces.bytes))
    } else {
      try pieces.checkLength(of: text.bytes)
      try append(arena.append(text.bytes))
    }
  }

  private func append(_ slice: TextSlice) throws(SpreadsheetError) {
    table.append(slice)
    try limits.checkSharedTexts(table.count, part: part)
  }

  /// Whether items follow one another where the part has come to.
  var isBetweenElements: Bool { place == .outside }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    if place == .text { try pieces.append(piece) }
  }
}
