import Testing

@testable import Spreadsheets

@Suite struct SpreadsheetMLRowTests {
  private func book(_ rows: String...) -> String {
    """
    <?xml version="1.0"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Worksheet ss:Name="Plan1"><Table>\(rows.joined())</Table></Worksheet></Workbook>
    """
  }

  private func row(_ row: Int?, _ column: Int, _ texts: String...) -> String {
    let cells = texts.enumerated().map { offset, text in
      "<Cell ss:Index=\"\(column + offset)\"><Data ss:Type=\"String\">\(text)</Data></Cell>"
    }
    return "<Row\(row.map { " ss:Index=\"\($0)\"" } ?? "")>\(cells.joined())</Row>"
  }

  @Test func `rows that go back are handed over in order`() throws {
    let text = book(row(3, 1, "c"), row(1, 1, "a"), row(nil, 1, "b"))
    #expect(try dump(text) == ["A1 text a", "A2 text b", "A3 text c"])
  }

  @Test func `of a cell that stands twice the last counts`() throws {
    let text = book(row(1, 1, "NOME"), row(2, 1, "ANA", "100"), row(2, 1, "BIA", "200"))
    #expect(try dump(text) == ["A1 text NOME", "A2 text BIA", "B2 text 200"])
  }

  @Test func `a row in two pieces is one row`() throws {
    let text = book(row(1, 1, "ANA", "FIN"), row(1, 3, "100"))
    let workbook = try openWorkbook(ByteSource([UInt8](text.utf8)))
    var rows: [[Int]] = []
    try workbook.readRows(of: workbook.sheets[0]) { row in
      rows.append(row.cells.map(\.column))
      return .proceed
    }
    #expect(rows == [[0, 1, 2]])
  }
}
