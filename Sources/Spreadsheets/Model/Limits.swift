/// How much a file may ask for. Nothing is ever allocated because a file says so; these bound what
/// is really there.
///
/// Honest files of a million rows stay below every one of them; each can be raised by whoever
/// opens the file.
package struct Limits: Sendable, Equatable {
  /// Bytes of the file.
  package var fileSize = 1 << 30
  package var zipEntries = 10_000
  /// Bytes of one zip entry once inflated, counted while inflating.
  package var inflatedPart = 4 << 30
  /// Bytes of all entries that are read, once inflated.
  package var inflatedTotal = 8 << 30
  /// How many times its compressed size a part may have once inflated, and all that is read that of
  /// the file, beyond `uncheckedInflation`.
  package var compressionRatio = 200
  /// How many elements of XML may be open. libxml2 goes no further than 256.
  package var xmlDepth = 200
  /// How many elements of a page may be open: pages forget end tags, which makes them deep. The
  /// time that an end tag takes grows with them.
  package var htmlDepth = 400
  /// Attributes of one element, and namespaces declared in the elements that are open: libxml2
  /// compares each with each.
  package var xmlAttributes = 256
  /// Different names of elements, attributes and namespaces in one part: libxml2 keeps them in a
  /// table whose size is bounded, and a million of them take it a minute.
  package var xmlNames = 20_000
  /// Bytes of one tag with its attributes. libxml2 goes no further than ten million.
  package var xmlTag = 1 << 20
  /// Characters of one cell's text, counted as Excel counts: in units of UTF-16.
  package var textLength = 32_767
  package var rows = 1_048_576
  /// At most 65,536, because a cell keeps its column in sixteen bits.
  package var columns = 16_384
  package var sheets = 5000
  /// Texts in the table that cells share.
  package var sharedTexts = 8_000_000
  /// How many times the size of the file the texts of one sheet may come to, beyond
  /// `uncheckedTexts`: a shared text is handed over again for each cell that refers to it.
  package var textRatio = 32
  /// Cells without a value that are written out between those that have one.
  package var blankCells = 50_000_000

  /// Whether the plain elements of long XML parts are taken straight from the bytes. No limit, but
  /// a choice of how to read that changes nothing of what is read: false leaves all to libxml2.
  package var readsPlainXML = true
  /// What the elements that are taken so have at most: 13 attributes of 1 KiB, 40 names.
  var allowPlainElements: Bool {
    readsPlainXML && xmlAttributes >= 16 && xmlTag >= 16 << 10 && xmlNames >= 100
  }

  /// Bytes that may come out of however few. An honest `styles.xml` reaches 1:140, so only what
  /// would take memory or time is held against the ratio.
  static let uncheckedInflation = 16 << 20
  /// Bytes of text that may come out of a file of any size.
  static let uncheckedTexts = 32 << 20

  package init() {}
}

/// What is measured against `Limits`, with the limit.
package enum Limit: Equatable, Sendable {
  case fileSize(Int)
  case zipEntries(Int)
  case inflatedPart(Int)
  case inflatedTotal(Int)
  case compressionRatio(Int)
  case xmlDepth(Int)
  case htmlDepth(Int)
  case xmlAttributes(Int)
  case xmlNames(Int)
  case xmlTag(Int)
  case textLength(Int)
  case rows(Int)
  case columns(Int)
  case sheets(Int)
  case sharedTexts(Int)
  case textRatio(Int)
  case blankCells(Int)
}

extension Limits {
  /// Bytes that `compressed` bytes of a file may become.
  func inflation(of compressed: Int) -> Int {
    max(Self.uncheckedInflation, Self.product(compressed, compressionRatio))
  }

  /// Bytes that the texts of a sheet may come to in a file of this size.
  func texts(inFileOf size: Int) -> Int {
    Self.uncheckedTexts.addingReportingOverflow(Self.product(size, textRatio)).partialValue
  }

  /// - Throws: `.beyond` for one more than there may be.
  func checkSheets(_ count: Int, part: String) throws(SpreadsheetError) {
    guard count <= sheets else { throw .beyond(.sheets(sheets), part: part) }
  }

  func checkSharedTexts(_ count: Int, part: String) throws(SpreadsheetError) {
    guard count <= sharedTexts else { throw .beyond(.sharedTexts(sharedTexts), part: part) }
  }

  /// - Parameters:
  ///   - text: UTF-8.
  ///   - cell: the one that holds it, where that is known.
  func checkText(
    _ text: some Collection<UInt8>, part: String, cell: CellReference? = nil
  ) throws(SpreadsheetError) {
    // No text has more units than bytes.
    guard text.count > textLength else { return }
    guard Self.units(of: text) <= textLength else {
      throw .beyond(.textLength(textLength), part: part, cell: cell)
    }
  }

  /// For a text that is still arriving; once it is whole, `checkText` counts it.
  /// - Parameter bytes: those of it that are here. No unit takes more than three.
  func checkText(
    arriving bytes: Int, part: String, cell: CellReference? = nil
  ) throws(SpreadsheetError) {
    guard bytes <= mostTextBytes else {
      throw .beyond(.textLength(textLength), part: part, cell: cell)
    }
  }

  /// The most bytes of UTF-8 that a text within the limit has.
  var mostTextBytes: Int { min(Self.product(textLength, 3), TextSlice.longest) }

  /// Units of UTF-16: one for each byte that begins a character, two where the character has four.
  private static func units(of text: some Collection<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 < 0xF0 ? 1 : 2) }
  }

  /// For numbers from 0 up; the largest there is in place of one that is larger.
  private static func product(_ first: Int, _ second: Int) -> Int {
    let (product, overflow) = first.multipliedReportingOverflow(by: second)
    return overflow ? .max / 2 : product
  }
}
