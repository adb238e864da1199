/// Which program wrote a package. [ECMA-376] 22.2 extended properties.
final class ApplicationPart: XMLReceiver {
  private enum Field { case none, name, version }

  private var field = Field.none
  private var name: [UInt8] = []
  private var version: [UInt8] = []

  /// Bytes of a name or a version that are kept.
  private static let longest = 200

  /// Name and version, such as `Microsoft Excel 16.0300`; nil when the package does not say.
  static func producer(of archive: ZipArchive) throws(SpreadsheetError) -> String? {
    let relationships = try Relationships(of: nil, in: archive)
    let target =
      relationships.first(kind: "extended-properties")
      ?? relationships.first(kind: "extendedProperties")
    let path = target?.target ?? PackagePath("docProps/app.xml")
    guard archive.contains(path) else { return nil }
    let part = ApplicationPart()
    try archive.parse(path, into: part)
    let name = String(decoding: part.name, as: UTF8.self)
    if part.name.isEmpty { return nil }
    // Some write their own version into the name, and the one of the Excel they follow here.
    let hasVersion = part.name.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    return hasVersion || part.version.isEmpty
      ? name : "\(name) \(String(decoding: part.version, as: UTF8.self))"
  }

  func start(_ element: XMLElement) {
    switch element.name {
    case "Application" where element.depth == 1: field = .name
    case "AppVersion" where element.depth == 1: field = .version
    default: break
    }
  }

  func end(_ name: XMLName) -> Flow {
    field = .none
    return .proceed
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    switch field {
    case .none: break
    case .name: name.append(contentsOf: piece.prefix(Self.longest - name.count))
    case .version: version.append(contentsOf: piece.prefix(Self.longest - version.count))
    }
  }
}
