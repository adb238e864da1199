private import Foundation

/// A pseudo-terminal: what stands in for the person is this object, what stands in for the screen
/// and keyboard is `device`.
package final class Terminal {
  struct Failure: Error { let code: Int32 }

  private let controller: Int32
  /// The descriptor that a program takes for its terminal.
  package let device: Int32
  /// The file that a program opens to have it for its terminal.
  package let path: String

  package init() throws {
    // What posix_openpt, unlockpt and ptsname do on Linux: Swift does not see those three.
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(controller, 0x4004_5431, &locked) == 0,
      ioctl(controller, 0x8004_5430, &number) == 0
    else { throw Failure(code: errno) }
    path = "/dev/pts/\(number)"
    device = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard device >= 0 else { throw Failure(code: errno) }
  }

  deinit {
    close(device)
    close(controller)
  }

  /// Types it. What nobody has asked for yet waits until somebody reads.
  package func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
  }

  /// Ends the input, as Control-D at the start of a line does.
  package func end() { type("\u{4}") }

  /// How it takes keys and shows characters, as bytes to compare.
  package func settings() throws -> [UInt8] {
    var settings = termios()
    guard tcgetattr(device, &settings) == 0 else { throw Failure(code: errno) }
    return withUnsafeBytes(of: settings) { Array($0) }
  }

  /// What stands on the screen since the last call, what was typed included; waits a little for it.
  package func shown() -> String {
    var screen: [UInt8] = []
    // Somebody may never stop to write.
    while screen.count < 1 << 20 {
      var event = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
      guard poll(&event, 1, 50) > 0 else { break }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(controller, &buffer, buffer.count)
      guard count > 0 else { break }
      screen += buffer.prefix(count)
    }
    return String(decoding: screen, as: UTF8.self).replacing("\r\n", with: "\n")
  }
}

extension Workspace {
  /// Runs the program with this terminal for standard input and standard error; its `complaints`
  /// are all that the screen shows.
  ///
  /// - Parameters:
  ///   - environment: the only variables besides `PATH`; nil for those of this process.
  ///   - outputToo: true to show standard output on the screen as well.
  package func run(
    _ words: [String], environment: [String: String]? = nil, at terminal: Terminal,
    outputToo: Bool = false
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: Self.program)
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: path)
    if let environment {
      process.environment = environment.merging(Self.environment) { given, _ in given }
    }
    process.standardInput = FileHandle(fileDescriptor: terminal.device)
    process.standardError = FileHandle(fileDescriptor: terminal.device)
    let output = file("stdout-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: output, contents: nil)
    defer { try? FileManager.default.removeItem(atPath: output) }
    process.standardOutput =
      outputToo
      ? FileHandle(fileDescriptor: terminal.device)
      : try FileHandle(forWritingTo: URL(filePath: output))
    try process.run()
    // A full screen would block the program.
    var screen = ""
    while process.isRunning { screen += terminal.shown() }
    screen += terminal.shown()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self),
      complaints: screen)
  }
}
