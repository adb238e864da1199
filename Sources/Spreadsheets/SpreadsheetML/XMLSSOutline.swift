/// What an XML spreadsheet says outside its cells: its sheets, its styles, its date system.
final class XMLSSOutline: XMLReceiver {
  private(set) var isWorkbook = false
  private(set) var dateSystem = DateSystem.from1900
  private(set) var sheets: [(name: String, visibility: Sheet.Visibility)] = []
  private(set) var styles = XMLSSStyles()

  private var styleID: String?
  /// The text of `<Visible>`, while inside it.
  private var visible: [UInt8]?

  func start(_ element: XMLElement) {
    switch (element.depth, element.name) {
    case (0, "Workbook"): isWorkbook = true
    case (1, "Worksheet"):
      sheets.append((element.attributes.ssString("Name") ?? "", .visible))
    case (2, "Date1904"): dateSystem = .from1904
    case (2, "Style"):
      styleID = element.attributes.ssString("ID")
      if let styleID { styles.begin(styleID, parent: element.attributes.ssString("Parent")) }
    case (3, "NumberFormat"):
      if let styleID { styles.set(styleID, format: element.attributes.ssString("Format") ?? "") }
    case (3, "Visible"): visible = []
    default: break
    }
  }

  func end(_ name: XMLName) -> Flow {
    if name == "Style" { styleID = nil }
    if name == "Visible", let visible, let last = sheets.indices.last {
      switch String(decoding: visible, as: UTF8.self) {
      case "SheetHidden": sheets[last].visibility = .hidden
      case "SheetVeryHidden": sheets[last].visibility = .veryHidden
      default: break
      }
      self.visible = nil
    }
    // Whatever has another root is read no further.
    return isWorkbook ? .proceed : .stop
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let visible, visible.count < 64 else { return }
    self.visible?.append(contentsOf: piece.prefix(64))
  }
}

/// Which styles show a number as a date.
struct XMLSSStyles {
  private var kinds: [String: Cell.Kind] = [:]

  /// What a number is in a style; that of the style `Default` for nil and for one that is not
  /// there.
  func kind(of style: String?) -> Cell.Kind {
    style.flatMap { kinds[$0] } ?? kinds["Default"] ?? .number
  }

  mutating func begin(_ style: String, parent: String?) { kinds[style] = kind(of: parent) }

  mutating func set(_ style: String, format: String) {
    kinds[style] = Self.named[format] ?? NumberFormat.kind(ofCode: format)
  }

  /// The formats that go by a name in this format alone.
  private static let named: [String: Cell.Kind] = [
    "": .number, "General": .number, "General Number": .number, "Currency": .number,
    "Euro Currency": .number, "Fixed": .number, "Standard": .number, "Percent": .number,
    "Scientific": .number, "Yes/No": .number, "True/False": .number, "On/Off": .number,
    "General Date": .date, "Long Date": .date, "Medium Date": .date, "Short Date": .date,
    "Long Time": .date, "Medium Time": .date, "Short Time": .date,
  ]
}
