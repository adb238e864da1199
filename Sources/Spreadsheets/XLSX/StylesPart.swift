/// Which cell formats show a number as a date. [ECMA-376] 18.8.39 styleSheet.
final class StylesPart: XMLReceiver {
  private enum Section { case other, numberFormats, cellFormats }

  private var section = Section.other
  private var customKinds: [Int: Cell.Kind] = [:]
  private var formatIDs: [Int] = []

  /// The kind of number that each cell format (`s` of a cell) shows.
  var kinds: [Cell.Kind] {
    formatIDs.map { customKinds[$0] ?? NumberFormat.kind(ofBuiltIn: $0) }
  }

  func start(_ element: XMLElement) {
    // Differential formats also hold `numFmt`, with numbers of their own: depth tells them apart.
    switch (element.depth, element.name, section) {
    case (1, "numFmts", _): section = .numberFormats
    case (1, "cellXfs", _): section = .cellFormats
    case (1, _, _): section = .other
    case (2, "numFmt", .numberFormats):
      guard let id = element.attributes.integer("numFmtId"),
        let code = element.attributes.string("formatCode")
      else { return }
      customKinds[id] = NumberFormat.kind(ofCode: code)
    case (2, "xf", .cellFormats):
      formatIDs.append(element.attributes.integer("numFmtId") ?? 0)
    default: break
    }
  }
}
