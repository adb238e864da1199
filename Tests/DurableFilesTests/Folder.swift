import FoundationEssentials
import Glibc

/// A folder of its own for one test.
struct Folder {
  let path: String

  static func with<Answer>(_ body: (Folder) throws -> Answer) throws -> Answer {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "DurableFilesTests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(Folder(path: url.path))
  }

  func at(_ name: String) -> String { "\(path)/\(name)" }

  func put(_ text: String, at name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: at(name)))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: at(name))), as: UTF8.self)
  }

  /// Everything in it, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

/// The permission bits of a file or folder; nil when there is none.
func permissions(_ path: String) -> mode_t? {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
}
