/// What stands between the fields of a text.
struct FieldSeparator: Equatable {
  let byte: UInt8

  static let tab = FieldSeparator(byte: 0x09)
  static let semicolon = FieldSeparator(byte: 0x3B)
  static let comma = FieldSeparator(byte: 0x2C)

  /// Those that a text need not name, in the order in which they are preferred: a comma may also
  /// be a decimal sign, a semicolon part of a text.
  static let usual: [FieldSeparator] = [.tab, .semicolon, .comma]

  /// Excel's own hint in the first line, `sep=;`, with any sign, and how many bytes it takes with
  /// its line end.
  static func declared(in head: [UInt8]) -> (separator: FieldSeparator, length: Int)? {
    guard head.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8), head.count > 4,
      isSign(head[4])
    else { return nil }
    let separator = FieldSeparator(byte: head[4])
    let rest = head[5...]
    if rest.starts(with: [0x0D, 0x0A]) { return (separator, 7) }
    return rest.first == 0x0A || rest.first == 0x0D ? (separator, 6) : nil
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
