/// One cell that holds a value: its column, its kind and eight bytes of payload.
///
/// A million rows make twenty million of these, so a cell owns nothing: a text is a place in the
/// arena of its `Row`, never a `String`.
package struct Cell {
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// A plain number.
    case number
    /// A number whose format shows it as a date or a time of day: a serial of the date system.
    case date
    /// A number whose format shows elapsed time (`[h]:mm`): days.
    case elapsed
    case text
    case boolean
    /// An error value; its text is `#N/A` and the like.
    case error
  }

  @usableFromInline let payload: UInt64
  private let storedColumn: UInt16
  package let kind: Kind

  private init(column: Int, kind: Kind, payload: UInt64) {
    self.storedColumn = UInt16(clamping: column)
    self.kind = kind
    self.payload = payload
  }

  /// Zero-based.
  package var column: Int { Int(storedColumn) }

  /// The value of a number, date or elapsed time; 0 for the other kinds.
  @inlinable
  package var number: Double {
    switch kind {
    case .number, .date, .elapsed: Double(bitPattern: payload)
    case .text, .boolean, .error: 0
    }
  }

  /// The value of a boolean; false for the other kinds.
  package var boolean: Bool { kind == .boolean && payload != 0 }

  /// Where the characters of a text or an error lie; nil for the other kinds.
  var slice: TextSlice? {
    switch kind {
    case .text, .error: TextSlice(packed: payload)
    case .number, .date, .elapsed, .boolean: nil
    }
  }

  /// - Parameter kind: `.number`, `.date` or `.elapsed`.
  static func number(_ value: Double, kind: Kind = .number, column: Int) -> Cell {
    Cell(column: column, kind: kind, payload: value.bitPattern)
  }

  static func boolean(_ value: Bool, column: Int) -> Cell {
    Cell(column: column, kind: .boolean, payload: value ? 1 : 0)
  }

  static func text(_ slice: TextSlice, column: Int) -> Cell {
    Cell(column: column, kind: .text, payload: slice.packed)
  }

  static func error(_ slice: TextSlice, column: Int) -> Cell {
    Cell(column: column, kind: .error, payload: slice.packed)
  }
}
