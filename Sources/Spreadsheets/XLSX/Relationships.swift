/// What one part of a package refers to. [ECMA-376] Part 2, 6.5.
struct Relationships {
  struct Relationship {
    let id: String
    /// The last segment of the type, which transitional and strict files share: `worksheet`.
    let kind: String
    let target: PackagePath
  }

  private var all: [Relationship] = []
  private var byID: [String: Relationship] = [:]

  /// The relationships of a part; none when the package lists none.
  /// - Parameter source: nil for the package itself.
  init(of source: PackagePath?, in archive: ZipArchive) throws(SpreadsheetError) {
    let base = source ?? PackagePath("")
    let path = source?.relationships ?? PackagePath("_rels/.rels")
    guard archive.contains(path) else { return }
    let receiver = RelationshipsReceiver(source: base, limits: archive.limits, part: path.text)
    try archive.parse(path, into: receiver)
    all = receiver.all
    for relationship in all where byID[relationship.id] == nil {
      byID[relationship.id] = relationship
    }
  }

  func first(id: String) -> Relationship? { byID[id] }

  func first(kind: String) -> Relationship? { all.first { $0.kind == kind } }
}

private final class RelationshipsReceiver: XMLReceiver {
  private let source: PackagePath
  private let limits: Limits
  private let part: String
  private(set) var all: [Relationships.Relationship] = []

  init(source: PackagePath, limits: Limits, part: String) {
    self.source = source
    self.limits = limits
    self.part = part
  }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    guard element.name == "Relationship",
      element.attributes.string("TargetMode")?.lowercased() != "external",
      let id = element.attributes.string("Id"), let type = element.attributes.string("Type"),
      let target = element.attributes.string("Target")
    else { return }
    all.append(
      .init(
        id: id, kind: type.split(separator: "/").last.map(String.init) ?? "",
        target: PackagePath(target, relativeTo: source)))
    // Each stands for a part, of which there are no more.
    guard all.count <= limits.zipEntries else {
      throw .beyond(.zipEntries(limits.zipEntries), part: part)
    }
  }
}
