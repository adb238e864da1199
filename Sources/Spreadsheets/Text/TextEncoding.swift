/// How the characters of a text file are written.
enum TextEncoding: Equatable {
  case utf8
  case utf16(isBigEndian: Bool)
  /// A Windows, Macintosh or ISO page, by the number that Windows gives it.
  case codePage(UInt16)

  static let windows1252 = TextEncoding.codePage(1252)

  /// What the first bytes say by themselves, and how many of them are a byte order mark.
  ///
  /// UTF-16 without a mark is told by the zeros in every other byte, which no other text has.
  static func marked(_ head: some Collection<UInt8>) -> (encoding: TextEncoding, mark: Int)? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
    let zeros = head.prefix(4).map { $0 == 0 }
    switch zeros {
    case [false, true, false, true]: return (.utf16(isBigEndian: false), 0)
    case [true, false, true, false]: return (.utf16(isBigEndian: true), 0)
    default: return nil
    }
  }

  /// The encoding of a name such as `windows-1252` or `ISO-8859-1`; nil for one that is not known.
  ///
  /// What calls itself Latin 1 or ASCII is read as its superset 1252: browsers and Excel do so.
  init?(name: String) {
    let name = name.lowercased()
    if let encoding = Self.named[name] {
      self = encoding
    } else if let number = name.numberBehind("windows-") ?? name.numberBehind("cp"),
      1250...1258 ~= number || number == 874
    {
      self = .codePage(number)
    } else if let part = name.numberBehind("iso-8859-"), 2...16 ~= part {
      self = .codePage(28590 + part)
    } else {
      return nil
    }
  }

  private static let named: [String: TextEncoding] = [
    "utf-8": .utf8, "utf8": .utf8, "us-ascii": .windows1252, "ascii": .windows1252,
    "iso-8859-1": .windows1252, "iso8859-1": .windows1252, "latin1": .windows1252,
    "macintosh": .codePage(10000), "shift_jis": .codePage(932), "gb2312": .codePage(936),
    "gbk": .codePage(936), "euc-kr": .codePage(949), "ks_c_5601-1987": .codePage(949),
    "big5": .codePage(950), "koi8-r": .codePage(20866), "ibm850": .codePage(850),
    "cp850": .codePage(850), "ibm437": .codePage(437), "cp437": .codePage(437),
  ]
}

extension String {
  fileprivate func numberBehind(_ prefix: String) -> UInt16? {
    hasPrefix(prefix) ? UInt16(dropFirst(prefix.count)) : nil
  }
}
