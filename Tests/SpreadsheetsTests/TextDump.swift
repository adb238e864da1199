@testable import Spreadsheets

/// The dump of all sheets of a text in some encoding, a line a cell.
func dump(_ text: String, limits: Limits = Limits()) throws -> [String] {
  try dump([UInt8](text.utf8), limits: limits)
}

func dump(_ bytes: [UInt8], limits: Limits = Limits()) throws -> [String] {
  let workbook = try openWorkbook(ByteSource(bytes), limits: limits)
  return try workbook.sheets.flatMap { try dumpOf(sheet: $0, in: workbook) }
}

/// What opening and reading a text throws; nil when it is read.
func failure(of text: String, limits: Limits = Limits()) -> SpreadsheetError? {
  do {
    _ = try dump(text, limits: limits)
    return nil
  } catch {
    return error as? SpreadsheetError
  }
}

func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    return isBigEndian ? pair.reversed() : pair
  }
}
