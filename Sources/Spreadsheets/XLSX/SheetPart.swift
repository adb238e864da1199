/// Walks over the XML of a worksheet and tells the assembler what it meets.
final class SheetPart: XMLReceiver {
  enum Place {
    case outside, data, row, cell, value, inline, inlineText
    /// How an Asian text is read aloud; no part of it.
    case phonetic
  }

  var assembler: SheetAssembler
  private(set) var place = Place.outside
  /// How deep the cell stands: what extensions hold further inside is not its value.
  private var cellDepth = 0
  var flow = Flow.proceed

  init(assembler: SheetAssembler) { self.assembler = assembler }

  /// Hands over the rows that are left, when no more of the part is to come.
  /// - Returns: `.stop` when no more were wanted, now or before.
  func finish() -> Flow { flow == .stop ? .stop : assembler.endSheet() }

  /// The first rows, and whether they are all.
  var firstRows: (rows: HeldRows, isWhole: Bool) { assembler.firstRows }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    switch place {
    case .row where element.name == "c":
      place = .cell
      cellDepth = element.depth
      try beginCell(element.attributes)
    case .cell where element.depth == cellDepth + 1:
      if element.name == "v", !assembler.hasInlineText {
        place = .value
        assembler.beginValue()
      } else if element.name == "is" {
        place = .inline
        assembler.beginInlineText()
      }
    case .data where element.name == "row":
      place = .row
      try assembler.beginRow(number: element.attributes.value("r"))
    case .inline:
      if element.name == "t" {
        place = .inlineText
      } else if element.name == "rPh" {
        place = .phonetic
      }
    case .outside where element.name == "sheetData":
      place = .data
    default:
      break
    }
  }

  func end(_ name: XMLName) throws(SpreadsheetError) -> Flow {
    switch place {
    case .value where name == "v":
      place = .cell
      try assembler.endRun()
    case .cell where name == "c":
      place = .row
      try assembler.endCell()
    case .row where name == "row":
      place = .data
      if flow == .proceed { flow = try assembler.endRow() }
    case .inlineText where name == "t":
      place = .inline
      try assembler.endRun()
    case .phonetic where name == "rPh":
      place = .inline
    case .inline where name == "is":
      place = .cell
    case .data where name == "sheetData":
      place = .outside
    default:
      break
    }
    return flow
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    switch place {
    case .value, .inlineText: try assembler.append(piece)
    case .outside, .data, .row, .cell, .inline, .phonetic: break
    }
  }

  private func beginCell(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    var reference: UnsafeBufferPointer<UInt8>?
    var type: UnsafeBufferPointer<UInt8>?
    var style: UnsafeBufferPointer<UInt8>?
    attributes.forEachPlain { name, value in
      switch name {
      case "r": reference = value
      case "s": style = value
      case "t": type = value
      default: break
      }
    }
    if try assembler.beginCell(reference: reference, type: type, style: style) == .stop {
      flow = .stop
    }
  }
}
