/// Opens a spreadsheet by what it contains; the name of the file plays no part.
/// - Throws: `.unsupported` with what the file is, when it is no spreadsheet that is read here.
package func openWorkbook(
  _ source: ByteSource, limits: Limits = Limits()
) throws(SpreadsheetError) -> any Workbook {
  guard source.count <= limits.fileSize else {
    throw .beyond(.fileSize(limits.fileSize), part: "")
  }
  switch try FileSignature(of: source) {
  case .zip: return try XLSXWorkbook(source: source, limits: limits)
  case .compoundFile, .biffStream: return try BIFFWorkbook.open(source, limits: limits)
  case .html: return try HTMLWorkbook(source: source, limits: limits)
  case .spreadsheetML: return try SpreadsheetMLWorkbook(source: source, limits: limits)
  case .text: return try CSVWorkbook(source: source, limits: limits)
  case .other(let kind): throw .unsupported(kind)
  }
}
