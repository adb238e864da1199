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
    let cabecalho = try Exemplo.cabecalho()
    do throws(RelatorioDeRecebimentos.Failure) {
      try RelatorioDeRecebimentos.verify(workbook, against: recebimentos, cabecalho)
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

  /// A heading that is another one, one too many, one that is gone.
  @Test(arguments: [(0, "Nome"), (5, "Mais"), (4, nil)] as [(Int, FakeWorkbook.Value?)])
  func anotherHeader(column: Int, value: FakeWorkbook.Value?) throws {
    try #expect(
      difference {
        if column < 5 {
          $0.contents[0].rows[5][column] = value
        } else {
          $0.contents[0].rows[5].append(value)
        }
      } == .headerMissing(sheet: "A Receber"))
  }

  /// The number of the report, the way to the other sheet, a source, the meaning of a colour.
  @Test(
    arguments: [
      (0, 0, 4, nil), (0, 1, 0, "Base Outubro/2025 · Relatório nº 8 · 03/11/2025"),
      (0, 2, 0, "Comissões de 4 clientes a receber."), (0, 3, 0, nil), (0, 4, 3, "mais de 80 dias"),
      (0, 4, 4, "nunca"), (1, 0, 3, "← A receber"), (1, 2, 0, nil),
    ] as [(Int, Int, Int, FakeWorkbook.Value?)])
  func anotherTitleBlock(sheet: Int, row: Int, column: Int, value: FakeWorkbook.Value?) throws {
    let difference = try difference {
      var cells = $0.contents[sheet].rows[row]
      while cells.count <= column { cells.append(nil) }
      cells[column] = value
      $0.contents[sheet].rows[row] = cells
    }
    guard case .heading(sheet: let name, let expected, let found) = difference else {
      Issue.record("\(String(describing: difference))")
      return
    }
    #expect(name == ["A Receber", "Desistências"][sheet])
    #expect(found != expected)
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
      difference { $0.contents[0].rows.insert($0.contents[0].rows[6], at: 7) }
        == .rowCount(sheet: "A Receber", expected: 4, found: 5))
  }

  @Test(
    arguments: [
      (6, 0, "ANTONIA GIULIANA"), (6, 4, 1234.57), (6, 4, 1234.5600000000002), (6, 4, "1234.56"),
      (6, 3, .date(45961)), (6, 3, .number(45960)), (6, 2, 855_553_281_234.0), (7, 4, 10.0),
      (7, 4, nil), (8, 1, .error("#NAME?")), (9, 1, "Skill"),
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
      difference { $0.contents[1].rows[5][3] = 499.99 }
        == .row(
          sheet: "Desistências", row: 6,
          expected: ["CARLA", "Desistiu", "Cliente fez distrato", "R$ 500,00"],
          found: ["CARLA", "Desistiu", "Cliente fez distrato", "R$ 499,99"]))
  }

  @Test func aCachedTotalThatIsNotTheSum() throws {
    let total = try Exemplo.reais("1566.05")
    try #expect(
      difference { $0.contents[0].rows[10][4] = 0.0 }
        == .total(sheet: "A Receber", expected: total, sum: total, cached: .zero))
    try #expect(
      difference { $0.contents[0].rows[10][4] = nil }
        == .total(sheet: "A Receber", expected: total, sum: total, cached: nil))
  }

  @Test func aFileThatCannotBeRead() throws {
    let recebimentos = try Exemplo.recebimentos()
    let cabecalho = try Exemplo.cabecalho()
    let workbook = FakeWorkbook.exemplo()
    workbook.failure = .damaged(.truncated, part: "xl/worksheets/sheet1.xml")
    #expect(
      throws: RelatorioDeRecebimentos.Failure.reading(
        .damaged(.truncated, part: "xl/worksheets/sheet1.xml"))
    ) {
      try RelatorioDeRecebimentos.verify(workbook, against: recebimentos, cabecalho)
    }
    #expect(throws: RelatorioDeRecebimentos.Failure.reading(.system(errno: 2))) {
      try RelatorioDeRecebimentos.verify(
        path: "/nowhere/at/all.xlsx", against: recebimentos, cabecalho: cabecalho)
    }
  }
}
