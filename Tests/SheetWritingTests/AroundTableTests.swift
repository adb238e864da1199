import FoundationEssentials
import Testing

@testable import SheetWriting
@testable import Spreadsheets

/// What stands around a table: links, a legend, totals of two kinds, charts.
struct AroundTableTests {
  private func part(_ name: String, of draft: WorkbookDraft) throws -> String {
    try Sample.withFolder { folder in
      try draft.write(to: "\(folder)/book.xlsx")
      let archive = try ZipArchive(
        source: ByteSource(path: "\(folder)/book.xlsx"), limits: Limits())
      return String(
        decoding: try archive.prefix(of: PackagePath(name), count: 1 << 20), as: UTF8.self)
    }
  }

  private func draft(
    _ values: [Double], link: SheetLink? = nil, legend: [DraftCell] = [],
    charts: [ChartDraft] = []
  ) -> WorkbookDraft {
    let table = TableDraft(
      "Sample", of: values,
      columns: [
        TableColumn<Double>(
          "Name", total: .count(cached: values.count, shown: "3", numberFormat: "0")
        ) { DraftCell(.text("n \($0)")) },
        TableColumn<Double>(
          "Value", total: .sum(cached: values.reduce(0, +), shown: "9", numberFormat: "0")
        ) { DraftCell(.number($0, shown: "9")) },
      ])
    return WorkbookDraft(
      properties: DocumentProperties(title: "", author: "", comments: "", created: 1_762_171_200),
      sheets: [
        SheetDraft(
          "It's", lines: [DraftLine("Title")], link: link, legend: legend, table: table,
          charts: charts)
      ])
  }

  private let chart = ChartDraft(
    "Values", of: "Value", by: "Name", numberFormat: "0.0", colors: [0x112233, 0x445566],
    description: "Values & <names>")

  @Test func theTitleLeavesTheLastColumnToTheLink() throws {
    let xml = try part(
      "xl/worksheets/sheet1.xml", of: draft([1, 2], link: SheetLink("Go", to: "It's")))
    #expect(xml.contains(#"<hyperlink ref="B1" location="'It''s'!A1""#))
    #expect(!xml.contains("mergeCell ref=\"A1:B1\""))
    let without = try part("xl/worksheets/sheet1.xml", of: draft([1, 2]))
    #expect(without.contains("mergeCell ref=\"A1:B1\""))
  }

  @Test func theLegendStandsRightAboveTheTable() throws {
    let xml = try part(
      "xl/worksheets/sheet1.xml",
      of: draft([1], legend: [DraftCell(.blank), DraftCell(.number(77, shown: "77"))]))
    #expect(xml.contains(#"<c r="B2""#))
    #expect(xml.contains("<v>77</v>"))
  }

  @Test func aLegendThatNoWorkbookHoldsIsRefused() throws {
    let draft = draft([1], legend: [DraftCell(.number(.nan, shown: ""))])
    #expect(
      throws: SheetWritingError.unwritable(.notFinite, at: .cell(sheet: "It's", row: 1, column: 0))
    ) {
      try part("xl/workbook.xml", of: draft)
    }
  }

  @Test func totalsFollowTheFilter() throws {
    let xml = try part("xl/worksheets/sheet1.xml", of: draft([1, 2, 4.5]))
    #expect(xml.contains("<f>SUBTOTAL(103,Sample[Name])</f><v>3</v>"))
    #expect(xml.contains("<f>SUBTOTAL(109,Sample[Value])</f><v>7.5</v>"))
    let table = try part("xl/tables/table1.xml", of: draft([1, 2, 4.5]))
    #expect(table.contains(#"totalsRowFunction="count""#))
    #expect(table.contains(#"totalsRowFunction="sum""#))
  }

  @Test func aChartIsDrawnFromTheCellsOfTheTable() throws {
    let xml = try part("xl/charts/chart1.xml", of: draft([1, 2], charts: [chart]))
    #expect(xml.contains("<c:f>'It''s'!$A$4:$A$5</c:f>"))
    #expect(xml.contains("<c:f>'It''s'!$B$4:$B$5</c:f>"))
    #expect(xml.contains("<c:v>n 1.0</c:v>"), "what it shows without calculating")
    #expect(xml.contains("<a:srgbClr val=\"112233\"/>"))
    #expect(xml.contains("<a:srgbClr val=\"445566\"/>"))
    #expect(xml.contains(#"<c:numFmt formatCode="0.0""#))
  }

  @Test func chartsStandBesideEachOtherBelowTheTable() throws {
    let xml = try part("xl/drawings/drawing1.xml", of: draft([1, 2], charts: [chart, chart]))
    // The header stands in row 3, the total in row 6.
    #expect(xml.split(separator: "<xdr:from>").count == 3)
    #expect(xml.split(separator: "<xdr:row>7</xdr:row>").count == 3)
    #expect(xml.contains("descr=\"Values &amp; &lt;names&gt;\""))
  }

  @Test func aChartOfAColumnThatIsNotThereIsRefused() throws {
    let other = ChartDraft(
      "Values", of: "Other", by: "Name", numberFormat: "0", colors: [], description: "")
    #expect(throws: SheetWritingError.refused(code: nil, at: .sheet("It's"))) {
      try part("xl/workbook.xml", of: draft([1], charts: [other]))
    }
  }
}
