import Dominio
import Spreadsheets
import Testing

@testable import Relatorios

struct ConferenciaTests {
  private typealias Difference = RelatorioDeRecebimentos.Difference

  private func difference(_ spoil: (FakeWorkbook) -> Void) throws -> Difference? {
    let workbook = FakeWorkbook.exemplo()
    spoil(workbook)
    let recebimentos = try Exemplo.recebimentos()
    do throws(RelatorioDeRecebimentos.Failure) {
      try RelatorioDeRecebimentos.verify(workbook, against: recebimentos)
      return nil
    } catch .differs(let difference) {
      return difference
    }
  }

  @Test func theWorkbookThatWasMeantPasses() throws {
    try #expect(difference { _ in } == nil)
  }

  @Test func onlyTheTwoSheetsInTheirOrder() throws {
    try #expect(
      difference { $0.contents.swapAt(0, 1) } == .sheets(found: ["Desistências", "A Receber"]))
    try #expect(difference { $0.contents.removeLast() } == .sheets(found: ["A Receber"]))
    try #expect(
      difference { $0.contents.append(.init(name: "Mais", rows: [])) }
        == .sheets(found: ["A Receber", "Desistências", "Mais"]))
    try #expect(
      difference { $0.contents[1].visibility = .hidden }
        == .sheets(found: ["A Receber", "Desistências"]))
  }

  @Test func anEmptySheetHasNoHeader() throws {
    try #expect(
      difference { $0.contents[1].rows = [] } == .headerMissing(sheet: "Desistências"))
  }

  /// The library calls a file complete whose end is missing.
  @Test(arguments: 1...5)
  func aSheetThatWasCutShort(lost: Int) throws {
    try #expect(
      difference { $0.contents[0].rows.removeLast(lost) }
        == .rowCount(sheet: "A Receber", expected: 4, found: max(0, 4 - lost)))
  }

  @Test func aClientTooManyOrTwice() throws {
    try #expect(
      difference { $0.contents[0].rows.insert($0.contents[0].rows[3], at: 4) }
        == .rowCount(sheet: "A Receber", expected: 4, found: 5))
  }

  @Test(
    arguments: [
      (3, 0, "ANTONIA GIULIANA"), (3, 4, 1234.57), (3, 4, 1234.5600000000002), (3, 4, "1234.56"),
      (3, 3, .date(45961)), (3, 3, .number(45960)), (3, 2, 855_553_281_234.0), (4, 4, 10.0),
      (4, 4, nil), (5, 1, .error("#NAME?")), (6, 1, "Skill"),
    ] as [(Int, Int, FakeWorkbook.Value?)])
  func aCellThatSaysSomethingElse(row: Int, column: Int, value: FakeWorkbook.Value?) throws {
    let difference = try difference { $0.contents[0].rows[row][column] = value }
    guard case .row(sheet: "A Receber", row: let found, _, _) = difference else {
      Issue.record("\(String(describing: difference))")
      return
    }
    #expect(found == row + 1)
  }

  @Test func theDifferenceShowsBothRows() throws {
    try #expect(
      difference { $0.contents[1].rows[2][3] = 499.99 }
        == .row(
          sheet: "Desistências", row: 3,
          expected: ["CARLA", "DESISTIU", "Cliente fez distrato", "R$ 500,00"],
          found: ["CARLA", "DESISTIU", "Cliente fez distrato", "R$ 499,99"]))
  }

  @Test func aCachedTotalThatIsNotTheSum() throws {
    let total = try Exemplo.reais("1566.05")
    try #expect(
      difference { $0.contents[0].rows[7][4] = 0.0 }
        == .total(sheet: "A Receber", expected: total, sum: total, cached: .zero))
    try #expect(
      difference { $0.contents[0].rows[7][4] = nil }
        == .total(sheet: "A Receber", expected: total, sum: total, cached: nil))
  }

  @Test func aFileThatCannotBeRead() throws {
    let recebimentos = try Exemplo.recebimentos()
    let workbook = FakeWorkbook.exemplo()
    workbook.failure = .damaged(.truncated, part: "xl/worksheets/sheet1.xml")
    #expect(
      throws: RelatorioDeRecebimentos.Failure.reading(
        .damaged(.truncated, part: "xl/worksheets/sheet1.xml"))
    ) {
      try RelatorioDeRecebimentos.verify(workbook, against: recebimentos)
    }
    #expect(throws: RelatorioDeRecebimentos.Failure.reading(.system(errno: 2))) {
      try RelatorioDeRecebimentos.verify(path: "/nowhere/at/all.xlsx", against: recebimentos)
    }
  }
}
