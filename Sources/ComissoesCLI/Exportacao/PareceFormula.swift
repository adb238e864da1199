/// Whether a spreadsheet program may take a text for a formula. [OWASP] CSV Injection
///
/// By how it begins: `=`, `+`, `-` or `@`, also those of full width, a tab or a line end.
func pareceFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = text.first else { return false }
  switch first {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D:
    return true
  // U+FF0B, U+FF0D, U+FF1D and U+FF20.
  case 0xEF:
    return text.count > 2 && text[1] == 0xBC && [0x8B, 0x8D, 0x9D, 0xA0].contains(text[2])
  default: return false
  }
}

/// Whether a text is a number written out, such as `-331,48`: a sign, and digits with points and
/// commas between them.
func pareceNumero(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  let number = text.first.map { "+-".utf8.contains($0) } == true ? text.dropFirst() : text[...]
  guard let first = number.first, let last = number.last, digits ~= first, digits ~= last else {
    return false
  }
  return number.allSatisfy {
    digits ~= $0 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
  }
}
