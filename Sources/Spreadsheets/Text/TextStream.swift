/// The characters of a text file as UTF-8, piece by piece, whatever they are written in.
struct TextStream {
  private static let pieceSize = 64 << 10
  /// Bytes of the control-Z that may stand behind a text.
  private static let longestPadding = 1024

  let source: ByteSource
  let encoding: TextEncoding
  /// Bytes of the byte order mark, which is no character.
  let mark: Int
  /// Bytes up to the marks that DOS puts behind a text, which are no characters either.
  private let end: Int

  /// Tells the encoding of a whole file: by its mark, else by what it declares, else UTF-8 if it
  /// is that from end to end, else Windows-1252.
  ///
  /// What declares UTF-8 and is something else is also taken for Windows-1252: a name with
  /// replacement characters in it would match nobody.
  /// - Parameter declared: what the text says of itself.
  init(source: ByteSource, declared: TextEncoding? = nil) throws(SpreadsheetError) {
    self.source = source
    if let (encoding, mark) = TextEncoding.marked(try source.bytes(at: 0, count: 4)) {
      self.encoding = encoding
      self.mark = mark
      end = try Self.end(of: source, in: encoding)
      return
    }
    mark = 0
    end = try Self.end(of: source, in: .utf8)
    if let declared, declared != .utf8 {
      encoding = declared
    } else {
      encoding = try Self.isUTF8(source) ? .utf8 : .windows1252
    }
  }

  /// What is cut off in the middle of a character has lost more than that.
  /// - Throws: `.damaged(.truncated)` for UTF-16 with half a unit behind the last; half of a line
  ///   end is no loss.
  func checkEnd() throws(SpreadsheetError) {
    guard case .utf16 = encoding, !(end - mark).isMultiple(of: 2) else { return }
    let last = try source.bytes(at: end - 1, count: 1)
    guard last == [0x0A] || last == [0x0D] else { throw .damaged(.truncated, part: "") }
  }

  /// Hands over the text in pieces of valid UTF-8 and whole characters, until the closure says
  /// stop. What cannot be decoded becomes U+FFFD.
  func read(
    _ body: (UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) -> Flow
  ) throws(SpreadsheetError) {
    let arena = TextArena(shared: false)
    let page: CodePage? = if case .codePage(let number) = encoding { CodePage(number) } else { nil }
    var units = UTF16Transcoder()
    try Self.pieces(of: source, mark..<end, cut: cut) {
      (piece) throws(SpreadsheetError) -> Flow in
      switch encoding {
      case .utf8:
        if Self.isValid(piece) { return try body(piece) }
        arena.removeAll()
        arena.appendPiece(String(decoding: piece, as: UTF8.self).utf8)
      case .utf16(let isBigEndian):
        arena.removeAll()
        let swapped = isBigEndian ? Self.swapped(piece) : Array(piece)
        swapped.withView { units.append(units: $0, to: arena) }
      case .codePage:
        arena.removeAll()
        page?.append(ByteView(UnsafeRawBufferPointer(piece)), to: arena)
      }
      return try body(arena.bytes)
    }
  }

  /// The line of the first byte that is not UTF-8 in a text that otherwise is; nil where there is
  /// none, and for a text that is written in something else.
  ///
  /// Windows-1252 has next to nothing that is also a character of UTF-8, so a few of those tell.
  func lineOfForeignByte() throws(SpreadsheetError) -> Int? {
    guard mark == 0, encoding == .windows1252 else { return nil }
    var characters = 0
    var foreign = 0
    var line = 1
    var followsReturn = false
    try Self.pieces(of: source, 0..<end, cut: Self.wholeUTF8) { piece in
      for scalar in String(decoding: piece, as: UTF8.self).unicodeScalars {
        if scalar == "\u{FFFD}" {
          foreign += 1
        } else if !scalar.isASCII {
          characters += 1
        } else if foreign == 0 {
          if scalar == "\r" || scalar == "\n" && !followsReturn { line += 1 }
          followsReturn = scalar == "\r"
        }
      }
      return .proceed
    }
    return foreign > 0 && characters > 1 && characters >= foreign ? line : nil
  }

  // MARK: Where to cut

  /// Where the text ends before a control-Z of DOS, or many that fill its last sector.
  private static func end(
    of source: ByteSource, in encoding: TextEncoding
  ) throws(SpreadsheetError) -> Int {
    var tail = try source.bytes(
      at: max(0, source.count - longestPadding), count: longestPadding)[...]
    let control: [UInt8] =
      switch encoding {
      case .utf8, .codePage: [0x1A]
      case .utf16(let isBigEndian): isBigEndian ? [0, 0x1A] : [0x1A, 0]
      }
    let count = tail.count
    while tail.suffix(control.count).elementsEqual(control) { tail.removeLast(control.count) }
    return source.count - (count - tail.count)
  }

  /// How many of these bytes are whole characters.
  private func cut(_ piece: UnsafeBufferPointer<UInt8>) -> Int {
    switch encoding {
    case .utf8: Self.wholeUTF8(piece)
    case .utf16: piece.count & ~1
    // In no page is a byte this low the second of a character.
    case .codePage: (piece.lastIndex { $0 < 0x30 } ?? piece.count - 1) + 1
    }
  }

  /// The bytes up to a character that is not whole yet.
  private static func wholeUTF8(_ piece: UnsafeBufferPointer<UInt8>) -> Int {
    for back in 1...3 where back <= piece.count {
      let byte = piece[piece.count - back]
      if byte < 0x80 { break }
      if byte >= 0xC0 {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        return length > back ? piece.count - back : piece.count
      }
    }
    return piece.count
  }

  /// Reads the file through one buffer. What `cut` leaves is put before the next piece; the last
  /// piece is whole as it is.
  private static func pieces(
    of source: ByteSource, _ range: Range<Int>, cut: (UnsafeBufferPointer<UInt8>) -> Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) -> Flow
  ) throws(SpreadsheetError) {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: pieceSize)
    defer { buffer.deallocate() }
    var offset = range.lowerBound
    var kept = 0
    while true {
      let free = min(pieceSize - kept, range.upperBound - offset)
      let space = UnsafeMutableRawBufferPointer(
        UnsafeMutableBufferPointer(rebasing: buffer[kept..<kept + free]))
      let count = try source.read(into: space, at: offset)
      offset += count
      let filled = UnsafeBufferPointer(rebasing: buffer[..<(kept + count)])
      guard !filled.isEmpty else { return }
      let isLast = count < space.count || offset == range.upperBound
      var whole = isLast ? filled.count : cut(filled)
      // Always go on, even over what can never become a character.
      if whole == 0 { whole = filled.count }
      if try body(UnsafeBufferPointer(rebasing: filled[..<whole])) == .stop || isLast { return }
      kept = filled.count - whole
      for index in 0..<kept { buffer[index] = buffer[whole + index] }
    }
  }

  // MARK: Bytes

  private static func isUTF8(_ source: ByteSource) throws(SpreadsheetError) -> Bool {
    var isValid = true
    try pieces(of: source, 0..<source.count, cut: wholeUTF8) { piece in
      isValid = Self.isValid(piece)
      return isValid ? .proceed : .stop
    }
    return isValid
  }

  private static func isValid(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    piece.allSatisfy { $0 < 0x80 } || String(validating: piece, as: UTF8.self) != nil
  }

  private static func swapped(_ piece: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes = Array(piece)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) { bytes.swapAt(index, index + 1) }
    return bytes
  }
}
