/// Reads the cells of one sheet, straight from the bytes of the stream.
struct SheetReader {
  /// Ends where the sheet must have ended.
  let stream: ByteView
  /// Whether another sheet begins there.
  let isFollowed: Bool
  /// Where its BOF stands.
  let offset: Int
  let texts: TextArena
  let cells: CellDecoder
  let limits: Limits
  let part: String
  /// Bytes of the whole file.
  let fileSize: Int

  /// A cell, in a sheet whose rows are not in order.
  private struct Place {
    let row: Int
    let record: Int
    let formatIndex: Int
  }

  /// Hands over the rows, in ascending order whatever that of the file.
  func readRows(_ body: (Row) -> Flow) throws(SpreadsheetError) {
    if try hasAscendingRows() {
      try readInOrder(body)
    } else {
      try readSorted(body)
    }
  }

  /// Looks through the headers of the sheet first. So nothing is handed over of a sheet that the
  /// end of the file cuts off.
  private func hasAscendingRows() throws(SpreadsheetError) -> Bool {
    var substream = try begin()
    var isAscending = true
    var last = 0
    while let record = try substream.next() {
      guard CellContent(record: record.number, version: cells.version) != nil else { continue }
      let row = Int(record.body.uint16(at: 0))
      if row < last { isAscending = false }
      last = row
    }
    return isAscending
  }

  private func readInOrder(_ body: (Row) -> Flow) throws(SpreadsheetError) {
    var substream = try begin()
    var builder = makeBuilder()
    var formatIndex = 0
    while let record = try substream.next() {
      guard let content = CellContent(record: record.number, version: cells.version) else {
        if record.number == RecordNumber.longFormatIndex {
          formatIndex = Int(record.body.uint16(at: 0))
        }
        continue
      }
      let row = Int(record.body.uint16(at: 0))
      if row != builder.index {
        if builder.deliver(to: body) == .stop { return }
        try builder.begin(row: row)
      }
      if try !cells.addCommon(record, content, to: &builder) {
        try cells.add(record, content, formatIndex: formatIndex, to: &builder)
      }
    }
    _ = builder.deliver(to: body)
  }

  private func readSorted(_ body: (Row) -> Flow) throws(SpreadsheetError) {
    var places: [Place] = []
    var substream = try begin()
    var formatIndex = 0
    while let record = try substream.next() {
      if record.number == RecordNumber.longFormatIndex {
        formatIndex = Int(record.body.uint16(at: 0))
      }
      guard CellContent(record: record.number, version: cells.version) != nil else { continue }
      places.append(
        Place(
          row: Int(record.body.uint16(at: 0)), record: record.end - record.body.count - 4,
          formatIndex: formatIndex))
    }
    places.sort { ($0.row, $0.record) < ($1.row, $1.record) }
    var builder = makeBuilder()
    for place in places {
      var cursor = RecordCursor(stream, at: place.record)
      guard let record = cursor.next(),
        let content = CellContent(record: record.number, version: cells.version)
      else { continue }
      if place.row != builder.index {
        if builder.deliver(to: body) == .stop { return }
        try builder.begin(row: place.row)
      }
      try cells.add(record, content, formatIndex: place.formatIndex, to: &builder)
    }
    _ = builder.deliver(to: body)
  }

  private func makeBuilder() -> RowBuilder {
    RowBuilder(sharedTexts: texts, limits: limits, part: part, fileSize: fileSize)
  }

  private func begin() throws(SpreadsheetError) -> Substream {
    try Substream(stream, at: offset, isFollowed: isFollowed, part: part)
  }
}
