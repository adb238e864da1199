import FoundationEssentials
import JSONDocuments
import TestSupport
import Testing

/// A folder in which the program runs, with a data directory `dados`.
final class Room {
  let path: String

  var environment = [
    "PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1762178711", "LC_ALL": "C.UTF-8",
  ]

  /// - Parameter inMemory: true where what counts is speed; false where a disk belongs to it.
  init(inMemory: Bool = true) throws {
    let hasMemory = FileManager.default.isWritableFile(atPath: "/dev/shm")
    let root = inMemory && hasMemory ? "/dev/shm" : FileManager.default.temporaryDirectory.path
    path = "\(root)/comissoes-faults-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    for ending in ["", ".saida", ".erros"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
  }

  /// Makes this folder a copy of another.
  func become(_ other: Room) throws {
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: other.path, toPath: path)
    environment = other.environment
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func bytes(_ name: String) -> Data? { try? Data(contentsOf: URL(filePath: file(name))) }

  func start(_ words: [String], by starter: [String] = []) throws -> Child {
    try Child(
      starter + [Workspace.program] + words, in: path, environment: environment,
      output: "\(path).saida", complaints: "\(path).erros")
  }

  /// - Parameter starter: a program that runs the program, with its arguments.
  @discardableResult
  func run(_ words: [String], by starter: [String] = []) throws -> Child.Ending {
    try start(words, by: starter).wait()
  }

  /// Runs what must succeed, and gives what it prints.
  @discardableResult
  func succeed(_ words: [String]) throws -> String {
    let ending = try run(words)
    try #require(ending == .exit(0), "\(words): \(ending) \(complaints)")
    return output
  }

  var output: String { text("\(path).saida") }
  var complaints: String { text("\(path).erros") }

  private func text(_ path: String) -> String {
    (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

extension Room {
  /// What the program says of the data directory.
  struct View: Equatable {
    /// Nil when there is no base.
    let base: String?
    let historico: String
  }

  func view() throws -> View {
    let ending = try run(["base", "mostrar", "--formato", "json"])
    try #require(ending == .exit(0) || ending == .exit(66), "base mostrar: \(ending) \(complaints)")
    let base = ending == .exit(0) ? output : nil
    return View(base: base, historico: try succeed(["historico", "listar", "--formato", "json"]))
  }

  /// Every file of the data directory and its content, by its path.
  func tree() throws -> [String: Data] {
    var tree: [String: Data] = [:]
    let names = try? FileManager.default.subpathsOfDirectory(atPath: file("dados"))
    for name in names ?? [] { tree[name] = bytes("dados/\(name)") }
    return tree
  }

  /// The records of all operations, oldest first.
  func operations() throws -> [JSONValue] {
    let text = try succeed(["historico", "listar", "--formato", "json"])
    let document = try decodeJSON(JSONValue.self, from: Array(text.utf8))
    return try #require(document["operacoes"]).elements
  }
}
