/// The records that are read, by number. The paragraphs are those of [MS-XLS]; what stands there
/// no longer is from "OpenOffice.org's Documentation of the Microsoft Excel File Format" [OOo].
enum RecordNumber {
  // The frame.
  static let beginOfFile: UInt16 = 0x0809  // BOF [MS-XLS] 2.4.21, of BIFF5 and BIFF8
  static let beginOfFile2: UInt16 = 0x0009  // BOF [OOo], of BIFF2
  static let beginOfFile3: UInt16 = 0x0209  // BOF [OOo], of BIFF3
  static let beginOfFile4: UInt16 = 0x0409  // BOF [OOo], of BIFF4
  static let endOfFile: UInt16 = 0x000A  // EOF [MS-XLS] 2.4.103
  /// False for what is neither of these: their lower halves are 9 and 10.
  @inline(__always)
  static func mayBeOfFrame(_ number: UInt16) -> Bool {
    UInt8(truncatingIfNeeded: number) &- 9 <= 1
  }
  static let `continue`: UInt16 = 0x003C  // Continue [MS-XLS] 2.4.58

  // The workbook.
  static let filePass: UInt16 = 0x002F  // FilePass [MS-XLS] 2.4.117
  static let codePage: UInt16 = 0x0042  // CodePage [MS-XLS] 2.4.52
  static let date1904: UInt16 = 0x0022  // Date1904 [MS-XLS] 2.4.77
  static let boundSheet: UInt16 = 0x0085  // BoundSheet8 [MS-XLS] 2.4.28
  static let sheetHeader: UInt16 = 0x008F  // SHEETHDR of a BIFF4 workbook [OOo]
  static let sharedStrings: UInt16 = 0x00FC  // SST [MS-XLS] 2.4.265

  // Number formats.
  static let format: UInt16 = 0x041E  // Format [MS-XLS] 2.4.126, from BIFF4 on
  static let format2: UInt16 = 0x001E  // FORMAT [OOo], of BIFF2 and BIFF3
  static let cellFormat: UInt16 = 0x00E0  // XF [MS-XLS] 2.4.353, from BIFF5 on
  static let cellFormat2: UInt16 = 0x0043  // XF [OOo], of BIFF2
  static let cellFormat3: UInt16 = 0x0243  // XF [OOo], of BIFF3
  static let cellFormat4: UInt16 = 0x0443  // XF [OOo], of BIFF4
  static let longFormatIndex: UInt16 = 0x0044  // IXFE [OOo], of BIFF2

  // Cells. Those that only have a format (Blank, MulBlank) hold no value and are not read.
  static let number: UInt16 = 0x0203  // Number [MS-XLS] 2.4.180
  static let rk: UInt16 = 0x027E  // RK [MS-XLS] 2.4.220
  static let multipleRK: UInt16 = 0x00BD  // MulRk [MS-XLS] 2.4.175
  static let label: UInt16 = 0x0204  // Label [MS-XLS] 2.4.148
  static let richLabel: UInt16 = 0x00D6  // RSTRING [OOo]
  static let sharedLabel: UInt16 = 0x00FD  // LabelSst [MS-XLS] 2.4.149
  static let booleanOrError: UInt16 = 0x0205  // BoolErr [MS-XLS] 2.4.24
  static let formula: UInt16 = 0x0006  // Formula [MS-XLS] 2.4.127, also that of BIFF2
  static let formula3: UInt16 = 0x0206  // FORMULA [OOo], of BIFF3
  static let formula4: UInt16 = 0x0406  // FORMULA [OOo], of BIFF4
  static let integer2: UInt16 = 0x0002  // INTEGER [OOo], of BIFF2
  static let number2: UInt16 = 0x0003  // NUMBER [OOo], of BIFF2
  static let label2: UInt16 = 0x0004  // LABEL [OOo], of BIFF2
  static let booleanOrError2: UInt16 = 0x0005  // BOOLERR [OOo], of BIFF2

  // The text that a formula gave.
  static let string: UInt16 = 0x0207  // String [MS-XLS] 2.4.268
  static let string2: UInt16 = 0x0007  // STRING [OOo], of BIFF2
}

/// What a record that holds a value says of its cell.
enum CellContent {
  case integer, number, rk, multipleRK, label, sharedLabel, booleanOrError, formula

  /// Nil for a record that is no cell, or one that holds no value.
  @inline(__always)
  init?(record number: UInt16, version: BIFFVersion) {
    guard version != .biff2 else {
      self.init(recordOfBIFF2: number)
      return
    }
    // Most records first.
    switch number {
    case RecordNumber.sharedLabel: self = .sharedLabel
    case RecordNumber.number: self = .number
    case RecordNumber.rk: self = .rk
    case RecordNumber.multipleRK: self = .multipleRK
    case RecordNumber.label, RecordNumber.richLabel: self = .label
    case RecordNumber.booleanOrError: self = .booleanOrError
    case RecordNumber.formula, RecordNumber.formula3, RecordNumber.formula4: self = .formula
    default: return nil
    }
  }

  private init?(recordOfBIFF2 number: UInt16) {
    switch number {
    case RecordNumber.formula: self = .formula
    case RecordNumber.integer2: self = .integer
    case RecordNumber.number2: self = .number
    case RecordNumber.label2: self = .label
    case RecordNumber.booleanOrError2: self = .booleanOrError
    default: return nil
    }
  }
}
