import Glibc
import Testing

@testable import Spreadsheets

@Suite struct ZipArchiveTests {
  private static let long = String(repeating: "0123456789abcdef", count: 20_000)

  private func archive(_ zip: ZipBuilder, limits: Limits = Limits()) throws -> ZipArchive {
    try ZipArchive(source: ByteSource(zip.bytes), limits: limits)
  }

  private func content(_ name: String, of archive: ZipArchive) throws -> String {
    var bytes: [UInt8] = []
    try archive.read(PackagePath(name)) { piece in
      bytes += piece
      return .proceed
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [true, false], [true, false])
  func storedAndDeflatedWithAndWithoutDescriptor(isDeflated: Bool, hasDescriptor: Bool) throws {
    var entry = ZipBuilder.Entry("a/b.xml", Self.long)
    entry.isDeflated = isDeflated
    entry.hasDescriptor = hasDescriptor
    let archive = try archive(ZipBuilder([.init("first", "1"), entry]))
    #expect(try content("a/b.xml", of: archive) == Self.long)
    #expect(try content("first", of: archive) == "1")
  }

  @Test(arguments: ["A\\B.XML", "/a/b.xml", "a/./c/../b.xml", "a/%62.xml"])
  func namesAreFolded(name: String) throws {
    #expect(try content("a/b.xml", of: archive(ZipBuilder([.init(name, "x")]))) == "x")
  }

  @Test func ofTwoEntriesWithOneNameTheLastCounts() throws {
    let zip = ZipBuilder([.init("a", "old"), .init("A", "new")])
    #expect(try content("a", of: archive(zip)) == "new")
  }

  @Test func aCommentThatLooksLikeAnEndRecordIsNone() throws {
    var zip = ZipBuilder([.init("a", "x")])
    zip.comment = [0x50, 0x4B, 5, 6] + Array(repeating: 0xFF, count: 30)
    #expect(try content("a", of: archive(zip)) == "x")
  }

  @Test(arguments: [true, false])
  func junkBeforeTheArchiveShiftsIt(isZip64: Bool) throws {
    var zip = ZipBuilder([.init("a", "x"), .init("b", "y")])
    zip.junk = Array("MZ program that unpacks".utf8)
    zip.isZip64 = isZip64
    #expect(try content("b", of: archive(zip)) == "y")
  }

  @Test func zip64() throws {
    var entry = ZipBuilder.Entry("big", Self.long)
    entry.isZip64 = true
    entry.isDeflated = true
    var zip = ZipBuilder([.init("first", "1"), entry])
    zip.isZip64 = true
    #expect(try content("big", of: archive(zip)) == Self.long)
  }

  @Test func theLocalNameDoesNotCount() throws {
    var entry = ZipBuilder.Entry("right", "x")
    entry.localName = "something else"
    #expect(try content("right", of: archive(ZipBuilder([entry]))) == "x")
  }

  @Test func aReaderMayStopBeforeTheEnd() throws {
    var entry = ZipBuilder.Entry("a", Self.long)
    entry.isDeflated = true
    entry.checksum = 1
    let archive = try archive(ZipBuilder([entry]))
    #expect(try archive.prefix(of: PackagePath("a"), count: 4) == Array("0123".utf8))
  }

  // MARK: Damage

  @Test func wrongChecksum() throws {
    var entry = ZipBuilder.Entry("a", "x")
    entry.checksum = 1
    let archive = try archive(ZipBuilder([entry]))
    #expect(throws: SpreadsheetError.damaged(.checksum, part: "a")) {
      try content("a", of: archive)
    }
  }

  /// Pieces of a large entry come from a thread, and the checksum of each is taken by whoever has
  /// time for it.
  @Test(arguments: [true, false], [nil, 1] as [UInt32?])
  func `the checksum of a large entry holds whoever is the faster`(
    isSlow: Bool, checksum: UInt32?
  ) throws {
    var entry = ZipBuilder.Entry("a", String(repeating: Self.long, count: 6))
    entry.checksum = checksum
    let archive = try archive(ZipBuilder([entry]))
    var count = 0
    var thrown: SpreadsheetError?
    do throws(SpreadsheetError) {
      try archive.read(PackagePath("a")) { piece in
        count += piece.count
        if isSlow { usleep(20_000) }
        return .proceed
      }
    } catch { thrown = error }
    #expect(count == 6 * Self.long.utf8.count)
    #expect(thrown == checksum.map { _ in .damaged(.checksum, part: "a") })
  }

  @Test func encryptedEntry() throws {
    var entry = ZipBuilder.Entry("a", "x")
    entry.flags = 1
    let archive = try archive(ZipBuilder([entry]))
    #expect(throws: SpreadsheetError.encrypted) { try content("a", of: archive) }
  }

  @Test(arguments: [9, 12, 14, 98])
  func methodsOtherThanDeflate(method: Int) throws {
    var entry = ZipBuilder.Entry("a", "x")
    entry.method = method
    let archive = try archive(ZipBuilder([entry]))
    #expect(throws: SpreadsheetError.damaged(.compression, part: "a")) {
      try content("a", of: archive)
    }
  }

  @Test func whatIsNoDeflateStream() throws {
    var entry = ZipBuilder.Entry("a", bytes: Array(repeating: 0xFF, count: 100))
    entry.method = 8
    let archive = try archive(ZipBuilder([entry]))
    #expect(throws: SpreadsheetError.damaged(.compression, part: "a")) {
      try content("a", of: archive)
    }
  }

  @Test func aDeflateStreamThatEndsEarly() throws {
    var entry = ZipBuilder.Entry("a", Self.long)
    entry.isDeflated = true
    entry.compressedSize = 1000
    let archive = try archive(ZipBuilder([entry, .init("b", "x")]))
    #expect(throws: SpreadsheetError.damaged(.truncated, part: "a")) {
      try content("a", of: archive)
    }
  }

  @Test func anEntryBeyondTheEndOfTheFile() throws {
    var entry = ZipBuilder.Entry("a", "x")
    entry.compressedSize = 0xFFFF_FFF0
    let archive = try archive(ZipBuilder([entry]))
    #expect(throws: SpreadsheetError.damaged(.truncated, part: "a")) {
      try content("a", of: archive)
    }
  }

  @Test func anEntryThatIsNotThere() throws {
    let archive = try archive(ZipBuilder([.init("a", "x")]))
    #expect(throws: SpreadsheetError.damaged(.missing, part: "b")) {
      try content("b", of: archive)
    }
  }

  /// Cut anywhere, an archive has no end record, so it never opens.
  @Test func truncatedAnywhere() throws {
    let bytes = ZipBuilder([.init("a", "x"), .init("b", "y")]).bytes
    for count in 0..<bytes.count {
      let source = ByteSource(Array(bytes[..<count]))
      #expect(throws: SpreadsheetError.damaged(.truncated, part: ""), "\(count) bytes") {
        try ZipArchive(source: source, limits: Limits())
      }
    }
  }

  /// Any byte set to 0xFF is an error or none, never the end of the program.
  @Test(arguments: [false, true])
  func anyByteDamaged(isZip64: Bool) throws {
    var entry = ZipBuilder.Entry("a", "some content")
    entry.isDeflated = true
    entry.isZip64 = isZip64
    var zip = ZipBuilder([entry])
    zip.isZip64 = isZip64
    let bytes = zip.bytes
    var failures = 0
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] = 0xFF
      do {
        _ = try content("a", of: ZipArchive(source: ByteSource(damaged), limits: Limits()))
      } catch is SpreadsheetError {
        failures += 1
      }
    }
    #expect(failures > 20)
  }

  // MARK: Limits

  @Test func tooManyEntries() throws {
    var limits = Limits()
    limits.zipEntries = 2
    let zip = ZipBuilder([.init("a", ""), .init("b", ""), .init("c", "")])
    #expect(throws: SpreadsheetError.beyond(.zipEntries(2), part: "")) {
      try archive(zip, limits: limits)
    }
  }

  @Test func aPartThatInflatesTooFar() throws {
    var limits = Limits()
    limits.inflatedPart = 1000
    let archive = try archive(ZipBuilder([.init("a", Self.long)]), limits: limits)
    #expect(throws: SpreadsheetError.beyond(.inflatedPart(1000), part: "a")) {
      try content("a", of: archive)
    }
  }

  @Test func partsThatInflateTooFarTogetherButNotTwice() throws {
    var limits = Limits()
    limits.inflatedTotal = 7
    let zip = ZipBuilder([.init("a", "1234"), .init("b", "1234")])
    let archive = try archive(zip, limits: limits)
    #expect(try content("a", of: archive) == "1234")
    #expect(try content("a", of: archive) == "1234")
    #expect(throws: SpreadsheetError.beyond(.inflatedTotal(7), part: "b")) {
      try content("b", of: archive)
    }
  }
}
