extension TextHead {
  /// What a text says that it is where that is no table, though its lines may look like rows.
  var otherKind: FileKind? {
    if starts(withAny: ["{\\rtf"]) { return .richText }
    if starts(withAny: ["id;p"]) { return .symbolicLink }
    if starts(withAny: ["table\n0,1\n", "table\r\n0,1\r\n"]) { return .dataInterchange }
    if isJSON { return .json }
    guard isMail else { return nil }
    let isPage = ["multipart/related", "x-document-type:"].contains(where: text.contains)
    return isPage ? .webArchive : .mail
  }

  /// An object with a key, or an array of objects, arrays or texts. [RFC 8259]
  private var isJSON: Bool {
    let arrays = text.prefix { $0 == "[" || $0.isWhitespace }
    let depth = arrays.count { $0 == "[" }
    let first = text[arrays.endIndex...]
    guard first.first == "{" else { return depth > 0 && first.first == "\"" }
    let key = first.dropFirst().drop(while: \.isWhitespace)
    guard key.first == "\"", let end = key.dropFirst().firstIndex(of: "\"") else { return false }
    return key[end...].dropFirst().drop(while: \.isWhitespace).first == ":"
  }

  /// Two headers of a mail, one of them in the first line. [RFC 5322]
  private var isMail: Bool {
    let names = [
      "mime-version:", "from:", "to:", "subject:", "date:", "received:", "return-path:",
      "delivered-to:", "message-id:", "reply-to:", "content-type:", "x-",
    ]
    guard starts(withAny: names) else { return false }
    let others = ["mime-version:", "content-type:", "message-id:", "received:", "x-document-type:"]
    return text.split(whereSeparator: \.isNewline).dropFirst().contains { line in
      others.contains(where: line.hasPrefix)
    }
  }
}
