/// Which styles show a number as a date.
struct XMLSSStyles {
  /// Each style that is named anywhere has a number from 1 on.
  private var numbers: [String: Int] = [:]
  /// By number; nil for a style that is only referred to. The first is that of no style.
  private var kinds: [Cell.Kind?] = [nil]

  /// What a number is in a style; that of the style `Default` for 0 and for one that is not
  /// there.
  func kind(of style: Int) -> Cell.Kind {
    kinds[style] ?? numbers["Default"].flatMap { kinds[$0] } ?? .number
  }

  /// The number of a style, which may come later; 0 for nil.
  mutating func number(of style: String?) -> Int {
    guard let style else { return 0 }
    if let number = numbers[style] { return number }
    numbers[style] = kinds.count
    kinds.append(nil)
    return kinds.count - 1
  }

  mutating func begin(_ style: Int, parent: String?) {
    let parent = number(of: parent)
    kinds[style] = kind(of: parent)
  }

  mutating func set(_ style: Int, format: String) {
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
