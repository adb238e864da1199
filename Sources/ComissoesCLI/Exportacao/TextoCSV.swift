extension [UInt8] {
  /// A text as a field of CSV. What a spreadsheet program would take for a formula gets an
  /// apostrophe in front, so that it opens as the text it is. [OWASP] CSV Injection.
  ///
  /// - Parameter hasTypes: whether the source tells numbers from texts. From one that does not, a
  ///   text that reads as a number is a number.
  mutating func append(csvText text: UnsafeBufferPointer<UInt8>, hasTypes: Bool = true) {
    // Other programs take a semicolon, a bar or a tab for the border of a field.
    let needsQuotes = text.contains { ",;|\"\t\r\n".utf8.contains($0) }
    let needsApostrophe = pareceFormula(text) && (hasTypes || !pareceNumero(text))
    if needsQuotes { append(UInt8(ascii: "\"")) }
    if needsApostrophe { append(UInt8(ascii: "'")) }
    for byte in text {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    if needsQuotes { append(UInt8(ascii: "\"")) }
  }
}
