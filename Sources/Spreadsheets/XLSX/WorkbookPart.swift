/// The list of sheets and the date system. [ECMA-376] 18.2.27 workbook.
final class WorkbookPart: XMLReceiver {
  struct SheetEntry {
    let name: String
    let visibility: Sheet.Visibility
    /// Nil when it refers to nothing: such a sheet has no content.
    let relationship: String?
  }

  private let limits: Limits
  private let part: String
  private(set) var isWorkbook = false
  private(set) var dateSystem = DateSystem.from1900
  private(set) var sheets: [SheetEntry] = []

  /// - Parameter part: the name that errors carry.
  init(limits: Limits, part: String) {
    self.limits = limits
    self.part = part
  }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    switch element.name {
    case "workbook" where element.depth == 0:
      isWorkbook = true
    case "workbookPr" where element.depth == 1:
      if element.attributes.flag("date1904") == true { dateSystem = .from1904 }
    case "sheet" where element.depth == 2:
      // Some programs forget the prefix of `r:id`.
      let relationship = (element.attributes.prefixedValue("id") ?? element.attributes.value("id"))
        .map { String(decoding: $0, as: UTF8.self) }
      sheets.append(
        SheetEntry(
          name: element.attributes.string("name") ?? "", visibility: visibility(of: element),
          relationship: relationship?.isEmpty == false ? relationship : nil))
      try limits.checkSheets(sheets.count, part: part)
    default:
      break
    }
  }

  /// [ECMA-376] 18.18.68 ST_SheetState.
  private func visibility(of element: XMLElement) -> Sheet.Visibility {
    switch element.attributes.string("state") {
    case "hidden": .hidden
    case "veryHidden": .veryHidden
    default: .visible
    }
  }
}
