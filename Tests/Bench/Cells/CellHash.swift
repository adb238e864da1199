import CZlib
import Spreadsheets

/// A hash of all cells with a value that another reader can make too: of each row the CRC-32 of its
/// number and cells, and of these the sum. A row begins anew in each sheet.
///
/// A row is its number in four bytes, a cell its column in two, a letter for its kind, and its
/// value: `n` eight bytes of a double, `d` milliseconds since serial 0 in eight, `b` one byte, `s`
/// and `e` the length in four bytes and the UTF-8. All are little-endian.
struct CellHash {
  private(set) var count = 0
  private var sum: UInt64 = 0
  private var bytes: [UInt8] = []

  init(of workbook: any Workbook) throws(SpreadsheetError) {
    for sheet in workbook.sheets {
      try workbook.readRows(of: sheet) { row in
        add(row)
        return .proceed
      }
    }
  }

  var hexadecimal: String { String(sum, radix: 16) }

  private mutating func add(_ row: Row) {
    bytes.removeAll(keepingCapacity: true)
    append(UInt32(truncatingIfNeeded: row.index))
    for cell in row.cells {
      count += 1
      append(UInt16(truncatingIfNeeded: cell.column))
      switch cell.kind {
      case .number:
        bytes.append(UInt8(ascii: "n"))
        append(cell.number.bitPattern)
      case .date, .elapsed:
        bytes.append(UInt8(ascii: "d"))
        append(Int64(exactly: (cell.number * 86_400_000).rounded()) ?? 0)
      case .boolean:
        bytes.append(UInt8(ascii: "b"))
        bytes.append(cell.boolean ? 1 : 0)
      case .text: append(kind: "s", textOf: cell, row)
      case .error: append(kind: "e", textOf: cell, row)
      }
    }
    sum &+= UInt64(crc32(0, bytes, UInt32(truncatingIfNeeded: bytes.count)))
  }

  private mutating func append(kind: Unicode.Scalar, textOf cell: Cell, _ row: Row) {
    bytes.append(UInt8(ascii: kind))
    let text = row.utf8(of: cell)
    append(UInt32(truncatingIfNeeded: text.count))
    bytes.append(contentsOf: text)
  }

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
