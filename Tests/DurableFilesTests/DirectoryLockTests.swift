import FoundationEssentials
import Glibc
import Testing

@testable import DurableFiles

struct DirectoryLockTests {
  @Test func oneHasItAtATime() throws {
    try Folder.with { folder in
      var first = try DirectoryLock(folder: folder.path)
      #expect(first != nil)
      #expect(try DirectoryLock(folder: folder.path) == nil)
      first = nil
      #expect(try DirectoryLock(folder: folder.path) != nil)
    }
  }

  /// A child between fork and exec has a copy of every descriptor.
  @Test func itIsFreeThoughACopyOfItsDescriptorIsOpen() throws {
    try Folder.with { folder in
      var lock = try DirectoryLock(folder: folder.path)
      #expect(lock != nil)
      let copies = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        .filter { descriptor in
          let target = try? FileManager.default.destinationOfSymbolicLink(
            atPath: "/proc/self/fd/\(descriptor)")
          return target == folder.at(".trava")
        }
        .compactMap(Int32.init).map { dup($0) }
      defer { for copy in copies { close(copy) } }
      #expect(copies.count == 1)
      lock = nil
      #expect(try DirectoryLock(folder: folder.path) != nil)
    }
  }

  @Test func foldersDoNotDisturbEachOther() throws {
    try Folder.with { one in
      try Folder.with { other in
        let lock = try DirectoryLock(folder: one.path)
        #expect(try DirectoryLock(folder: other.path) != nil)
        #expect(lock != nil)
      }
    }
  }

  @Test func anotherProcessIsKeptOut() async throws {
    let path = try Folder.with { $0.path }
    try makePrivateDirectory(path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let lock = try DirectoryLock(folder: path)
    #expect(lock != nil)
    await #expect(processExitsWith: .exitCode(75)) { [path = path as String] in
      exit(try DirectoryLock(folder: path) == nil ? 75 : 0)
    }
    withExtendedLifetime(lock) {}
  }

  /// The lock of a killed process is free at once.
  @Test func aKilledProcessLosesIt() async throws {
    let path = try Folder.with { $0.path }
    try makePrivateDirectory(path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let lock = try DirectoryLock(folder: path)
      guard lock != nil else { exit(1) }
      kill(getpid(), SIGKILL)
      withExtendedLifetime(lock) {}
    }
    #expect(try DirectoryLock(folder: path) != nil)
  }

  /// A child that is being started has every descriptor until it runs its own program.
  @Test func theLockIsFreeThoughAChildStillHasTheDescriptor() throws {
    try Folder.with { folder in
      var lock = try DirectoryLock(folder: folder.path)
      #expect(lock != nil)
      let names = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
      let own = try #require(
        names.compactMap(Int32.init).first { systemIsAt(folder.at(".trava"), $0) })
      let copy = dup(own)
      defer { close(copy) }
      lock = nil
      #expect(try DirectoryLock(folder: folder.path) != nil)
    }
  }

  @Test func aRemovedLockFileIsNoticed() throws {
    try Folder.with { folder in
      let lock = try #require(try DirectoryLock(folder: folder.path))
      #expect(lock.isHeld)
      try removeFile(folder.at(".trava"))
      #expect(!lock.isHeld)
      #expect(try DirectoryLock(folder: folder.path)?.isHeld == true)
    }
  }

  @Test func noFolder() throws {
    try Folder.with { folder in
      #expect(throws: FileError(.lock, path: folder.at("none/.trava"), code: ENOENT)) {
        try DirectoryLock(folder: folder.at("none"))
      }
      #expect(mkdir(folder.at(".trava"), 0o700) == 0)
      #expect(throws: FileError(.lock, path: folder.at(".trava"), code: EISDIR)) {
        try DirectoryLock(folder: folder.path)
      }
    }
  }

  #if DEBUG
    @Test func aSystemWithoutLocksIsAnError() throws {
      try Folder.with { folder in
        let faults = SyscallFaults(.none)
        try SyscallFaults.$current.withValue(faults) { _ = try DirectoryLock(folder: folder.path) }
        let flock = try #require(faults.calls.lastIndex(of: .lock))
        SyscallFaults.$current.withValue(SyscallFaults(.once(call: flock, code: ENOLCK))) {
          #expect(throws: FileError(.lock, path: folder.at(".trava"), code: ENOLCK)) {
            try DirectoryLock(folder: folder.path)
          }
        }
      }
    }
  #endif
}
