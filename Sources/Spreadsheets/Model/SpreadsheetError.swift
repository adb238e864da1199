/// Why a file cannot be read as a spreadsheet. Carries facts only; the words are the caller's.
package enum SpreadsheetError: Error, Equatable, Sendable {
  /// `open` or `read` failed, with this `errno`.
  case system(errno: Int32)
  /// Not a spreadsheet that is read here, but this.
  case unsupported(FileKind)
  /// Protected by a password.
  case encrypted
  /// The part (a zip entry, a stream) is not what its format demands.
  case damaged(Damage, part: String)
  /// The part goes beyond a limit, in this cell where that is known.
  case beyond(Limit, part: String, cell: CellReference? = nil)
  /// A text that cannot be read as rows of fields.
  case text(TextTrouble)
}

/// What is wrong with a text of rows and fields. Lines are those of the file, from 1.
package enum TextTrouble: Equatable, Sendable {
  /// One of the first lines has another number of fields than most of them.
  case columns(line: Int, fields: Int, usual: Int, separator: UInt8)
  /// A record has values behind the last of the columns that the header has.
  case wide(line: Int, fields: Int, columns: Int, separator: UInt8)
  /// UTF-8 but for some bytes, the first of them in this line.
  case encoding(line: Int)
  /// Every comma of the first lines stands before a space or a line end, as in prose.
  case prose
  /// A quote opens here and does not close: in the rest of the file, or in as many characters as
  /// a cell may have.
  case openQuote(line: Int, limit: Int?)
  /// A zero among the characters, which a text does not have.
  case zero(line: Int)
}

/// What is wrong with a damaged part.
package enum Damage: Equatable, Sendable {
  /// It ends before its content does.
  case truncated
  /// Its checksum does not fit its content.
  case checksum
  /// It cannot be decompressed.
  case compression
  /// It is named and not there.
  case missing
  /// Its structure contradicts itself: a chain that loops, a record in the wrong place.
  case structure
  /// A row stands behind a later one, too far back to be put in its place.
  case rowOrder
  /// It is not well-formed XML; the line is that of the part.
  case xml(line: Int)
  /// It brings a document type declaration, which no spreadsheet program writes.
  case documentType
  /// This cell refers to a shared text that is not there.
  case sharedText(cell: CellReference)
}

/// A file that is not a spreadsheet, or not one that is read here, told by its content.
package enum FileKind: Equatable, Sendable, CaseIterable {
  case empty
  case pdf
  /// A page without a table that holds anything.
  case html
  case xml
  /// A text whose lines are no rows of separated fields.
  case text
  case image
  /// Excel's binary workbook, `.xlsb`.
  case xlsb
  /// LibreOffice's, `.ods`.
  case openDocument
  /// A zip archive without a workbook in it.
  case zip
  /// A compound file without a workbook in it: a `.doc`, a `.msg`.
  case compoundFile
  /// A chart or macro sheet of Excel by itself, from before workbooks.
  case excelWithoutCells
  /// A word processor's or a presentation program's document of the zip kind: `.docx`, `.pptx`.
  case otherOffice
  /// Apple's, `.numbers`.
  case numbers
  /// A page with all that belongs to it in one file, `.mht`.
  case webArchive
  case richText
  /// Multiplan's exchange format, `.slk`.
  case symbolicLink
  /// VisiCalc's exchange format, `.dif`.
  case dataInterchange
  case json
  /// A mail with its headers, `.eml`.
  case mail
  /// An archive that is no zip: gzip, RAR, 7-Zip.
  case otherArchive
  case unknown
}
