/// Why a workbook could not be written. Carries facts only; the words are the caller's.
package enum SheetWritingError: Error, Equatable, Sendable {
  /// The file cannot be opened for writing.
  case system(errno: Int32)
  /// A value that no workbook can hold; nothing has been written.
  case unwritable(UnwritableValue, at: DraftPlace)
  /// The library refused, with this `lxw_error`. Nil when it ran out of memory before it had one.
  case refused(code: UInt32?, at: DraftPlace)
}

package enum UnwritableValue: Equatable, Sendable {
  /// More than 32,767 UTF-16 units, the most a cell holds.
  case textTooLong(Int)
  /// Not a number, or infinite.
  case notFinite
  /// Not a day of the calendar, or not between 1900 and 9999.
  case noSuchDay
}

/// Where in a draft something went wrong.
package enum DraftPlace: Equatable, Sendable {
  case workbook
  case properties
  case sheet(String)
  /// Row and column are zero-based.
  case cell(sheet: String, row: Int, column: Int)
  /// Putting the file together, after every cell was taken.
  case closing
}
