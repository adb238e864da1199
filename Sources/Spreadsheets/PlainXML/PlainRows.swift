/// Takes the rows of a worksheet in the plain form that programs write:
/// `<row r="2"><c r="B2" s="1" t="s"><f>A1</f><v>7</v></c></row>`.
///
/// A row of anything else, even if it is good XML, is left whole to libxml2.
/// [ECMA-376] 18.3.1.73 row, 18.3.1.4 c.
struct PlainRows {
  /// The attributes that the elements may have; another one, or the same twice, is not plain.
  private static let ofRow = PlainNames([
    "r", "spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed",
    "thickTop", "thickBot", "ph", "x14ac:dyDescent",
  ])
  private static let ofFormula = PlainNames([
    "t", "aca", "ref", "dt2D", "dtr", "del1", "del2", "r1", "r2", "ca", "si", "bx", "xml:space",
  ])
  private static let ofText = PlainNames(["xml:space"])

  /// What the start of a cell says.
  private struct Start {
    var column: Int?
    var type = CellType.number
    var style = -1
    var isEmpty = false
  }

  /// As `PlainElementReceiver` asks for.
  static func take(
    _ cursor: inout PlainCursor, limit: UnsafePointer<UInt8>, into assembler: inout SheetAssembler
  ) throws(SpreadsheetError) -> PlainReach {
    while true {
      _ = cursor.skipSpace()
      guard cursor.position < limit else { return .limit }
      let start = cursor
      let mark = assembler.mark
      guard try takeRow(&cursor, into: &assembler) else {
        cursor = start
        assembler.rewind(to: mark)
        return .other
      }
      if try assembler.endRow() == .stop { return .stop }
    }
  }

  /// - Returns: false when the row is not plain; the assembler then has begun it in vain.
  private static func takeRow(
    _ cursor: inout PlainCursor, into assembler: inout SheetAssembler
  ) throws(SpreadsheetError) -> Bool {
    guard cursor.take("<row") else { return false }
    var number: UnsafeBufferPointer<UInt8>?
    let ending = cursor.attributes(ofRow) { index, value in if index == 0 { number = value } }
    guard let ending else { return false }
    try assembler.beginRow(number: number)
    guard ending == .open else { return true }
    while true {
      _ = cursor.skipSpace()
      if cursor.take("<c") {
        guard try takeCell(&cursor, into: &assembler) else { return false }
      } else {
        return cursor.take("</row>")
      }
    }
  }

  @inline(__always)
  private static func takeCell(
    _ cursor: inout PlainCursor, into assembler: inout SheetAssembler
  ) throws(SpreadsheetError) -> Bool {
    guard let start = start(&cursor, in: assembler) else { return false }
    var type = start.type
    var value: PlainText?
    if !start.isEmpty {
      _ = cursor.skipSpace()
      if cursor.take("<f") {
        guard element(&cursor, closing: "</f>", ofFormula) != nil else { return false }
        _ = cursor.skipSpace()
      }
      if cursor.take("<v>") {
        guard let text = cursor.text(), cursor.take("</v>") else { return false }
        value = text
        _ = cursor.skipSpace()
      } else if cursor.take("<v") {
        guard let text = element(&cursor, closing: "</v>", ofText) else { return false }
        value = text
        _ = cursor.skipSpace()
      } else if cursor.take("<is>") {
        type = .inlineText
        _ = cursor.skipSpace()
        guard cursor.take("<t"), let text = element(&cursor, closing: "</t>", ofText) else {
          return false
        }
        value = text
        _ = cursor.skipSpace()
        guard cursor.take("</is>") else { return false }
        _ = cursor.skipSpace()
      }
      guard cursor.take("</c>") else { return false }
    }
    try assembler.takeCell(column: start.column, type: type, style: start.style, value: value)
    return true
  }

  /// The attributes of a cell and the end of its tag, behind `<c`.
  @inline(__always)
  private static func start(
    _ cursor: inout PlainCursor, in assembler: SheetAssembler
  ) -> Start? {
    var start = Start()
    var hasPlace = false
    var hasStyle = false
    var hasType = false
    while true {
      let isSeparated = cursor.skipSpace()
      if cursor.take(UInt8(ascii: ">")) { return start }
      if cursor.take("/>") {
        start.isEmpty = true
        return start
      }
      guard isSeparated, let attribute = cursor.attribute(), attribute.name.count == 1 else {
        return nil
      }
      switch attribute.name[0] {
      case UInt8(ascii: "r") where !hasPlace:
        let place = CellPlace(attribute.value)
        // A cell that stands in another row than its own is for libxml2 and the assembler.
        guard assembler.isInRow(place) else { return nil }
        start.column = place.column
        hasPlace = true
      case UInt8(ascii: "s") where !hasStyle:
        start.style = Int(digits: attribute.value) ?? -1
        hasStyle = true
      case UInt8(ascii: "t") where !hasType:
        start.type = CellType(attribute.value)
        hasType = true
      default: return nil
      }
    }
  }

  /// The rest of an element behind its name, with nothing but text in it.
  private static func element(
    _ cursor: inout PlainCursor, closing: StaticString, _ names: PlainNames
  ) -> PlainText? {
    switch cursor.attributes(names, { _, _ in }) {
    case nil: return nil
    case .empty: return .empty
    case .open:
      guard let text = cursor.text(), cursor.take(closing) else { return nil }
      return text
    }
  }
}

extension SheetPart: PlainElementReceiver {
  static var opening: StaticString { "<row" }
  static var closing: StaticString { "</row>" }

  var isBetweenElements: Bool { place == .data && flow == .proceed }

  func takePlainElements(
    _ cursor: inout PlainCursor, limit: UnsafePointer<UInt8>
  ) throws(SpreadsheetError) -> PlainReach {
    let reach = try PlainRows.take(&cursor, limit: limit, into: &assembler)
    if reach == .stop { flow = .stop }
    return reach
  }
}
