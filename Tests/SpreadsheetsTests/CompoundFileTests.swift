import Testing

@testable import Spreadsheets

@Suite struct CompoundFileTests {
  /// A workbook of some thousand bytes, and what it holds.
  static let large = BIFF.workbook(
    (0..<500).reduce(into: []) { $0 += BIFF.number($1, 0, Double($1) + 0.5) })
  static let small = BIFF.workbook(BIFF.number(0, 0, 7))
  static let largeLines = (0..<500).map { "S!A\($0 + 1) number \($0).5" }

  @Test(arguments: [512, 4096], [false, true])
  func `reads streams in sectors of both sizes, in order or not`(
    size: Int, isScattered: Bool
  ) throws {
    let file = CompoundFileImage(
      workbook: Self.large, sectorSize: size, isScattered: isScattered)
    #expect(try BIFFDump.lines(file.bytes) == Self.largeLines)
  }

  @Test(arguments: [512, 4096])
  func `reads a workbook from the mini stream`(size: Int) throws {
    let file = CompoundFileImage(
      [
        .init(name: "Other", bytes: Array(repeating: 1, count: 200)),
        .init(name: "Workbook", bytes: Self.small),
      ], sectorSize: size)
    #expect(try BIFFDump.lines(file.bytes) == ["S!A1 number 7"])
  }

  @Test(arguments: ["Workbook", "WORKBOOK", "workbook", "Book", "BOOK"])
  func `finds the stream in any case`(name: String) throws {
    let file = CompoundFileImage([.init(name: name, bytes: Self.small)])
    #expect(try BIFFDump.lines(file.bytes) == ["S!A1 number 7"])
  }

  @Test func `of Book and Workbook the newer counts`() throws {
    let old = BIFF.workbook(as: .biff5, BIFF.number(0, 0, 5))
    let both = CompoundFileImage([
      .init(name: "Book", bytes: old), .init(name: "Workbook", bytes: Self.small),
    ])
    #expect(try BIFFDump.lines(both.bytes) == ["S!A1 number 7"])
    let emptyNew = CompoundFileImage([
      .init(name: "Book", bytes: old), .init(name: "Workbook", bytes: []),
    ])
    #expect(try BIFFDump.lines(emptyNew.bytes) == ["S!A1 number 5"])
  }

  @Test func `an embedded workbook is not the workbook`() throws {
    let inner = BIFF.workbook(BIFF.number(0, 0, 99))
    let file = CompoundFileImage([
      .init(name: "Workbook", bytes: inner, storage: "MBD0001"),
      .init(name: "Book", bytes: Self.small),
    ])
    #expect(try BIFFDump.lines(file.bytes) == ["S!A1 number 7"])
    let onlyInner = CompoundFileImage([
      .init(name: "Workbook", bytes: inner, storage: "MBD0001"),
      .init(name: "WordDocument", bytes: [1]),
    ])
    #expect(BIFFDump.outcome(onlyInner.bytes) == .unsupported(.compoundFile))
  }

  @Test func `other compound files are named as such`() throws {
    let document = CompoundFileImage([.init(name: "WordDocument", bytes: [1, 2, 3])])
    #expect(BIFFDump.outcome(document.bytes) == .unsupported(.compoundFile))
    let notABook = CompoundFileImage(workbook: Array(repeating: 7, count: 100))
    #expect(BIFFDump.outcome(notABook.bytes) == .damaged(.structure, part: "Workbook"))
  }

  @Test(arguments: ["EncryptedPackage", "\u{9}DRMContent"])
  func `a locked package is encrypted`(name: String) throws {
    let file = CompoundFileImage([
      .init(name: name, bytes: [1]), .init(name: "Workbook", bytes: Self.small),
    ])
    #expect(BIFFDump.outcome(file.bytes) == .encrypted)
  }

  @Test(
    arguments: [
      (44, BIFF.u32(0)),  // no table sectors counted
      (44, BIFF.u32(0x7FFF_FFFF)),
      (28, [0xFE, 0xFF]),  // big-endian mark, little-endian file
      (64, BIFF.u32(999)),  // mini table sectors
      (68, BIFF.u32(0) + BIFF.u32(0)),  // "no extension" as sector 0
      (68, BIFF.u32(0xFFFF_FFFF) + BIFF.u32(3)),
      (30, BIFF.u16(60)),  // sectors of 2^60 bytes
    ] as [(Int, [UInt8])])
  func `counts and marks of the header are not believed`(offset: Int, patch: [UInt8]) throws {
    let file = CompoundFileImage(workbook: Self.large)
    #expect(try BIFFDump.lines(file.bytes.patched(offset, patch)) == Self.largeLines)
  }

  @Test func `a short last sector is no harm`() throws {
    let file = CompoundFileImage(workbook: Self.large)
    let table = file.offset(ofSector: file.tableSector)
    // The last sector of the stream moves to the end of the file, and only what it holds.
    let last = (Self.large.count - 1) / 512
    let moved = (file.bytes.count - 512) / 512
    let relinked = file.bytes.patched(table + 4 * (last - 1), BIFF.u32(moved))
      .patched(table + 4 * moved, BIFF.u32(0xFFFF_FFFE))
    let tail = Self.large[(512 * last)...]
    #expect(tail.count < 512)
    #expect(try BIFFDump.lines(relinked + tail) == Self.largeLines)
  }

  @Test func `a workbook with links of the directory damaged is still found`() throws {
    let file = CompoundFileImage(workbook: Self.large)
    let root = file.offset(ofSector: file.directorySector)
    for child in [0xFFFF_FFFF, 0, 77] {
      let damaged = file.bytes.patched(root + 76, BIFF.u32(child))
      #expect(try BIFFDump.lines(damaged) == Self.largeLines)
    }
    // The entry is its own neighbour.
    let looped = file.bytes.patched(root + 128 + 68, BIFF.u32(1) + BIFF.u32(1))
    #expect(try BIFFDump.lines(looped) == Self.largeLines)
  }

  @Test func `a stream size of zero means the whole chain`() throws {
    let file = CompoundFileImage(workbook: Self.large)
    let entry = file.offset(ofSector: file.directorySector) + 128
    // With size 0 the stream would count as a small one; there is no mini stream in this file.
    #expect(try BIFFDump.lines(file.bytes.patched(entry + 120, BIFF.u32(0))) == Self.largeLines)
  }

  @Test func `a stream that declares a little too little is whole`() throws {
    let file = CompoundFileImage(workbook: Self.large)
    let entry = file.offset(ofSector: file.directorySector) + 128
    let patched = file.bytes.patched(entry + 120, BIFF.u32(Self.large.count - 10))
    #expect(try BIFFDump.lines(patched) == Self.largeLines)
  }

  @Test func `rubbish in the upper half of a size is not read in version 3`() throws {
    let file = CompoundFileImage(workbook: Self.large)
    let entry = file.offset(ofSector: file.directorySector) + 128
    let patched = file.bytes.patched(entry + 124, BIFF.u32(0x7FFF_FFFF))
    #expect(try BIFFDump.lines(patched) == Self.largeLines)
  }

  @Test func `a size far beyond the file is not believed`() throws {
    let file = CompoundFileImage(workbook: Self.large)
    let entry = file.offset(ofSector: file.directorySector) + 128
    let patched = file.bytes.patched(entry + 120, BIFF.u32(0xFFFF_FFFF))
    #expect(try BIFFDump.lines(patched) == Self.largeLines)
  }

  @Test func `looping chains end in an error`() throws {
    let file = CompoundFileImage(workbook: Self.large)
    let table = file.offset(ofSector: file.tableSector)
    // The directory's chain leads back to itself.
    let directory = file.bytes.patched(
      table + 4 * file.directorySector, BIFF.u32(file.directorySector))
    #expect(BIFFDump.outcome(directory) == .damaged(.structure, part: ""))
    // The stream's second sector leads back to its first; its size asks for more.
    let stream = file.bytes.patched(table + 4, BIFF.u32(0))
    #expect(BIFFDump.outcome(stream) != nil)
    // The mini stream's chain.
    let small = CompoundFileImage(workbook: Self.small)
    let mini = small.bytes.patched(small.offset(ofSector: small.tableSector), BIFF.u32(0))
    #expect(BIFFDump.outcome(mini) == .damaged(.structure, part: "Workbook"))
  }

  @Test func `a looping extension of the table ends in an error`() throws {
    // The table is named only by an extension sector whose last entry is itself.
    let file = CompoundFileImage(workbook: Self.large)
    let sector = (file.bytes.count - 512) / 512
    let header = BIFF.u32(sector) + BIFF.u32(1) + BIFF.u32(0xFFFF_FFFF)
    let free = Array(repeating: [0xFF, 0xFF, 0xFF, 0xFF] as [UInt8], count: 127).joined()
    let looped = file.bytes.patched(68, header) + free + BIFF.u32(sector)
    #expect(BIFFDump.outcome(looped) == .damaged(.structure, part: ""))
    // The same with the table in it, and an end, is read.
    let named =
      file.bytes.patched(68, header) + BIFF.u32(file.tableSector) + free.dropFirst(4)
      + BIFF.u32(0xFFFF_FFFE)
    #expect(try BIFFDump.lines(named) == Self.largeLines)
  }

  @Test func `a file cut anywhere is an error or is whole`() throws {
    let file = CompoundFileImage(workbook: Self.large, isScattered: true).bytes
    for sixteenth in 0..<16 {
      let outcome = BIFFDump.outcome(Array(file.prefix(file.count * sixteenth / 16)))
      #expect(outcome != nil, "cut at \(sixteenth)/16")
    }
  }

  @Test func `a chain through sectors past the end stops there`() throws {
    let file = CompoundFileImage(workbook: Self.large)
    let table = file.offset(ofSector: file.tableSector)
    let patched = file.bytes.patched(table + 4, BIFF.u32(5000))
    #expect(BIFFDump.outcome(patched) == .damaged(.truncated, part: "Workbook"))
  }
}
