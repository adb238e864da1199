/// Opens a spreadsheet by what it contains; the name of the file plays no part.
package func openWorkbook(
  _ source: ByteSource, limits: Limits = Limits()
) throws(SpreadsheetError) -> any Workbook {
  guard source.count <= limits.fileSize else {
    throw .beyond(.fileSize(limits.fileSize), part: "")
  }
  throw .unsupported(.unknown)
}
