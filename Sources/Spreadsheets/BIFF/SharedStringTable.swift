/// The texts that the cells of a BIFF8 workbook share. SST [MS-XLS] 2.4.265
struct SharedStringTable {
  private(set) var table = TextTable()

  /// Reads the texts into the arena. The counts that the record declares are often wrong, so it
  /// is read to its end; a text that is cut off there is left out.
  mutating func read(
    _ record: Record, in stream: ByteView, to arena: TextArena, limits: Limits, part: String
  ) throws(SpreadsheetError) {
    table = TextTable()
    var bytes = ContinuedBytes(record, from: 8, in: stream)
    // XLUnicodeRichExtendedString [MS-XLS] 2.5.293
    while let count = bytes.uint16(), let flags = bytes.uint8() {
      var trailing = 0
      if flags & 0x08 != 0 {
        guard let runs = bytes.uint16() else { return }
        trailing += 4 * Int(runs)
      }
      if flags & 0x04 != 0 {
        guard let phonetic = bytes.uint32() else { return }
        trailing += Int(phonetic)
      }
      let start = arena.count
      guard bytes.appendUnicode(count: Int(count), flags: flags, to: arena) else {
        arena.truncate(to: start)
        return
      }
      try limits.checkText(arena.bytes[start...], part: part)
      table.append(arena.slice(from: start))
      try limits.checkSharedTexts(table.count, part: part)
      guard bytes.skip(trailing) else { return }
    }
  }
}
