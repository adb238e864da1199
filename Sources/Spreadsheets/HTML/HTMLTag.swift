/// The elements of a page that matter to its tables.
enum HTMLTag {
  case table, row, cell, caption, section, meta, lineBreak
  /// What stands on lines of its own.
  case paragraph
  /// A list of choices, and one of them.
  case choices, choice
  case other

  init(_ name: XMLName) {
    let packed = Self.packed(name)
    self = Self.known.first { $0.name == packed }?.tag ?? .other
  }

  /// The most frequent first.
  private static let known: [(name: UInt64, tag: HTMLTag)] = {
    let names: [(StaticString, HTMLTag)] = [
      ("td", .cell), ("tr", .row), ("th", .cell), ("br", .lineBreak), ("p", .paragraph),
      ("div", .paragraph), ("table", .table), ("li", .paragraph), ("h1", .paragraph),
      ("h2", .paragraph), ("h3", .paragraph), ("h4", .paragraph), ("caption", .caption),
      ("thead", .section), ("tbody", .section), ("tfoot", .section), ("meta", .meta),
      ("blockquote", .paragraph), ("select", .choices), ("option", .choice),
    ]
    return names.map { (packed(XMLName(bytes: $0.0.utf8Start)), $0.1) }
  }()

  /// The first seven letters of a name, and its length up to fifteen.
  private static func packed(_ name: XMLName) -> UInt64 {
    var packed: UInt64 = 0
    var count = 0
    while count < 15, name.bytes[count] != 0 {
      if count < 7 { packed = packed << 8 | UInt64(name.bytes[count]) }
      count += 1
    }
    return packed << 4 | UInt64(count)
  }
}
