/// What stands between the fields of a text.
struct FieldSeparator: Equatable {
  let byte: UInt8

  static let tab = FieldSeparator(byte: 0x09)
  static let semicolon = FieldSeparator(byte: 0x3B)
  static let comma = FieldSeparator(byte: 0x2C)

  /// Those that a text need not name, in the order in which they are preferred: a comma may also
  /// be a decimal sign, a semicolon part of a text.
  static let usual: [FieldSeparator] = [.tab, .semicolon, .comma]

  /// Excel's own hint in the first line, `sep=;` or `"sep=;"`, with any sign, and how many bytes it
  /// takes with its line end.
  static func declared(in head: [UInt8]) -> (separator: FieldSeparator, length: Int)? {
    let quotes = head.first == 0x22 ? 1 : 0
    let hint = head.dropFirst(quotes).prefix(5)
    guard hint.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8), hint.count == 5,
      let sign = hint.last, isSign(sign)
    else { return nil }
    var rest = head.dropFirst(quotes + 5)
    guard quotes == 0 || rest.popFirst() == 0x22 else { return nil }
    let length = 2 * quotes + 5
    let separator = FieldSeparator(byte: sign)
    if rest.starts(with: [0x0D, 0x0A]) { return (separator, length + 2) }
    return rest.first == 0x0A || rest.first == 0x0D ? (separator, length + 1) : nil
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09: true
    case 0x22, UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      false
    default: 0x21...0x7E ~= byte
    }
  }
}
