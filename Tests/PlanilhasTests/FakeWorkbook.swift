import Planilhas
import Testing

@testable import Spreadsheets

/// A workbook that says what a test wants, without a file.
final class FakeWorkbook: Workbook {
  enum Value {
    case text(String)
    case number(Double)
    case date(Double)
    case elapsed(Double)
    case boolean(Bool)
    case error(String)
  }

  struct Content {
    var name = "Plan1"
    var visibility = Sheet.Visibility.visible
    /// From row 1 on; a nil is a cell without a value.
    var rows: [[Value?]]
  }

  let format = WorkbookFormat.xlsx
  let dateSystem: DateSystem
  private let contents: [Content]
  private let failure: SpreadsheetError?

  init(_ contents: [Content], dates: DateSystem = .from1900, failure: SpreadsheetError? = nil) {
    self.contents = contents
    self.dateSystem = dates
    self.failure = failure
  }

  var sheets: [Sheet] {
    contents.enumerated().map {
      Sheet(name: $0.element.name, visibility: $0.element.visibility, index: $0.offset)
    }
  }

  func readRows(of sheet: Sheet, _ body: (Row) -> Flow) throws(SpreadsheetError) {
    if let failure { throw failure }
    var builder = RowBuilder(
      sharedTexts: TextArena(shared: true), limits: Limits(), part: "", fileSize: 0)
    for (index, values) in contents[sheet.index].rows.enumerated() {
      try builder.begin(row: index)
      for (column, value) in values.enumerated() {
        guard let value else { continue }
        try builder.append(cell(value, column: column, texts: builder.rowTexts))
      }
      guard builder.deliver(to: body) == .proceed else { return }
    }
  }

  private func cell(_ value: Value, column: Int, texts: TextArena) -> Cell {
    switch value {
    case .text(let text): .text(texts.append(Array(text.utf8)), column: column)
    case .number(let number): .number(number, column: column)
    case .date(let serial): .number(serial, kind: .date, column: column)
    case .elapsed(let days): .number(days, kind: .elapsed, column: column)
    case .boolean(let flag): .boolean(flag, column: column)
    case .error(let text): .error(texts.append(Array(text.utf8)), column: column)
    }
  }
}

extension FakeWorkbook.Value: ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(floatLiteral number: Double) { self = .number(number) }
  init(integerLiteral number: Int) { self = .number(Double(number)) }
}
