/// An Office Open XML workbook, `.xlsx` or `.xlsm`, read from its zip archive.
final class XLSXWorkbook: Workbook {
  let format = WorkbookFormat.xlsx
  let dateSystem: DateSystem
  let sheets: [Sheet]

  private let archive: ZipArchive
  private let paths: [PackagePath]
  private let sharedStringsPath: PackagePath?
  private let stylesPath: PackagePath?
  /// Made before the first sheet is read.
  private var context: CellContext?
  /// The first rows of the sheet that was read last, a small one's all: who looks for the header
  /// of a sheet reads it again.
  private var kept: Kept?

  private struct Kept {
    let sheet: Int
    let rows: HeldRows
    let isWhole: Bool
  }

  /// Reads the list of sheets.
  /// - Throws: `.unsupported` for an archive that holds no such workbook.
  init(source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    archive = try ZipArchive(source: source, limits: limits)
    let package = try WorkbookPackage(archive: archive)
    let workbook = WorkbookPart(limits: limits, part: package.workbook.text)
    try archive.parse(package.workbook, into: workbook)
    guard workbook.isWorkbook else { throw .unsupported(.zip) }
    dateSystem = workbook.dateSystem
    var sheets: [Sheet] = []
    var paths: [PackagePath] = []
    for entry in workbook.sheets {
      guard let path = try package.worksheet(entry.relationship) else { continue }
      sheets.append(Sheet(name: entry.name, visibility: entry.visibility, index: sheets.count))
      paths.append(path)
    }
    self.sheets = sheets
    self.paths = paths
    sharedStringsPath = package.part(kind: "sharedStrings", type: .sharedStrings)
    stylesPath = package.part(kind: "styles", type: .styles)
  }

  func producer() -> String? {
    // Nobody needs this part: a damaged one says nothing.
    try? ApplicationPart.producer(of: archive)
  }

  func readRows(of sheet: Sheet, _ body: (Row) -> Flow) throws(SpreadsheetError) {
    guard paths.indices.contains(sheet.index) else { return }
    let first = kept.flatMap { $0.sheet == sheet.index ? $0 : nil }
    if let first, first.rows.deliver(to: body) == .stop || first.isWhole { return }
    kept = first
    let path = paths[sheet.index]
    let context = try preparedContext()
    try withoutActuallyEscaping(body) { (body) throws(SpreadsheetError) in
      let part = SheetPart(
        assembler: SheetAssembler(
          context: context, limits: archive.limits, part: path.text, fileSize: archive.fileSize,
          after: first?.rows, body: body))
      do throws(SpreadsheetError) {
        try archive.parseElements(of: path, for: sheet.index, into: part)
      } catch {
        // The rows before the damage may be all that is wanted.
        if part.finish() == .proceed { throw error }
        return
      }
      _ = part.finish()
      let (rows, isWhole) = part.firstRows
      kept = Kept(sheet: sheet.index, rows: rows, isWhole: isWhole)
    }
  }

  private func preparedContext() throws(SpreadsheetError) -> CellContext {
    if let context { return context }
    let styles = StylesPart()
    if let stylesPath { try archive.parse(stylesPath, into: styles) }
    let texts = TextArena(shared: true)
    let strings = SharedStringsPart(
      arena: texts, limits: archive.limits, part: sharedStringsPath?.text ?? "")
    if let sharedStringsPath { try archive.parseElements(of: sharedStringsPath, into: strings) }
    let context = CellContext(
      dateSystem: dateSystem, kinds: styles.kinds, sharedTexts: texts,
      table: strings.table)
    self.context = context
    return context
  }
}
