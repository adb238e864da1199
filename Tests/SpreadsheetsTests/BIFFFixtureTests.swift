import TestSupport
import Testing

@testable import Spreadsheets

/// Workbooks that other programs wrote; `Fixtures/gerar/leitor_xls.py` makes them.
@Suite struct BIFFFixtureTests {
  private func open(_ name: String) throws -> BIFFWorkbook {
    try BIFFWorkbook.open(ByteSource(path: Fixture.path("planilhas/xls/\(name).xls")))
  }

  @Test func `every kind of cell of xlwt`() throws {
    let book = try open("xlwt_tipos")
    #expect(book.format == .biff8)
    #expect(book.dateSystem == .from1900)
    #expect(
      book.sheets == [
        Sheet(name: "Ação", visibility: .visible, index: 0),
        Sheet(name: "Oculta", visibility: .hidden, index: 1),
        Sheet(name: "Muito oculta", visibility: .veryHidden, index: 2),
      ])
    #expect(
      try BIFFDump.lines(book) == [
        "Ação!A1 text JOÃO DA SILVA",
        "Ação!B1 text 日本 😀",
        "Ação!A2 number 331.4805",
        "Ação!B2 number 7",
        "Ação!C2 number -0.29",
        "Ação!D2 number 1e+300",
        "Ação!E2 boolean true",
        "Ação!F2 error #N/A",
        "Ação!A4 date 45964",
        "Ação!B4 date 45964.60434027778",
        "Ação!C4 elapsed 1.5",
        "Ação!D4 number 1234.56",
        "Ação!E4 number -1",  // a negative serial is no date
        "Ação!F4 text ",  // xlwt calculates nothing and says "empty text"
        "Ação!A5 text abc",
        "Ação!IV5 text IV5",
        "Oculta!A1 number 1",
        "Muito oculta!A1 number 2",
      ])
  }

  @Test func `texts cut by Continue records, surrogate pairs among them`() throws {
    let book = try open("xlwt_textos")
    var rows = 0
    try book.readRows(of: book.sheets[0]) { row in
      let prefix = String(String(1000 + row.index).dropFirst())
      let expected = [
        prefix + " " + String(repeating: "estreito ", count: row.index * 3),
        prefix + " " + String(repeating: "largo Ж😀 ", count: row.index * 2),
        prefix + String(repeating: "rico", count: row.index),
      ]
      #expect(row.cells.map(row.text(of:)) == expected)
      rows += 1
      return .proceed
    }
    #expect(rows == 120)
  }

  @Test func `a book that counts from 1904`() throws {
    let book = try open("xlwt_1904")
    #expect(book.dateSystem == .from1904)
    try book.readRows(of: book.sheets[0]) { row in
      let date = SerialDate(serial: row.cells[0].number, system: book.dateSystem)
      #expect(date.map { [$0.year, $0.month, $0.day] } == [2025, 11, 3])
      return .proceed
    }
  }

  @Test func `results of formulas, beside a chart, by LibreOffice`() throws {
    let book = try open("libreoffice_formulas")
    #expect(book.sheets.map(\.name) == ["Dados", "Apoio"])
    #expect(book.sheets.map(\.visibility) == [.visible, .hidden])
    #expect(
      try BIFFDump.lines(book) == [
        "Dados!A1 text Mês",
        "Dados!B1 text Valor",
        "Dados!D1 number 60.25",
        "Dados!A2 date 45658",
        "Dados!B2 number 10",
        "Dados!D2 text João",
        "Dados!A3 date 45689",
        "Dados!B3 number 20.25",
        "Dados!D3 boolean true",
        "Dados!A4 date 45717",
        "Dados!B4 number 30",
        "Dados!D4 error #DIV/0!",
        "Dados!D5 text ",
        "Dados!D6 error #N/A",
        "Dados!D7 text " + String(repeating: "Ж😀", count: 2000),
        "Dados!D8 date 45659",
        "Apoio!C3 text fora da vista",
      ])
  }

  @Test func `a sheet can be left early and read again`() throws {
    let book = try open("xlwt_textos")
    for _ in 0..<2 {
      var seen: [Int] = []
      try book.readRows(of: book.sheets[0]) { row in
        seen.append(row.index)
        return row.index == 4 ? .stop : .proceed
      }
      #expect(seen == [0, 1, 2, 3, 4])
    }
  }
}
