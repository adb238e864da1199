extension Escoadouro {
  /// What a spreadsheet program would take for a formula gets an apostrophe in front, so that it
  /// opens as the text it is. [OWASP] CSV Injection. Numbers do not come this way.
  func append(csvText text: UnsafeBufferPointer<UInt8>) {
    // Other programs take a semicolon or a tab for the border of a field.
    let needsQuotes = text.contains { ",;\"\t\r\n".utf8.contains($0) }
    let looksLikeFormula = text.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    guard needsQuotes else {
      if looksLikeFormula { append(UInt8(ascii: "'")) }
      return append(text)
    }
    append(UInt8(ascii: "\""))
    if looksLikeFormula { append(UInt8(ascii: "'")) }
    for byte in text {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}
