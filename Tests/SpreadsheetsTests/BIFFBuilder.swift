@testable import Spreadsheets

/// Builds record streams by hand, for what no program at hand writes.
enum BIFF {
  enum Version { case biff2, biff3, biff4, biff5, biff8 }

  static func u16(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }

  static func u32(_ value: Int) -> [UInt8] { u16(value & 0xFFFF) + u16(value >> 16 & 0xFFFF) }

  static func f64(_ value: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
  }

  static func record(_ number: UInt16, _ body: [UInt8] = []) -> [UInt8] {
    u16(Int(number)) + u16(body.count) + body
  }

  /// - Parameter content: 5 globals, 0x10 sheet, 0x20 chart, 0x100 BIFF4 workbook.
  static func begin(_ content: Int, _ version: Version = .biff8) -> [UInt8] {
    switch version {
    case .biff2: record(0x0009, u16(2) + u16(content))
    case .biff3: record(0x0209, u16(0) + u16(content) + u16(0))
    case .biff4: record(0x0409, u16(0) + u16(content) + u16(0))
    case .biff5: record(0x0809, u16(0x0500) + u16(content) + u16(0) + u16(1995))
    case .biff8: record(0x0809, u16(0x0600) + u16(content) + u16(0) + u16(1997) + u32(0) + u32(6))
    }
  }

  static let end = record(0x000A)

  // MARK: Cells of BIFF3 and later

  static func number(_ row: Int, _ column: Int, _ value: Double, format: Int = 0) -> [UInt8] {
    record(0x0203, place(row, column, format) + f64(value))
  }

  static func rk(_ row: Int, _ column: Int, _ bits: UInt32, format: Int = 0) -> [UInt8] {
    record(0x027E, place(row, column, format) + u32(Int(bits)))
  }

  static func sharedLabel(_ row: Int, _ column: Int, _ index: Int) -> [UInt8] {
    record(0x00FD, place(row, column) + u32(index))
  }

  /// A text of BIFF8, one byte a character.
  static func narrow(_ text: String) -> [UInt8] {
    u16(text.utf16.count) + [0] + text.utf16.map { UInt8(truncatingIfNeeded: $0) }
  }

  /// A text of BIFF8, two bytes a character.
  static func wide(_ text: String) -> [UInt8] {
    u16(text.utf16.count) + [1] + text.utf16.flatMap { u16(Int($0)) }
  }

  static func label(_ row: Int, _ column: Int, _ text: [UInt8]) -> [UInt8] {
    record(0x0204, place(row, column) + text)
  }

  /// - Parameter result: the eight bytes of FormulaValue.
  static func formula(_ row: Int, _ column: Int, _ result: [UInt8], format: Int = 0) -> [UInt8] {
    record(0x0006, place(row, column, format) + result + u16(0) + u32(0) + u16(0))
  }

  static let textResult: [UInt8] = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]

  static func place(_ row: Int, _ column: Int, _ format: Int = 0) -> [UInt8] {
    u16(row) + u16(column) + u16(format)
  }

  // MARK: Workbooks

  struct SheetPart {
    var name: [UInt8]
    var state = 0
    var type = 0
    var content = 0x10
    /// What stands between BOF and EOF.
    var records: [UInt8]
  }

  /// - Parameters:
  ///   - globals: what stands in the globals besides the list of sheets.
  ///   - sheets: names are as the record holds them, count and all.
  static func workbook(
    as version: Version = .biff8, globals: [UInt8] = [], sheets: [SheetPart]
  ) -> [UInt8] {
    let listSize = sheets.reduce(0) { $0 + 4 + 6 + $1.name.count }
    var offset = begin(5, version).count + globals.count + listSize + end.count
    var list: [UInt8] = []
    var substreams: [UInt8] = []
    for sheet in sheets {
      let substream = begin(sheet.content, version) + sheet.records + end
      list += record(
        0x0085, u32(offset) + [UInt8(sheet.state), UInt8(sheet.type)] + sheet.name)
      substreams += substream
      offset += substream.count
    }
    return begin(5, version) + globals + list + end + substreams
  }

  /// A workbook of one visible sheet, `S`.
  static func workbook(
    as version: Version = .biff8, globals: [UInt8] = [], _ records: [UInt8]...
  ) -> [UInt8] {
    let name: [UInt8] = version == .biff8 ? [1, 0, 0x53] : [1, 0x53]
    let sheet = SheetPart(name: name, records: Array(records.joined()))
    return workbook(as: version, globals: globals, sheets: [sheet])
  }
}

/// A workbook as lines of text: `S!B2 number 5`.
enum BIFFDump {
  static func lines(_ stream: [UInt8], limits: Limits = Limits()) throws -> [String] {
    try lines(BIFFWorkbook.open(ByteSource(stream), limits: limits))
  }

  static func lines(_ book: any Workbook) throws -> [String] {
    var lines: [String] = []
    for sheet in book.sheets {
      try book.readRows(of: sheet) { row in
        for cell in row.cells {
          let place = CellReference(row: row.index, column: cell.column)
          let value =
            switch cell.kind {
            case .number, .date, .elapsed: shortestText(of: cell.number)
            case .boolean: "\(cell.boolean)"
            case .text, .error: row.text(of: cell)
            }
          lines.append("\(sheet.name)!\(place) \(cell.kind) \(value)")
        }
        return .proceed
      }
    }
    return lines
  }

  /// The numbers of the records of a stream, in order.
  static func recordNumbers(_ stream: [UInt8]) -> [Int] {
    var numbers: [Int] = []
    var position = 0
    while position + 4 <= stream.count {
      numbers.append(Int(stream[position]) | Int(stream[position + 1]) << 8)
      position += 4 + (Int(stream[position + 2]) | Int(stream[position + 3]) << 8)
    }
    return numbers
  }

  /// Reads everything there is; what goes wrong must be an error.
  static func outcome(_ bytes: [UInt8]) -> SpreadsheetError? {
    do {
      _ = try lines(bytes)
      return nil
    } catch let error as SpreadsheetError {
      return error
    } catch {
      return .unsupported(.unknown)
    }
  }
}
