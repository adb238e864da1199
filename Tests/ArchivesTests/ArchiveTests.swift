import Archives
import Testing

/// What is written is read back; what a stranger has made is not believed.
@Suite struct ArchiveTests {
  private static let limits = ArchiveReader.Limits(
    entries: 10, bytesOfAll: 120_000, bytesOfOne: 60_000)

  private func archive(_ entries: [(String, [UInt8])]) throws -> [UInt8] {
    let writer = try ArchiveWriter()
    for (name, bytes) in entries { try writer.add(name, bytes) }
    return try writer.finish()
  }

  private func error(_ bytes: [UInt8]) throws -> ArchiveError {
    try #require(throws: ArchiveError.self) {
      let reader = try ArchiveReader(bytes, within: Self.limits)
      for entry in reader.entries { _ = try reader.content(of: entry) }
    }
  }

  private static let long = (0..<50_000).map { UInt8($0 % 251) }

  @Test func whatIsWrittenIsReadBack() throws {
    let writer = try ArchiveWriter()
    try writer.add("a/ção.json", Array("{}".utf8))
    try writer.add("b", [])
    try writer.add("a/b/c.gz", Self.long, isCompressed: true)
    try writer.add("d", Self.long.reversed())
    let bytes = try writer.finish()
    #expect(bytes.count < 60_000)
    let reader = try ArchiveReader(bytes, within: Self.limits)
    #expect(reader.entries.map(\.name) == ["a/ção.json", "b", "a/b/c.gz", "d"])
    #expect(reader.entries.map(\.size) == [2, 0, 50_000, 50_000])
    let contents = try reader.entries.map { try reader.content(of: $0) }
    #expect(contents == [Array("{}".utf8), [], Self.long, Self.long.reversed()])
  }

  @Test func theSameEntriesGiveTheSameBytes() throws {
    let entries = [("a", Self.long), ("b", [1, 2, 3])]
    #expect(try archive(entries) == archive(entries))
  }

  @Test func anArchiveWithoutEntriesIsNone() throws {
    #expect(throws: ArchiveError.failed) { try archive([]) }
    #expect(try error([]) == .notAnArchive)
  }

  @Test(arguments: [
    "../a", "a/../b", "/a", "a//b", "./a", "a/.", "..", "a\\b", "a\nb", "a\u{7F}",
  ])
  func namesThatLeadElsewhere(name: String) throws {
    #expect(try error(archive([("ok", [1]), (name, [1])])) == .badName(name))
  }

  /// The library itself refuses a name twice, so the second is renamed in the bytes.
  @Test func aNameTwice() throws {
    let bytes = try archive([("aa", [1]), ("ab", [2])])
    let twice = bytes.replacing(Array("ab".utf8), with: Array("aa".utf8))
    #expect(try error(twice) == .badName("aa"))
  }

  @Test func moreThanIsAllowed() throws {
    #expect(try error(archive((0..<11).map { ("\($0)", []) })) == .tooLarge)
    #expect(try error(archive([("a", Self.long + Self.long)])) == .tooLarge)
    #expect(
      try error(archive([("a", Self.long), ("b", Self.long), ("c", Self.long)])) == .tooLarge)
  }

  /// 0o120600 is a link, 0o100600 a file: the upper half of the attributes. APPNOTE 4.4.15
  @Test func links() throws {
    var bytes = try archive([("a", [1])])
    let file: [UInt8] = [0x80, 0x81]
    let place = try #require(bytes.lastRange(of: file))
    bytes.replaceSubrange(place, with: [0x80, 0xA1])
    #expect(try error(bytes) == .notAFile("a"))
  }

  @Test func everyCutIsRefused() throws {
    let bytes = try archive([("a", Array(Self.long[..<500])), ("b", [1, 2, 3])])
    for length in 0..<bytes.count { _ = try error(Array(bytes[..<length])) }
  }

  /// A changed byte never gives another content under a name than was written there.
  @Test func changedBytesNeverPass() throws {
    let content = Array(Self.long[..<500])
    let bytes = try archive([("a", content), ("b", [1, 2, 3])])
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x10
      guard let reader = try? ArchiveReader(changed, within: Self.limits) else { continue }
      for entry in reader.entries {
        guard let read = try? reader.content(of: entry) else { continue }
        #expect(read == content || read == [1, 2, 3], "byte \(place)")
      }
    }
  }
}

extension [UInt8] {
  fileprivate func lastRange(of piece: [UInt8]) -> Range<Int>? {
    indices.reversed().first { self[$0...].starts(with: piece) }.map { $0..<($0 + piece.count) }
  }
}
