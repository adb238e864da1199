import Testing

@testable import Spreadsheets

/// A workbook of one sheet whose parts can be changed one by one.
struct XLSXBuilder {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationshipTypes =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  /// What stands in `<sheetData>`.
  var rows = ""
  /// The items of the shared strings; nil for no such part.
  var sharedStrings: String?
  /// The children of `<styleSheet>`; nil for no such part.
  var styles: String?
  /// The attributes of `<workbookPr>`.
  var workbookProperties = ""
  var limits = Limits()

  init(rows: String = "", sharedStrings: String? = nil, styles: String? = nil) {
    self.rows = rows
    self.sharedStrings = sharedStrings
    self.styles = styles
  }

  var entries: [ZipBuilder.Entry] {
    var entries: [ZipBuilder.Entry] = [
      .init("[Content_Types].xml", Self.types([("xl/workbook.xml", "sheet.main+xml")])),
      .init("_rels/.rels", Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      .init(
        "xl/workbook.xml",
        """
        <workbook xmlns="\(Self.main)" xmlns:r="\(Self.relationshipTypes)">
        <workbookPr \(workbookProperties)/><sheets><sheet name="Plan1" sheetId="1" r:id="rId1"/>
        </sheets></workbook>
        """),
      .init(
        "xl/_rels/workbook.xml.rels",
        Self.relationships([
          ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
          ("rId3", "sharedStrings", "sharedStrings.xml"),
        ])),
      .init(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData></worksheet>"),
    ]
    if let styles {
      entries.append(
        .init("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>"))
    }
    if let sharedStrings {
      entries.append(
        .init("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(sharedStrings)</sst>"))
    }
    return entries
  }

  /// The dump of the only sheet.
  func dump() throws -> [String] { try Self.dump(entries, limits: limits) }

  /// The dump with the parts of these names in place of the usual ones, or added.
  func dump(replacing parts: ZipBuilder.Entry...) throws -> [String] {
    var entries = entries
    for part in parts {
      entries.removeAll { $0.name == part.name }
      entries.append(part)
    }
    return try Self.dump(entries, limits: limits)
  }

  /// Read both ways, by libxml2 alone and with plain elements taken straight from the bytes.
  static func dump(_ entries: [ZipBuilder.Entry], limits: Limits = Limits()) throws -> [String] {
    let outcomes = dumpBothWays(ZipBuilder(entries).bytes, limits: limits)
    #expect(outcomes.plain == outcomes.alone)
    return try outcomes.plain.get()
  }

  static func relationships(_ list: [(id: String, kind: String, target: String)]) -> String {
    let items = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(relationshipTypes)/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(items.joined())</Relationships>
      """
  }

  static func types(_ list: [(path: String, type: String)]) -> String {
    let items = list.map {
      "<Override PartName=\"/\($0.path)\" ContentType=\"\(contentType)\($0.type)\"/>"
    }
    return """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      \(items.joined())</Types>
      """
  }
}

typealias DumpOutcome = Result<[String], SpreadsheetError>

/// What comes of a file by libxml2 alone, and with plain elements taken straight from the bytes.
func dumpBothWays(
  _ bytes: [UInt8], limits: Limits = Limits()
) -> (plain: DumpOutcome, alone: DumpOutcome) {
  func dump(isPlain: Bool) -> DumpOutcome {
    var limits = limits
    limits.readsPlainXML = isPlain
    return DumpOutcome { () throws(SpreadsheetError) in
      let workbook = try openWorkbook(ByteSource(bytes), limits: limits)
      var lines: [String] = []
      for sheet in workbook.sheets {
        do { lines += try dumpOf(sheet: sheet, in: workbook) } catch {
          throw error as? SpreadsheetError ?? .system(errno: 0)
        }
      }
      return lines
    }
  }
  return (dump(isPlain: true), dump(isPlain: false))
}

/// One line a cell: place, kind, value.
func dumpOf(sheet: Sheet, in workbook: any Workbook) throws -> [String] {
  var lines: [String] = []
  try workbook.readRows(of: sheet) { row in
    for cell in row.cells {
      let place = CellReference(row: row.index, column: cell.column)
      let value =
        switch cell.kind {
        case .number, .elapsed: shortestText(of: cell.number)
        case .date: dump(serial: cell.number, system: workbook.dateSystem)
        case .boolean: "\(cell.boolean)"
        case .text, .error: row.text(of: cell)
        }
      lines.append("\(place) \(cell.kind) \(value)")
    }
    return .proceed
  }
  return lines
}

private func dump(serial: Double, system: DateSystem) -> String {
  guard let date = SerialDate(serial: serial, system: system) else { return "no date" }
  let day = "\(date.year)-\(date.month)-\(date.day)"
  let time = "\(date.hour):\(date.minute):\(date.second)"
  let milliseconds = date.millisecond > 0 ? ".\(date.millisecond)" : ""
  return (date.isTimeOnly ? time : "\(day) \(time)") + milliseconds
}
