private import Foundation
package import JSONDocuments

/// A new folder for one test, removed with the object; and the real program, run in it.
package final class Workspace {
  package let path: String

  package init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "comissoes-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func file(_ name: String) -> String { "\(path)/\(name)" }

  package func write(_ text: String, to name: String) throws {
    try write([UInt8](text.utf8), to: name)
  }

  package func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(filePath: file(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  package func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: file(name))
  }

  package func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: file(name))))
  }

  /// Every file below the folder with its content, and every folder with none.
  package func tree() throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for name in FileManager.default.enumerator(atPath: path)?.allObjects ?? [] {
      guard let name = name as? String else { continue }
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: file(name), isDirectory: &isFolder)
      tree[name] = isFolder.boolValue ? [] : try bytes(name)
    }
    return tree
  }
}

/// How a run of the program ended.
package struct Outcome: Sendable {
  /// The exit code; nil when a signal ended it.
  package let status: Int32?
  package let output: String
  package let complaints: String

  /// The JSON document on stdout.
  package func document() throws -> JSONValue {
    try decodeJSON(JSONValue.self, from: [UInt8](output.utf8))
  }
}

extension Workspace {
  /// The program that `PROGRAM` names, else the one built with the tests: it lies beside the test
  /// runner.
  package static let program: String = {
    if let program = ProcessInfo.processInfo.environment["PROGRAM"] { return program }
    let runner = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return runner.deletingLastPathComponent().appending(path: "comissoes").path
  }()

  /// What the program gets of this process's environment: nothing but what a sanitizer is told.
  package static let environment = ProcessInfo.processInfo.environment
    .filter { $0.key == "ASAN_OPTIONS" || $0.key == "UBSAN_OPTIONS" }
    .merging(["PATH": "/usr/bin:/bin"]) { _, path in path }

  /// The program as it is shipped, where the variable PROGRAM names it: what is said of its speed
  /// holds only for that.
  package static let shippedProgram = ProcessInfo.processInfo.environment["PROGRAM"]

  /// What the kernel lets a process take before it kills it or refuses it memory.
  package struct Bounds {
    let processorSeconds: Int
    let memoryMiB: Int

    /// - Parameter memoryMiB: of private, writable memory (RLIMIT_DATA).
    package init(processorSeconds: Int, memoryMiB: Int) {
      self.processorSeconds = processorSeconds
      self.memoryMiB = memoryMiB
    }

    /// Waiting takes no processor time, so the clock on the wall is watched as well.
    fileprivate var script: String {
      "ulimit -t \(processorSeconds); ulimit -d \(memoryMiB * 1024);"
        + " exec timeout -s KILL \(30 * processorSeconds) \"$@\""
    }
  }

  /// Runs the program in this folder, without a terminal, with only these variables besides `PATH`.
  /// - Parameters:
  ///   - input: the file that standard input reads; nothing without it.
  ///   - program: the one built with the tests, or another.
  package func run(
    _ words: [String], environment: [String: String] = [:], input: String? = nil,
    program: String = program, within bounds: Bounds? = nil
  ) throws -> Outcome {
    let process = Process()
    if let bounds {
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", bounds.script, "sh", program] + words
    } else {
      process.executableURL = URL(filePath: program)
      process.arguments = words
    }
    process.currentDirectoryURL = URL(filePath: path)
    process.environment = environment.merging(Self.environment) { given, _ in given }
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: URL(filePath: $0)) } ?? .nullDevice
    // Files, not pipes: a full pipe would block the program.
    let streams = try (Capture(), Capture())
    process.standardOutput = streams.0.handle
    process.standardError = streams.1.handle
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: try streams.0.text(), complaints: try streams.1.text())
  }

  package func run(_ words: String...) throws -> Outcome { try run(words) }
}

/// A nameless file outside the workspace that takes what a process writes.
private struct Capture {
  let handle: FileHandle
  private let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    handle = try FileHandle(forUpdating: URL(filePath: path))
  }

  func text() throws -> String {
    try handle.close()
    defer { try? FileManager.default.removeItem(atPath: path) }
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}
