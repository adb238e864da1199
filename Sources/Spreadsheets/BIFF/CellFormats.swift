/// Which cell formats show a number as a date: the XF records, and the formats that they name.
struct CellFormats {
  /// By format id. Before BIFF5, a format's id is its place among the Format records.
  private var kinds: [Int: Cell.Kind] = [:]
  private var nextFormat = 0
  /// The format id of each XF.
  private var formatIDs: [UInt16] = []

  mutating func addFormat(_ record: Record, version: BIFFVersion, page: CodePage) {
    let body = record.body
    let code = TextArena(shared: false)
    let id: Int
    switch version {
    case .biff8:
      id = Int(body.uint16(at: 0))
      let units = Int(body.uint16(at: 2))
      let text = body.slice(5, count: body.count)
      var transcoder = UTF16Transcoder()
      if body.uint8(at: 4) & 1 != 0 {
        transcoder.append(units: text.slice(0, count: 2 * units), to: code)
      } else {
        transcoder.append(compressed: text.slice(0, count: units), to: code)
      }
      transcoder.finish(in: code)
    case .biff5:
      id = Int(body.uint16(at: 0))
      page.append(body.slice(3, count: Int(body.uint8(at: 2))), to: code)
    case .biff4, .biff3, .biff2:
      id = nextFormat
      let lengthAt = record.number == RecordNumber.format2 ? 0 : 2
      page.append(body.slice(lengthAt + 1, count: Int(body.uint8(at: lengthAt))), to: code)
    }
    nextFormat += 1
    kinds[id] = NumberFormat.kind(ofCode: String(decoding: code.bytes, as: UTF8.self))
  }

  mutating func addCellFormat(_ record: Record) {
    switch record.number {
    case RecordNumber.cellFormat: formatIDs.append(record.body.uint16(at: 2))
    case RecordNumber.cellFormat2: formatIDs.append(UInt16(record.body.uint8(at: 2) & 0x3F))
    default: formatIDs.append(UInt16(record.body.uint8(at: 1)))
    }
  }

  /// What a number is in each XF.
  func cellKinds(version: BIFFVersion) -> [Cell.Kind] {
    formatIDs.map { kind(ofFormat: Int($0), version: version) }
  }

  /// What a number is in each of the first 64 formats. BIFF2 has cells that name no XF.
  func formatKinds(version: BIFFVersion) -> [Cell.Kind] {
    (0..<64).map { kind(ofFormat: $0, version: version) }
  }

  private func kind(ofFormat id: Int, version: BIFFVersion) -> Cell.Kind {
    if let kind = kinds[id] { return kind }
    return version < .biff5 ? .number : NumberFormat.kind(ofBuiltIn: id)
  }
}
