import FoundationEssentials
import Glibc
import Testing

@testable import SheetWriting

struct WriteWorkbookTests {
  private func bytes(_ draft: WorkbookDraft) throws -> Data {
    try Sample.withFolder { folder in
      try draft.write(to: "\(folder)/book.xlsx")
      return try Data(contentsOf: URL(filePath: "\(folder)/book.xlsx"))
    }
  }

  @Test func sameDraftGivesSameBytes() throws {
    let cells: [CellContent] = [.text("á"), .number(1.5, shown: "1.5"), .blank]
    let first = try bytes(Sample.draft(cells))
    #expect(first.starts(with: [0x50, 0x4B, 3, 4]))
    try #expect(bytes(Sample.draft(cells)) == first)
    try #expect(bytes(Sample.draft(cells, created: 1_762_257_600)) != first)
    try #expect(bytes(Sample.draft(cells.dropLast())) != first)
  }

  @Test(
    arguments: [
      (.number(.nan, shown: ""), .notFinite),
      (.number(.infinity, shown: ""), .notFinite),
      (.day(year: 2025, month: 2, day: 29), .noSuchDay),
      (.day(year: 1900, month: 2, day: 29), .noSuchDay),
      (.day(year: 2025, month: 4, day: 31), .noSuchDay),
      (.day(year: 1899, month: 12, day: 31), .noSuchDay),
      (.day(year: 2025, month: 13, day: 1), .noSuchDay),
      (.day(year: 2025, month: 1, day: 0), .noSuchDay),
      (.text(String(repeating: "á", count: 32_768)), .textTooLong(32_768)),
      (.text(String(repeating: "😀", count: 16_384)), .textTooLong(32_768)),
    ] as [(CellContent, UnwritableValue)])
  func refusesWhatNoWorkbookHolds(content: CellContent, fault: UnwritableValue) throws {
    try Sample.withFolder { folder in
      let draft = Sample.draft([.blank, content])
      #expect(
        throws: SheetWritingError.unwritable(fault, at: .cell(sheet: "Sheet", row: 4, column: 0))
      ) {
        try draft.write(to: "\(folder)/book.xlsx")
      }
      try #expect(FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func refusesATotalThatIsNoNumber() throws {
    let total = ColumnTotal.sum(cached: .nan, shown: "", numberFormat: "0.00")
    #expect(
      throws: SheetWritingError.unwritable(
        .notFinite, at: .cell(sheet: "Sheet", row: 4, column: 0))
    ) {
      try bytes(Sample.draft([.blank], total: total))
    }
  }

  @Test func takesTheLongestTextAndTheFirstAndLastDay() throws {
    _ = try bytes(
      Sample.draft([
        .text(String(repeating: "á", count: 32_767)), .day(year: 1900, month: 1, day: 1),
        .day(year: 9999, month: 12, day: 31), .day(year: 2024, month: 2, day: 29),
      ]))
  }

  /// The library counts characters after the escapes, which may need more room than a cell has.
  @Test func textTooLongOnceEscapedIsRefusedByCode() throws {
    let text = String(repeating: "\u{1}", count: 32_767)
    let error = #expect(throws: SheetWritingError.self) { try bytes(Sample.draft([.text(text)])) }
    guard case .refused(let code, let place) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(code != nil && code != 0)
    #expect(place == .cell(sheet: "Sheet", row: 3, column: 0))
  }

  @Test(
    arguments: [
      "A name of more than thirty-one characters", "A/B", "'A'",
    ] as [StaticString])
  func refusesABadSheetName(name: StaticString) throws {
    let error = #expect(throws: SheetWritingError.self) {
      try bytes(Sample.draft([.blank], name: name))
    }
    guard case .refused(let code?, let place) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(code != 0)
    #expect(place == .sheet("\(name)"))
  }

  @Test func aPathThatCannotBeOpenedTellsItsErrno() throws {
    try Sample.withFolder { folder in
      let draft = Sample.draft([.blank])
      #expect(throws: SheetWritingError.system(errno: 2)) {
        try draft.write(to: "\(folder)/nowhere/book.xlsx")
      }
      #expect(throws: SheetWritingError.system(errno: 21)) { try draft.write(to: folder) }
      #expect(throws: SheetWritingError.system(errno: 22)) { try draft.write(to: "") }
      #expect(throws: SheetWritingError.system(errno: 22)) {
        try draft.write(to: "\(folder)/a\u{0}b")
      }
      try #expect(FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func aFullDeviceIsAnError() throws {
    let error = #expect(throws: SheetWritingError.self) {
      try Sample.draft([.blank]).write(to: "/dev/full")
    }
    guard case .refused(let code?, .closing) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(code != 0)
  }

  @Test func theFileIsPrivateAndAlone() throws {
    try Sample.withFolder { folder in
      let path = "\(folder)/book.xlsx"
      try Data("something longer than nothing".utf8).write(to: URL(filePath: "\(folder)/other"))
      try Sample.draft([.text("x")]).write(to: path)
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
      try #expect(
        FileManager.default.contentsOfDirectory(atPath: folder).sorted()
          == ["book.xlsx", "other"])
    }
  }

  @Test func aFooterKeepsItsAmpersands() {
    let footer = Footer(
      left: [.text("A & B")], right: [.text("Page "), .page, .text(" of "), .pageCount])
    #expect(footer.code == "&LA && B&RPage &P of &N")
  }
}
