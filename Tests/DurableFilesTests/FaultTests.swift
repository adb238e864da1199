#if DEBUG
  import FoundationEssentials
  import Glibc
  import Testing

  @testable import DurableFiles

  /// Every system call of a replacement fails once, and once for good.
  struct FaultTests {
    private func replace(_ folder: Folder, faults: SyscallFaults) throws {
      try SyscallFaults.$current.withValue(faults) {
        try StagedFile.writing(Array("new".utf8), to: folder.at("a")).commit()
      }
    }

    private func callsOfAReplacement() throws -> [FileError.Operation] {
      try Folder.with { folder in
        try folder.put("old", at: "a")
        let faults = SyscallFaults(.none)
        try replace(folder, faults: faults)
        return faults.calls
      }
    }

    @Test func theCallsOfAReplacement() throws {
      let calls = try callsOfAReplacement()
      #expect(calls.contains(.create))
      #expect(calls.contains(.write))
      #expect(calls.contains(.rename))
      let rename = try #require(calls.firstIndex(of: .rename))
      #expect(calls[..<rename].contains(.sync))
      #expect(calls[rename...].contains(.sync))
    }

    /// Whatever fails, either the old content is there and the failure is told, or the new one is.
    @Test(arguments: [EIO, ENOSPC, EDQUOT, EROFS])
    func anyCallFailing(code: Int32) throws {
      for (number, operation) in try callsOfAReplacement().enumerated() {
        try Folder.with { folder in
          try folder.put("old", at: "a")
          do {
            try replace(folder, faults: SyscallFaults(.once(call: number, code: code)))
            #expect(operation == .remove, "call \(number), \(operation)")
            #expect(try folder.text("a") == "new")
          } catch let error as FileError {
            #expect(error.code == code)
            #expect(error.operation == operation)
            #expect(try folder.text("a") == "old", "call \(number), \(operation)")
          }
          try StagedFile.sweepLeftovers(in: folder.path)
          #expect(try folder.names() == ["a"])
        }
      }
    }

    /// The same where nothing stood before: then nothing stands after.
    @Test func anyCallFailingForANewFile() throws {
      for number in try callsOfAReplacement().indices {
        try Folder.with { folder in
          do {
            try replace(folder, faults: SyscallFaults(.once(call: number, code: EIO)))
            #expect(try folder.names() == ["a"])
          } catch is FileError {
            #expect(try folder.names() == [], "call \(number)")
          }
        }
      }
    }

    /// As if the process had been killed at each call: whole old or whole new, and what it leaves
    /// is swept.
    @Test func killedAnywhere() throws {
      for number in try callsOfAReplacement().indices {
        try Folder.with { folder in
          try folder.put("old", at: "a")
          try? replace(folder, faults: SyscallFaults(.from(call: number, code: EIO)))
          #expect(["old", "new"].contains(try folder.text("a")))
          try StagedFile.sweepLeftovers(in: folder.path)
          #expect(try folder.names() == ["a"])
        }
      }
    }

    /// Some file systems know no second names: there the replacement must still work.
    @Test(arguments: [EPERM, EOPNOTSUPP, ENOSYS, EMLINK])
    func aFileSystemWithoutLinks(code: Int32) throws {
      let calls = try callsOfAReplacement()
      let link = try #require(calls.lastIndex(of: .create))
      try Folder.with { folder in
        try folder.put("old", at: "a")
        try replace(folder, faults: SyscallFaults(.once(call: link, code: code)))
        #expect(try folder.text("a") == "new")
        #expect(try folder.names() == ["a"])
      }
    }

    @Test func interruptedCallsAreMadeAgain() throws {
      try Folder.with { folder in
        let faults = SyscallFaults(.once(call: 0, code: EINTR))
        try replace(folder, faults: faults)
        #expect(faults.calls.prefix(2) == [.create, .create])
        try SyscallFaults.$current.withValue(SyscallFaults(.once(call: 1, code: EINTR))) {
          let bytes = try readFile(folder.at("a"))
          #expect(bytes == Array("new".utf8))
        }
      }
    }

    @Test func readingTellsWhatFailed() throws {
      try Folder.with { folder in
        try folder.put("x", at: "a")
        for (call, operation) in [FileError.Operation.open, .read].enumerated() {
          let faults = SyscallFaults(.once(call: call, code: EIO))
          SyscallFaults.$current.withValue(faults) {
            let expected = FileError(operation, path: folder.at("a"), code: EIO)
            #expect(throws: expected) { try readFile(folder.at("a")) }
          }
          let again = SyscallFaults(.once(call: call, code: EIO))
          SyscallFaults.$current.withValue(again) {
            let expected = FileError(operation, path: folder.at("a"), code: EIO)
            #expect(throws: expected) { try sha256(ofFile: folder.at("a")) }
          }
        }
      }
    }

    @Test func faultsHoldForOneTaskOnly() async throws {
      try await SyscallFaults.$current.withValue(SyscallFaults(.from(call: 0, code: EIO))) {
        #expect(throws: FileError.self) { try listDirectory("/") }
        let other = Task.detached { try listDirectory("/") }
        let names = try await other.value
        #expect(!names.isEmpty)
      }
    }
  }
#endif
