extension SharedStringsPart: PlainElementReceiver {
  private static let namesOfText = PlainNames(["xml:space"])

  static var opening: StaticString { "<si" }
  static var closing: StaticString { "</si>" }

  /// Takes texts without formatting, `<si><t>text</t></si>`. [ECMA-376] 18.4.8 si.
  func takePlainElements(
    _ cursor: inout PlainCursor, limit: UnsafePointer<UInt8>
  ) throws(SpreadsheetError) -> PlainReach {
    while true {
      cursor.skipSpace()
      guard cursor.position < limit else { return .limit }
      let start = cursor
      guard let text = Self.takeItem(&cursor) else {
        cursor = start
        return .other
      }
      try append(text)
    }
  }

  private static func takeItem(_ cursor: inout PlainCursor) -> PlainText? {
    guard cursor.take("<si>") else { return nil }
    cursor.skipSpace()
    guard cursor.take("<t"), let ending = cursor.attributes(namesOfText, { _, _ in }) else {
      return nil
    }
    var text = PlainText.empty
    if ending == .open {
      guard let content = cursor.text(), cursor.take("</t>") else { return nil }
      text = content
    }
    cursor.skipSpace()
    return cursor.take("</si>") ? text : nil
  }
}
