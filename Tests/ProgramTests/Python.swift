import Foundation

/// The Python of the machine; nothing needs it, and where it is, it looks as others look.
enum Python {
  static let hasOpenpyxl = (try? run("import openpyxl; print(1)")) == "1\n"

  /// Whether the month of the real size can be made, `.xls` and all.
  static let makesRealSize = (try? run("import openpyxl, xlsxwriter, xlwt; print(1)")) == "1\n"

  static func run(_ script: String, _ words: String...) throws -> String {
    try run(["-c", script] + words)
  }

  static func run(_ words: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
