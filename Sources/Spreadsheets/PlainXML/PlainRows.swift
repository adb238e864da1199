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

  /// What nearly all rows are made of.
  private struct Literals {
    let cell = PlainLiteral("<c")
    let reference = PlainLiteral(" r=\"")
    let style = PlainLiteral(" s=\"")
    let sharedType = PlainLiteral(" t=\"s\"")
    let value = PlainLiteral("<v>")
    let endOfCell = PlainLiteral("</v></c>")
    let endOfRow = PlainLiteral("</row>")
  }
  /// At hand, as the cursor's table.
  private let literals = Literals()

  /// What the start of a cell says.
  private struct Start {
    var column: Int?
    var type = CellType.number
    var style = -1
    var isEmpty = false
  }

  /// As `PlainElementReceiver` asks for.
  func take(
    _ cursor: inout PlainCursor, limit: UnsafePointer<UInt8>, into assembler: inout SheetAssembler
  ) throws(SpreadsheetError) -> PlainReach {
    while true {
      cursor.skipSpace()
      guard cursor.position < limit else { return .limit }
      let mark = assembler.mark
      guard let end = try takeRow(cursor, into: &assembler) else {
        assembler.rewind(to: mark)
        return .other
      }
      cursor = end
      if try assembler.endRow() == .stop { return .stop }
    }
  }

  // From here on cursors are handed over and back by value: so they stay in registers.

  /// - Returns: the place behind the row; nil when it is not plain, and the assembler then has begun
  ///   it in vain.
  private func takeRow(
    _ start: PlainCursor, into assembler: inout SheetAssembler
  ) throws(SpreadsheetError) -> PlainCursor? {
    guard let (start, ending, number) = Self.startOfRow(start) else { return nil }
    try assembler.beginRow(number: number)
    guard ending == .open else { return start }
    let name = PlainRowName(number, index: assembler.row)
    var cursor = start
    while true {
      if cursor.take(literals.cell) {
        guard try takeCell(&cursor, of: name, into: &assembler) else { return nil }
      } else if cursor.take(literals.endOfRow) {
        return cursor
      } else {
        guard cursor.takeSpace() else { return nil }
      }
    }
  }

  /// The place behind the start tag of a row, how that ends, and the row's number.
  private static func startOfRow(
    _ start: PlainCursor
  ) -> (PlainCursor, PlainTagEnd, UnsafeBufferPointer<UInt8>?)? {
    var cursor = start
    guard cursor.take("<row") else { return nil }
    var number: UnsafeBufferPointer<UInt8>?
    let ending = cursor.attributes(ofRow) { index, value in if index == 0 { number = value } }
    guard let ending else { return nil }
    return (cursor, ending, number)
  }

  @inline(__always)
  private func takeCell(
    _ cursor: inout PlainCursor, of row: PlainRowName, into assembler: inout SheetAssembler
  ) throws(SpreadsheetError) -> Bool {
    guard let start = start(&cursor, in: row) else { return false }
    try assembler.begin(column: start.column)
    if start.isEmpty { return true }
    // Nearly all cells are one of these two.
    var content = cursor
    let isInValue = content.take(literals.value)
    if isInValue, start.type == .sharedText {
      var ahead = content
      if let index = ahead.wholeNumber(), ahead.take(literals.endOfCell) {
        try assembler.takeSharedText(index)
        cursor = ahead
        return true
      }
    } else if isInValue, start.type == .number {
      if case (let number, var ahead)? = Self.number(content), ahead.take(literals.endOfCell) {
        try assembler.takeNumber(number, style: start.style)
        cursor = ahead
        return true
      }
    }
    guard let end = try Self.takeContent(content, of: start, isInValue, into: &assembler)
    else { return false }
    cursor = end
    return true
  }

  private static func number(_ start: PlainCursor) -> (Double, PlainCursor)? {
    var cursor = start
    guard let number = cursor.number() else { return nil }
    return (number, cursor)
  }

  /// - Parameter isInValue: whether `<v>` is taken already.
  /// - Returns: the place behind the cell; nil when it is not plain.
  private static func takeContent(
    _ content: PlainCursor, of start: Start, _ isInValue: Bool,
    into assembler: inout SheetAssembler
  ) throws(SpreadsheetError) -> PlainCursor? {
    var cursor = content
    var type = start.type
    var value: PlainText?
    if isInValue {
      value = cursor.text()
      guard value != nil, cursor.take("</v>") else { return nil }
    } else {
      cursor.skipSpace()
      if cursor.take("<f") {
        guard element(&cursor, closing: "</f>", ofFormula) != nil else { return nil }
        cursor.skipSpace()
      }
      if cursor.take("<v") {
        value = element(&cursor, closing: "</v>", ofText)
        guard value != nil else { return nil }
      } else if cursor.take("<is>") {
        type = .inlineText
        cursor.skipSpace()
        guard cursor.take("<t") else { return nil }
        value = element(&cursor, closing: "</t>", ofText)
        cursor.skipSpace()
        guard value != nil, cursor.take("</is>") else { return nil }
      }
    }
    cursor.skipSpace()
    guard cursor.take("</c>") else { return nil }
    try assembler.takeValue(value, type: type, style: start.style)
    return cursor
  }

  /// The attributes of a cell and the end of its tag, behind `<c`.
  @inline(__always)
  private func start(_ cursor: inout PlainCursor, in row: PlainRowName) -> Start? {
    var start = Start()
    var hasType = false
    // Nearly always in this order.
    if cursor.take(literals.reference) {
      guard let column = cursor.column(before: row) else { return nil }
      start.column = column
    }
    if cursor.take(literals.style) {
      guard let style = cursor.wholeNumber(), cursor.take(UInt8(ascii: "\"")) else { return nil }
      start.style = style
    }
    if cursor.take(literals.sharedType) {
      start.type = .sharedText
      hasType = true
    }
    while true {
      if cursor.take(UInt8(ascii: ">")) { return start }
      let isSeparated = cursor.take(UInt8(ascii: " "))
      if isSeparated, start.column == nil, cursor.take("r=\"") {
        guard let column = cursor.column(before: row) else { return nil }
        start.column = column
      } else if isSeparated, start.style < 0, cursor.take("s=\"") {
        guard let style = cursor.wholeNumber(), cursor.take(UInt8(ascii: "\"")) else { return nil }
        start.style = style
      } else if isSeparated, !hasType, cursor.take("t=\"") {
        guard let type = cursor.cellType() else { return nil }
        start.type = type
        hasType = true
      } else if cursor.take("/>") {
        start.isEmpty = true
        return start
      } else if !isSeparated {
        return nil
      } else {
        guard cursor.take(UInt8(ascii: ">")) else { return nil }
        return start
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
    let reach = try PlainRows().take(&cursor, limit: limit, into: &assembler)
    if reach == .stop { flow = .stop }
    return reach
  }
}
