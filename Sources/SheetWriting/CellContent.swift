/// What one cell holds, and how it looks.
package struct DraftCell: Equatable, Sendable {
  package let content: CellContent
  package let style: CellStyle

  package init(_ content: CellContent, _ style: CellStyle = CellStyle()) {
    self.content = content
    self.style = style
  }
}

package enum CellContent: Equatable, Sendable {
  case blank
  /// Always a text, also when it looks like a formula, a number or an address.
  case text(String)
  /// `shown` is about how the number format will show it; it only makes the column wide enough.
  case number(Double, shown: String)
  /// A day from 1900 to 9999.
  case day(year: Int, month: Int, day: Int)
  case boolean(Bool)

  /// What is measured for the width of a column.
  var shown: String {
    switch self {
    case .blank: ""
    case .text(let text): text
    case .number(_, let shown): shown
    case .day: "00/00/0000"
    case .boolean: "VERDADEIRO"
    }
  }

  /// Nil when a workbook can hold it.
  var fault: UnwritableValue? {
    switch self {
    case .blank, .boolean: nil
    case .text(let text):
      text.utf16.count > CellText.longest ? .textTooLong(text.utf16.count) : nil
    case .number(let number, _): number.isFinite ? nil : .notFinite
    case .day(let year, let month, let day):
      Self.isDay(year: year, month: month, day: day) ? nil : .noSuchDay
    }
  }

  private static func isDay(year: Int, month: Int, day: Int) -> Bool {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1 else { return false }
    switch month {
    case 2: return day <= (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28)
    case 4, 6, 9, 11: return day <= 30
    default: return day <= 31
    }
  }
}

package struct CellStyle: Hashable, Sendable {
  package enum Alignment: Sendable { case automatic, left, center, right }
  package enum Border: Sendable { case none, hairlineBelow, lineAbove }

  /// As Excel writes it, `dd/mm/yyyy`; empty for the general one.
  package var numberFormat: String
  package var bold: Bool
  package var underlined: Bool
  /// In points.
  package var size: Double
  /// 0xRRGGBB.
  package var color: UInt32
  /// 0xRRGGBB.
  package var fill: UInt32?
  package var alignment: Alignment
  /// Steps of about three spaces away from the side that the cell is aligned to.
  package var indent: UInt8
  package var wraps: Bool
  package var border: Border

  package init(
    numberFormat: String = "", bold: Bool = false, underlined: Bool = false, size: Double = 11,
    color: UInt32 = 0, fill: UInt32? = nil, alignment: Alignment = .automatic, indent: UInt8 = 0,
    wraps: Bool = false, border: Border = .none
  ) {
    self.numberFormat = numberFormat
    self.bold = bold
    self.underlined = underlined
    self.size = size
    self.color = color
    self.fill = fill
    self.alignment = alignment
    self.indent = indent
    self.wraps = wraps
    self.border = border
  }
}
