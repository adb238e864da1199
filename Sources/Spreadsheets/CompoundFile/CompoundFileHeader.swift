/// The first 512 bytes of a compound file. [MS-CFB] 2.2
///
/// The counts of sectors that stand here are often wrong, and nobody needs them: the tables are
/// read until the file is covered. The byte order mark is not looked at either; no file has ever
/// been written big-endian, whatever it says.
struct CompoundFileHeader {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  static let size = 512

  let sectorSize: Int
  let miniSectorSize: Int
  /// Version 3 leaves rubbish in the upper half of a stream's size.
  let hasLongSizes: Bool
  let firstDirectorySector: UInt32
  /// Streams below this size lie in the mini stream.
  let miniStreamCutoff: Int
  let firstMiniTableSector: UInt32
  let firstDIFATSector: UInt32
  /// Where the first 109 sectors of the allocation table are.
  let tableSectors: [UInt32]

  /// Nil when the bytes are too few or do not begin with the signature.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.size, bytes.starts(with: Self.signature) else { return nil }
    self = bytes.withView { CompoundFileHeader(view: $0) }
  }

  private init(view: ByteView) {
    // Excel writes 9 and 6, or 12 and 6. What makes no sense is taken for the first of these.
    let sectorShift = Int(view.uint16(at: 30))
    sectorSize = 1 << ((7...16).contains(sectorShift) ? sectorShift : 9)
    let miniShift = Int(view.uint16(at: 32))
    miniSectorSize = 1 << ((2...12).contains(miniShift) ? miniShift : 6)
    hasLongSizes = view.uint16(at: 26) >= 4
    firstDirectorySector = view.uint32(at: 48)
    miniStreamCutoff = Int(view.uint32(at: 56))
    firstMiniTableSector = view.uint32(at: 60)
    // Some programs write "no further sectors" as sector 0 with a count of 0.
    let difatSector = view.uint32(at: 68)
    let difatCount = view.uint32(at: 72)
    firstDIFATSector = difatSector == 0 && difatCount == 0 ? SectorNumber.endOfChain : difatSector
    tableSectors = (0..<109).map { view.uint32(at: 76 + 4 * $0) }
  }

  /// Where sector 0 begins: the header takes a whole sector, and never less than its 512 bytes.
  var firstSectorOffset: Int { max(Self.size, sectorSize) }
}

/// The numbers that stand where a sector number is expected and name no sector. [MS-CFB] 2.1
enum SectorNumber {
  static let endOfChain: UInt32 = 0xFFFF_FFFE
  static let free: UInt32 = 0xFFFF_FFFF
}
