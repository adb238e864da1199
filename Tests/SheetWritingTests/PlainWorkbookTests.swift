import Archives
import Spreadsheets
import Testing

@testable import SheetWriting

/// A workbook of bare values, read back by the module that reads them.
struct PlainWorkbookTests {
  private func open(_ plain: PlainWorkbook) throws -> any Workbook {
    let archive = try ArchiveWriter()
    for part in plain.parts { try archive.add(part.name, part.bytes) }
    return try openWorkbook(ByteSource(archive.finish()))
  }

  @Test(arguments: [true, false])
  func everyKindOfCellComesBack(isFrom1904: Bool) throws {
    let values: [PlainWorkbook.Value] = [
      .text("  <Ação> & \"x\" _x0041_ \u{1}\r\n "), .number(331.48050000000001), .number(-1e-7),
      .date(45_964.5), .elapsed(1.25), .boolean(true), .error("#N/A"), .text(""),
    ]
    var plain = PlainWorkbook(isFrom1904: isFrom1904)
    var sheet = PlainWorkbook.Sheet("Plan \"1\" & <2>", .visible)
    sheet.add(row: 3, values.enumerated().map { ($0 * 30, $1) })
    sheet.add(row: 9, [(0, .number(7))])
    plain.sheets = [PlainWorkbook.Sheet("a", .veryHidden), sheet, .init("b", .hidden)]
    let workbook = try open(plain)
    #expect(workbook.dateSystem == (isFrom1904 ? .from1904 : .from1900))
    #expect(workbook.sheets.map(\.name) == ["a", "Plan \"1\" & <2>", "b"])
    #expect(workbook.sheets.map(\.visibility) == [.veryHidden, .visible, .hidden])

    var found: [PlainWorkbook.Value] = []
    var places: [String] = []
    try workbook.readRows(of: workbook.sheets[1]) { row in
      for cell in row.cells {
        places.append("\(CellReference(row: row.index, column: cell.column))")
        switch cell.kind {
        case .text: found.append(.text(row.text(of: cell)))
        case .number: found.append(.number(cell.number))
        case .date: found.append(.date(cell.number))
        case .elapsed: found.append(.elapsed(cell.number))
        case .boolean: found.append(.boolean(cell.boolean))
        case .error: found.append(.error(row.text(of: cell)))
        }
      }
      return .proceed
    }
    #expect(found.filter { $0 != .text("") } == Array(values.dropLast()) + [.number(7)])
    #expect(places.prefix(3) == ["A4", "AE4", "BI4"])
    #expect(places.last == "A10")
  }
}
