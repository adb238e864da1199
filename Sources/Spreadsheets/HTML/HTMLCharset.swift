/// The encoding that a page names in its head:
/// `<meta charset="utf-8">`, `<meta http-equiv=… content="text/html; charset=windows-1252">`,
/// or `<?xml … encoding="iso-8859-1"?>`.
enum HTMLCharset {
  /// - Parameter head: the beginning of the page; its ASCII is enough.
  static func declared(in head: String) -> TextEncoding? {
    let head = head.lowercased()
    for mark in ["charset", "encoding"] {
      guard let found = head.firstRange(of: mark) else { continue }
      let value = head[found.upperBound...].drop { $0 == " " }
      guard value.first == "=" else { continue }
      let name = value.dropFirst().drop { " \"'".contains($0) }
        .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:".contains($0)) }
      if let encoding = TextEncoding(name: String(name)) { return encoding }
    }
    return nil
  }
}
