/// How a value of an XML spreadsheet is written: as which type, in which style.
struct XMLSSValue {
  enum Kind: Int {
    case text, number, date, boolean, error

    /// - Parameter name: `ss:Type`.
    init(_ name: UnsafeBufferPointer<UInt8>?) {
      guard let name else {
        self = .text
        return
      }
      if name.equals("Number") {
        self = .number
      } else if name.equals("DateTime") {
        self = .date
      } else if name.equals("Boolean") {
        self = .boolean
      } else if name.equals("Error") {
        self = .error
      } else {
        self = .text
      }
    }
  }

  let kind: Kind
  /// Its number among the styles.
  let style: Int

  init(_ kind: Kind, style: Int) {
    self.kind = kind
    self.style = style
  }

  /// Both in one number.
  var tag: Int { style << 3 | kind.rawValue }

  init(tag: Int) {
    kind = Kind(rawValue: tag & 7) ?? .text
    style = tag >> 3
  }

  /// The cell of a value; nil when nothing is written.
  /// - Parameter texts: where the text of the cell is kept.
  func cell(
    _ text: UnsafeBufferPointer<UInt8>, column: Int, dateSystem: DateSystem, styles: XMLSSStyles,
    texts: TextArena
  ) -> Cell? {
    let trimmed = text.trimmed
    switch kind {
    case .number:
      if trimmed.isEmpty { return nil }
      guard let number = CellNumber.parse(trimmed) else { break }
      let kind = styles.kind(of: style)
      let isDate = kind != .number && SerialDate(serial: number, system: dateSystem) != nil
      return .number(number, kind: isDate ? kind : .number, column: column)
    case .date:
      if trimmed.isEmpty { return nil }
      // The date is written out; the style only tells elapsed time.
      guard let serial = ISODate.serial(trimmed, system: dateSystem) else { break }
      let kind = styles.kind(of: style)
      return .number(serial, kind: kind == .elapsed ? .elapsed : .date, column: column)
    case .boolean:
      // Excel writes digits, other programs words.
      switch String(decoding: trimmed, as: UTF8.self).lowercased() {
      case "1", "true": return .boolean(true, column: column)
      case "0", "false": return .boolean(false, column: column)
      default: break
      }
    case .error: return .error(texts.append(text), column: column)
    case .text: break
    }
    // What is not of its type is a text.
    let isValue = kind == .number || kind == .date
    return .text(texts.append(isValue ? trimmed : text), column: column)
  }
}
