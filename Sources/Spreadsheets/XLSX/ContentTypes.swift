/// What `[Content_Types].xml` says of the parts. [ECMA-376] Part 2, 6.2.3.
struct ContentTypes {
  /// The parts that matter to a reader of workbooks.
  enum Kind {
    case workbook
    case binaryWorkbook
    case worksheet
    /// A chart, dialog or macro sheet: no cells that anybody wants.
    case otherSheet
    case sharedStrings
    case styles
    case other

    init(type: String) {
      // Transitional, strict, macro-enabled and template workbooks differ in the middle.
      let type = type.lowercased()
      if type.hasSuffix("sheet.binary.macroenabled.main") {
        self = .binaryWorkbook
      } else if type.hasSuffix(".main+xml") && (type.contains("sheet") || type.contains("excel")) {
        self = .workbook
      } else if type.hasSuffix("spreadsheetml.worksheet+xml") {
        self = .worksheet
      } else if ["chartsheet+xml", "dialogsheet+xml", "macrosheet+xml"].contains(
        where: type.hasSuffix)
      {
        self = .otherSheet
      } else if type.hasSuffix(".sharedstrings+xml") {
        self = .sharedStrings
      } else if type.hasSuffix("spreadsheetml.styles+xml") {
        self = .styles
      } else {
        self = .other
      }
    }
  }

  private(set) var parts: [(path: PackagePath, kind: Kind)] = []
  private var kinds: [String: Kind] = [:]

  /// Nothing is known when the archive has no such part.
  init(of archive: ZipArchive) throws(SpreadsheetError) {
    let path = PackagePath("[Content_Types].xml")
    guard archive.contains(path) else { return }
    let receiver = ContentTypesReceiver(limits: archive.limits, part: path.text)
    try archive.parse(path, into: receiver)
    parts = receiver.parts
    for part in parts { kinds[part.path.key] = part.kind }
  }

  /// The kind that is declared for this very part.
  func kind(of path: PackagePath) -> Kind? { kinds[path.key] }

  func first(_ kind: Kind) -> PackagePath? { parts.first { $0.kind == kind }?.path }
}

private final class ContentTypesReceiver: XMLReceiver {
  private let limits: Limits
  private let part: String
  private(set) var parts: [(path: PackagePath, kind: ContentTypes.Kind)] = []

  init(limits: Limits, part: String) {
    self.limits = limits
    self.part = part
  }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    guard element.name == "Override", let name = element.attributes.string("PartName"),
      let type = element.attributes.string("ContentType")
    else { return }
    parts.append((PackagePath(name), ContentTypes.Kind(type: type)))
    // Each stands for a part, of which there are no more.
    guard parts.count <= limits.zipEntries else {
      throw .beyond(.zipEntries(limits.zipEntries), part: part)
    }
  }
}
