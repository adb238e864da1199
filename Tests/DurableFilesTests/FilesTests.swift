import FoundationEssentials
import Glibc
import Testing

@testable import DurableFiles

struct FilesTests {
  @Test func privateDirectories() throws {
    try Folder.with { folder in
      #expect(chmod(folder.path, 0o755) == 0)
      try makePrivateDirectory(folder.at("a/b/c"))
      for path in ["a", "a/b", "a/b/c"] { #expect(permissions(folder.at(path)) == 0o700) }
      // One that is there stays as it is.
      try makePrivateDirectory(folder.path)
      #expect(permissions(folder.path) == 0o755)
    }
  }

  @Test func aFileWhereAFolderBelongs() throws {
    try Folder.with { folder in
      try folder.put("x", at: "a")
      #expect(throws: FileError(.makeDirectory, path: folder.at("a"), code: ENOTDIR)) {
        try makePrivateDirectory(folder.at("a"))
      }
      #expect(throws: FileError(.makeDirectory, path: folder.at("a"), code: ENOTDIR)) {
        try makePrivateDirectory(folder.at("a/b"))
      }
    }
  }

  /// A mask that takes everything away must not lock the owner out, nor one that takes nothing
  /// let others in. In a process of its own, for the mask is the whole process's.
  @Test(arguments: [mode_t(0), 0o022, 0o277, 0o777])
  func modesWhateverTheMask(mask: mode_t) async throws {
    let path = try Folder.with { $0.path }
    defer { try? FileManager.default.removeItem(atPath: path) }
    await #expect(processExitsWith: .success) { [path = path as String, mask = mask as mode_t] in
      umask(mask)
      try makePrivateDirectory(path)
      try StagedFile.writing([1], to: path + "/a").commit()
      let lock = try DirectoryLock(folder: path)
      let modes = [permissions(path), permissions(path + "/a"), permissions(path + "/.trava")]
      exit(lock != nil && modes == [0o700, 0o600, 0o600] ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }

  @Test func theEndOfAFile() throws {
    try Folder.with { folder in
      try folder.put("1234", at: "a")
      #expect(try readFileIfThere(folder.at("a"), from: 0) == Array("1234".utf8))
      #expect(try readFileIfThere(folder.at("a"), from: 3) == Array("4".utf8))
      #expect(try readFileIfThere(folder.at("a"), from: 4) == [])
      #expect(try readFileIfThere(folder.at("a"), from: .max) == [])
      #expect(try readFileIfThere(folder.at("b"), from: 0) == nil)
    }
  }

  @Test("A file of nothing but a hole was read until memory ended")
  func moreThanMemoryHasRoomFor() throws {
    try Folder.with { folder in
      try folder.put("1234", at: "a")
      #expect(try readFile(folder.at("a"), atMost: 4).count == 4)
      #expect(throws: FileError(.read, path: folder.at("a"), code: EFBIG)) {
        try readFile(folder.at("a"), atMost: 3)
      }
      #expect(truncate(folder.at("a"), mostThatIsRead + 1) == 0)
      for read in [{ try readFile($0) }, { try readFileIfThere($0) ?? [] }]
        as [(String) throws -> [UInt8]]
      {
        #expect(throws: FileError(.read, path: folder.at("a"), code: EFBIG)) {
          _ = try read(folder.at("a"))
        }
      }
      // What does not know its length.
      #expect(throws: FileError(.read, path: "/dev/zero", code: EFBIG)) {
        try readFile("/dev/zero", atMost: 100_000)
      }
    }
  }

  @Test func reading() throws {
    try Folder.with { folder in
      try folder.put("", at: "empty")
      #expect(try readFile(folder.at("empty")).isEmpty)
      #expect(throws: FileError(.open, path: folder.at("none"), code: ENOENT)) {
        try readFile(folder.at("none"))
      }
      #expect(throws: FileError(.open, path: folder.at("empty/x"), code: ENOTDIR)) {
        try readFile(folder.at("empty/x"))
      }
      #expect(throws: FileError(.read, path: folder.path, code: EISDIR)) {
        try readFile(folder.path)
      }
    }
  }

  @Test func removing() throws {
    try Folder.with { folder in
      try folder.put("x", at: "a")
      try removeFile(folder.at("a"))
      try removeFile(folder.at("a"))
      #expect(!fileExists(folder.at("a")))
      #expect(throws: FileError(.remove, path: folder.path, code: EISDIR)) {
        try removeFile(folder.path)
      }
    }
  }

  @Test func listing() throws {
    try Folder.with { folder in
      for name in ["ç", "b", "a", ".c"] { try folder.put("", at: name) }
      #expect(try listDirectory(folder.path) == [".c", "a", "b", "ç"])
      #expect(try listDirectory(folder.at("none")) == [])
    }
  }

  /// A folder that cannot be looked into is not an empty one.
  @Test func aFileListedAsAFolderIsAnError() throws {
    try Folder.with { folder in
      try folder.put("", at: "a")
      #expect(throws: FileError(.list, path: folder.at("a"), code: ENOTDIR)) {
        try listDirectory(folder.at("a"))
      }
      #expect(throws: FileError(.list, path: folder.at("a/b"), code: ENOTDIR)) {
        try listDirectory(folder.at("a/b"))
      }
    }
  }

  @Test func sameFile() throws {
    try Folder.with { folder in
      try folder.put("x", at: "a")
      try folder.put("x", at: "b")
      #expect(symlink(folder.at("a"), folder.at("l")) == 0)
      #expect(isSameFile(folder.at("a"), folder.at("l")))
      #expect(isSameFile(folder.at("a"), folder.path + "/./a"))
      #expect(!isSameFile(folder.at("a"), folder.at("b")))
      #expect(!isSameFile(folder.at("none"), folder.at("none")))
    }
  }

  /// Vectors of FIPS 180-4 and of the NIST's examples.
  @Test(arguments: [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func digests(text: String, times: Int, digest: String) throws {
    try Folder.with { folder in
      try folder.put(String(repeating: text, count: times), at: "a")
      #expect(try sha256(ofFile: folder.at("a")) == digest)
    }
  }

  @Test func digestOfAFileThatIsNotThere() throws {
    #expect(throws: FileError(.open, path: "/none/at/all", code: ENOENT)) {
      try sha256(ofFile: "/none/at/all")
    }
  }
}
