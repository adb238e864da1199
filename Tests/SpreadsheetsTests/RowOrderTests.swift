import Testing

@testable import Spreadsheets

/// Rows in any order, and how many of them are held back for that.
@Suite struct RowOrderTests {
  private let shared = TextArena(shared: true)
  private let texts = TextArena(shared: false)
  private let cells = CellBuffer()

  private func row(_ index: Int, _ text: String = "") -> Row {
    texts.removeAll()
    cells.removeAll()
    let cell =
      text.isEmpty
      ? Cell.number(Double(index), column: 0)
      : .text(texts.append(text.utf8), column: 0)
    cells.append(cell)
    return Row(index: index, cells: cells.cells, sharedTexts: shared, rowTexts: texts)
  }

  @Test func `a sheet in order is handed over as it comes, but for the first rows`() throws {
    var order = RowOrder(sharedTexts: shared, part: "p", heldSize: 200)
    var seen: [Int] = []
    var held: [Int] = []
    for index in 0..<20 {
      #expect(
        try order.take(row(index)) {
          seen.append($0.index)
          return .proceed
        } == .proceed)
      held.append(index + 1 - seen.count)
    }
    #expect(held.contains { $0 > 1 })
    #expect(held.last == 0)
    #expect(seen == Array(0..<20))
    #expect(!order.isWhole)
  }

  @Test func `a row that goes back behind those handed over is an error`() throws {
    var order = RowOrder(sharedTexts: shared, part: "p", heldSize: 200)
    for index in 10..<30 { _ = try order.take(row(index)) { _ in .proceed } }
    for index in [29, 3] {
      #expect(throws: SpreadsheetError.damaged(.rowOrder, part: "p")) {
        _ = try order.take(row(index)) { _ in .proceed }
      }
    }
  }

  @Test func `once a row has gone back, all are held to the end`() throws {
    var order = RowOrder(sharedTexts: shared, part: "p", heldSize: 200)
    for index in (0..<500).reversed() {
      _ = try order.take(row(index, "linha \(index)")) { _ in
        Issue.record("too early")
        return .stop
      }
    }
    var seen: [String] = []
    _ = order.finish {
      seen.append($0.text(of: $0.cells[0]))
      return .proceed
    }
    #expect(seen == (0..<500).map { "linha \($0)" })
  }

  @Test func `rows on a place that is taken do not pile up`() throws {
    var order = RowOrder(sharedTexts: shared, part: "p", heldSize: 1000)
    for number in 0..<10_000 { _ = try order.take(row(1 - number % 2, "\(number)")) { _ in .stop } }
    #expect(order.held.size < 4000)
    var seen: [String] = []
    _ = order.finish {
      seen.append($0.text(of: $0.cells[0]))
      return .proceed
    }
    #expect(seen == ["9999", "9998"])
  }

  @Test func `the first rows are left out for who has had them`() throws {
    var order = RowOrder(sharedTexts: shared, part: "p", heldSize: 200)
    for index in 0..<20 { _ = try order.take(row(index)) { _ in .stop } }
    let first = order.held
    var seen: [Int] = []
    _ = first.deliver {
      seen.append($0.index)
      return .proceed
    }
    var again = RowOrder(sharedTexts: shared, part: "p", after: first)
    for index in 0..<30 {
      _ = try again.take(row(index)) {
        seen.append($0.index)
        return .proceed
      }
    }
    #expect(again.finish { _ in .proceed } == .proceed)
    #expect(seen == Array(0..<30))
    #expect(throws: SpreadsheetError.damaged(.rowOrder, part: "p")) {
      _ = try again.take(row(2)) { _ in .proceed }
    }
  }

  @Test func `who stops gets no more of the rows that were held`() throws {
    var order = RowOrder(sharedTexts: shared, part: "p")
    for index in 0..<5 { _ = try order.take(row(index)) { _ in .proceed } }
    var seen: [Int] = []
    let flow = order.finish {
      seen.append($0.index)
      return $0.index == 2 ? .stop : .proceed
    }
    #expect(flow == .stop)
    #expect(seen == [0, 1, 2])
  }
}
