import Testing

@testable import SheetWriting

struct TableDraftTests {
  private func table(_ cells: [DraftCell], total: ColumnTotal = .none) -> TableDraft {
    TableDraft(
      "Sample", of: cells,
      columns: [TableColumn<DraftCell>("Name", total: total, widths: 12...40) { $0 }])
  }

  private func text(_ text: String) -> DraftCell {
    DraftCell(.text(text), CellStyle(wraps: true))
  }

  @Test func aColumnFitsItsWidestCellWithinItsBounds() {
    #expect(table([text("x")]).columns[0].width == 12)
    let twenty = table([text("x"), text(String(repeating: "0", count: 20))]).columns[0].width
    #expect((20...24).contains(twenty))
    #expect(table([text(String(repeating: "0", count: 99))]).columns[0].width == 40)
  }

  @Test func aColumnFitsItsTotal() {
    let total = ColumnTotal.sum(cached: 1, shown: "R$ 999.999.999.999,99", numberFormat: "0.00")
    #expect(table([text("x")], total: total).columns[0].width >= 21)
  }

  /// LibreOffice showed the second line of a long name over the rows above and below.
  @Test func aTextWiderThanItsColumnTakesMoreLines() {
    let draft = table([text("short"), text(String(repeating: "0000000 ", count: 12))])
    #expect(draft.lines(ofRow: 0) == 1)
    #expect(draft.lines(ofRow: 1) == 3)
    let unwrapped = table([DraftCell(.text(String(repeating: "0000000 ", count: 12)))])
    #expect(unwrapped.lines(ofRow: 0) == 1)
  }

  @Test func aTableWithoutRecordsIsOneEmptyRowHigh() {
    #expect(table([]).height == 1)
    #expect(table([text("a"), text("b")]).height == 2)
  }
}
