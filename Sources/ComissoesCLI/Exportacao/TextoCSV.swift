extension [UInt8] {
  /// A text as a field of CSV. What a spreadsheet program would take for a formula gets an
  /// apostrophe in front, so that it opens as the text it is. [OWASP] CSV Injection.
  ///
  /// - Parameter hasTypes: whether the source tells numbers from texts. From one that does not, a
  ///   text that reads as a number is a number.
  mutating func append(csvText text: UnsafeBufferPointer<UInt8>, hasTypes: Bool = true) {
    let needsQuotes = text.contains(where: Self.bordersFields)
    let needsApostrophe = pareceFormula(text) && (hasTypes || !pareceNumero(text))
    if needsQuotes { append(UInt8(ascii: "\"")) }
    if needsApostrophe { append(UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in text {
        if byte == UInt8(ascii: "\"") { append(byte) }
        append(byte)
      }
      append(UInt8(ascii: "\""))
    } else {
      append(contentsOf: text)
    }
  }

  /// Other programs take a semicolon, a bar or a tab for the border of a field.
  private static func bordersFields(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\""), 0x09, 0x0A,
      0x0D:
      true
    default: false
    }
  }
}
