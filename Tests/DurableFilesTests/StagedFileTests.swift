import FoundationEssentials
import Glibc
import Testing

@testable import DurableFiles

struct StagedFileTests {
  @Test func commitReplacesTheWhole() throws {
    try Folder.with { folder in
      try folder.put("old and longer", at: "a.json")
      let staged = try StagedFile.writing(Array("new".utf8), to: folder.at("a.json"))
      #expect(try folder.text("a.json") == "old and longer")
      try staged.commit()
      #expect(try folder.text("a.json") == "new")
      #expect(try folder.names() == ["a.json"])
    }
  }

  @Test func commitMakesANewFile() throws {
    try Folder.with { folder in
      let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
      try StagedFile.writing(bytes, to: folder.at("a.bin")).commit()
      #expect(try readFile(folder.at("a.bin")) == bytes)
      #expect(permissions(folder.at("a.bin")) == 0o600)
      #expect(try folder.names() == ["a.bin"])
    }
  }

  /// Who has the old file open goes on reading the old content.
  @Test func anOpenReaderKeepsTheOldContent() throws {
    try Folder.with { folder in
      try folder.put("old", at: "a")
      let reader = try systemOpen(folder.at("a"), O_RDONLY, for: .open)
      defer { systemClose(reader) }
      try StagedFile.writing(Array("new".utf8), to: folder.at("a")).commit()
      var content: [UInt8] = []
      try readPieces(reader, path: "a") { content += $0 }
      #expect(content == Array("old".utf8))
    }
  }

  @Test func aReplacedFileBecomesPrivate() throws {
    try Folder.with { folder in
      try folder.put("old", at: "a")
      #expect(chmod(folder.at("a"), 0o644) == 0)
      try StagedFile.writing([], to: folder.at("a")).commit()
      #expect(permissions(folder.at("a")) == 0o600)
    }
  }

  @Test func aDroppedOneIsRemoved() throws {
    try Folder.with { folder in
      try folder.put("old", at: "a")
      do {
        let staged = try StagedFile.writing([1, 2, 3], to: folder.at("a"))
        #expect(try folder.names().count == 2)
        #expect(permissions(staged.temporary) == 0o600)
      }
      #expect(try folder.names() == ["a"])
      #expect(try folder.text("a") == "old")
    }
  }

  @Test func aReservedPlaceIsFilledBySomebodyElse() throws {
    try Folder.with { folder in
      let staged = StagedFile.reserving(folder.at("r.xlsx"))
      #expect(try folder.names() == [])
      try Data("made elsewhere".utf8).write(to: URL(filePath: staged.temporary))
      #expect(chmod(staged.temporary, 0o666) == 0)
      try staged.sync()
      #expect(permissions(staged.temporary) == 0o600)
      try staged.commit()
      #expect(try folder.text("r.xlsx") == "made elsewhere")
      #expect(try folder.names() == ["r.xlsx"])
    }
  }

  @Test func aReservedPlaceThatNobodyFilled() throws {
    try Folder.with { folder in
      let staged = StagedFile.reserving(folder.at("r.xlsx"))
      #expect(throws: FileError(.open, path: staged.temporary, code: ENOENT)) {
        try staged.sync()
      }
      let rename = FileError(.rename, path: folder.at("r.xlsx"), code: ENOENT)
      #expect(throws: rename) {
        try staged.commit()
      }
      let names = try folder.names()
      #expect(names == [])
    }
  }

  @Test func aFolderInItsPlaceIsAnErrorAndStays() throws {
    try Folder.with { folder in
      #expect(mkdir(folder.at("a"), 0o700) == 0)
      do {
        let staged = try StagedFile.writing([1], to: folder.at("a"))
        #expect(throws: FileError(.rename, path: folder.at("a"), code: EISDIR)) {
          try staged.commit()
        }
      }
      #expect(try folder.names() == ["a"])
    }
  }

  @Test func noFolderToStageIn() throws {
    try Folder.with { folder in
      let error = try #require(throws: FileError.self) {
        try StagedFile.writing([1], to: folder.at("none/a"))
      }
      #expect(error.operation == .create)
      #expect(error.code == ENOENT)
    }
  }

  /// A device that is always full: the write is real, and so is its failure.
  @Test func aFullDiskIsReported() throws {
    let descriptor = try systemOpen("/dev/full", O_WRONLY, for: .create)
    defer { systemClose(descriptor) }
    #expect(throws: FileError(.write, path: "/dev/full", code: ENOSPC)) {
      try systemWrite(descriptor, [1, 2, 3], path: "/dev/full")
    }
  }

  /// Other programs stage under names like ours; only our own are swept.
  @Test func leftoversAreSweptAndNothingElse() throws {
    try Folder.with { folder in
      let others = [
        "2025-10.json", ".trava", ".hidden", "x.tmp", ".a.json.12.tmp.bak",
        ".syncthing.2025-10.json.tmp", ".12x.tmp", ".tmp",
      ]
      for name in others + [".2025-10.json.4711.tmp", ".a.1.tmp"] {
        try folder.put("x", at: name)
      }
      try StagedFile.sweepLeftovers(in: folder.path)
      #expect(try folder.names() == others.sorted())
      try StagedFile.sweepLeftovers(in: folder.at("none"))
    }
  }

  /// What a killed process leaves is what the sweep takes.
  @Test func aNameGivenWhileStagingIsSwept() throws {
    try Folder.with { folder in
      let staged = StagedFile.reserving(folder.at("a"))
      try Data([1]).write(to: URL(filePath: staged.temporary))
      try StagedFile.sweepLeftovers(in: folder.path)
      #expect(try folder.names() == [])
    }
  }

  @Test(arguments: [
    ("a/b", "a", "b"), ("/a", "/", "a"), ("a", ".", "a"), ("/a/b/c", "/a/b", "c"), ("a/", "a", ""),
  ])
  func paths(path: String, folder: String, name: String) {
    let split = SplitPath(path)
    #expect(split.folder == folder)
    #expect(split.name == name)
  }
}
