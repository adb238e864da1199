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
      cursor.skipSpace()
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
      cursor.skipSpace()
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
    try assembler.begin(column: start.column)
    if start.isEmpty { return true }
    // Nearly all cells are one of these two.
    if cursor.take("<v>") {
      switch start.type {
      case .sharedText:
        if let index = cursor.wholeNumber(before: "</v></c>") {
          try assembler.takeSharedText(index)
          return true
        }
      case .number:
        if let number = cursor.number(before: "</v></c>") {
          try assembler.takeNumber(number, style: start.style)
          return true
        }
      default: break
      }
      return try takeContent(&cursor, of: start, isInValue: true, into: &assembler)
    }
    return try takeContent(&cursor, of: start, isInValue: false, into: &assembler)
  }

  /// - Parameter isInValue: whether `<v>` is taken already.
  private static func takeContent(
    _ cursor: inout PlainCursor, of start: Start, isInValue: Bool,
    into assembler: inout SheetAssembler
  ) throws(SpreadsheetError) -> Bool {
    var type = start.type
    var value: PlainText?
    if isInValue {
      value = cursor.text()
      guard value != nil, cursor.take("</v>") else { return false }
    } else {
      cursor.skipSpace()
      if cursor.take("<f") {
        guard element(&cursor, closing: "</f>", ofFormula) != nil else { return false }
        cursor.skipSpace()
      }
      if cursor.take("<v") {
        value = element(&cursor, closing: "</v>", ofText)
        guard value != nil else { return false }
      } else if cursor.take("<is>") {
        type = .inlineText
        cursor.skipSpace()
        guard cursor.take("<t") else { return false }
        value = element(&cursor, closing: "</t>", ofText)
        cursor.skipSpace()
        guard value != nil, cursor.take("</is>") else { return false }
      }
    }
    cursor.skipSpace()
    guard cursor.take("</c>") else { return false }
    try assembler.takeValue(value, type: type, style: start.style)
    return true
  }

  /// The attributes of a cell and the end of its tag, behind `<c`.
  @inline(__always)
  private static func start(
    _ cursor: inout PlainCursor, in assembler: SheetAssembler
  ) -> Start? {
    var start = Start()
    var hasType = false
    while true {
      let isSeparated = cursor.take(UInt8(ascii: " "))
      if cursor.take(UInt8(ascii: ">")) { return start }
      if cursor.take("/>") {
        start.isEmpty = true
        return start
      }
      guard isSeparated else { return nil }
      if start.column == nil, cursor.take("r=\"") {
        guard let (column, row) = cursor.reference(), row == assembler.row else { return nil }
        start.column = column
      } else if start.style < 0, cursor.take("s=\"") {
        guard let style = cursor.wholeNumber(before: "\"") else { return nil }
        start.style = style
      } else if !hasType, cursor.take("t=\"") {
        guard let type = cursor.cellType() else { return nil }
        start.type = type
        hasType = true
      } else {
        return nil
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
