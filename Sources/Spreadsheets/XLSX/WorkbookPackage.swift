/// Finds the parts of a workbook in its package: by relationships, and where those fail by
/// content types.
struct WorkbookPackage {
  /// The path of the workbook part.
  let workbook: PackagePath
  private let archive: ZipArchive
  private let types: ContentTypes
  private let relationships: Relationships

  /// - Throws: `.unsupported` when the archive is something else.
  init(archive: ZipArchive) throws(SpreadsheetError) {
    self.archive = archive
    if let kind = try Self.foreignKind(of: archive) { throw .unsupported(kind) }
    types = try ContentTypes(of: archive)
    let candidates = [
      try Relationships(of: nil, in: archive).first(kind: "officeDocument")?.target,
      types.first(.workbook),
      PackagePath("xl/workbook.xml"),
    ]
    guard let workbook = candidates.compactMap({ $0 }).first(where: archive.contains) else {
      throw .unsupported(.zip)
    }
    if types.kind(of: workbook) == .binaryWorkbook || workbook.fileExtension == "bin" {
      throw .unsupported(.xlsb)
    }
    self.workbook = workbook
    relationships = try Relationships(of: workbook, in: archive)
  }

  /// The path of a worksheet.
  /// - Parameter id: of the relationship that a sheet names.
  /// - Returns: nil for a sheet without cells: one of charts, dialogs or macros, or one that names
  ///   nothing.
  /// - Throws: `.damaged(.missing)` when there is no such relationship.
  func worksheet(_ id: String?) throws(SpreadsheetError) -> PackagePath? {
    guard let id else { return nil }
    guard let relationship = relationships.first(id: id) else {
      throw .damaged(.missing, part: workbook.relationships.text)
    }
    let type = types.kind(of: relationship.target)
    switch relationship.kind {
    case "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet": return nil
    case "worksheet": return type == .otherSheet ? nil : relationship.target
    default: return type == nil || type == .worksheet ? relationship.target : nil
    }
  }

  /// The path of a part that a workbook may do without.
  func part(kind: String, type: ContentTypes.Kind) -> PackagePath? {
    [relationships.first(kind: kind)?.target, types.first(type)].compactMap { $0 }
      .first(where: archive.contains)
  }

  /// Tells the other spreadsheets that are zip archives.
  private static func foreignKind(of archive: ZipArchive) throws(SpreadsheetError) -> FileKind? {
    if archive.contains(PackagePath("xl/workbook.bin")) { return .xlsb }
    let mimetype = PackagePath("mimetype")
    if archive.contains(mimetype) {
      let type = try archive.prefix(of: mimetype, count: 64)
      if type.starts(with: "application/vnd.oasis.opendocument".utf8) { return .openDocument }
    }
    if archive.contains(PackagePath("Index/Document.iwa")) { return .numbers }
    for document in ["word/document.xml", "ppt/presentation.xml"]
    where archive.contains(PackagePath(document)) { return .otherOffice }
    return nil
  }
}
