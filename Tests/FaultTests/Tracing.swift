import FoundationEssentials
import TestSupport
import Testing

/// strace, which makes a system call of a running program fail, or kills the program there.
enum Tracing {
  static let program = "/usr/bin/strace"
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: program) }

  /// The calls by which a program changes anything, or gets hold of what it will change.
  static let calls = [
    "openat", "write", "pwrite64", "writev", "fsync", "fdatasync", "ftruncate", "rename",
    "renameat",
    "renameat2", "unlink", "unlinkat", "link", "linkat", "mkdir", "mkdirat", "chmod", "fchmod",
    "flock", "lseek",
  ]

  /// One call of a run that went well.
  struct Call: CustomStringConvertible {
    let name: String
    /// Counted for each name, from 1.
    let number: Int
    /// As strace writes it, with the paths of descriptors.
    let line: String

    var description: String { "\(name) \(number)" }

    /// True when it is on a file of the folder in which the program runs: a descriptor of one, or a
    /// path that is not absolute. Others are those of the loader of libraries.
    func isIn(_ room: Room) -> Bool {
      let own = line.replacing("AT_FDCWD<\(room.path)>", with: "")
      return own.contains(room.path)
        || own.split(separator: "\"").dropFirst().first.map { !$0.hasPrefix("/") } == true
    }
  }

  /// The calls of a run, in their order.
  static func record(_ room: Room, _ words: [String]) throws -> [Call] {
    let log = "\(room.path).log"
    defer { try? FileManager.default.removeItem(atPath: log) }
    let ending = try room.run(
      words, by: [program, "-f", "-y", "-o", log, "-e", "trace=\(calls.joined(separator: ","))"])
    try #require(ending == .exit(0), "\(words): \(ending) \(room.complaints)")
    var counts: [String: Int] = [:]
    return String(decoding: try Data(contentsOf: URL(filePath: log)), as: UTF8.self)
      .split(separator: "\n").compactMap { line in
        let text = line.drop { $0 != " " }.drop { $0 == " " }
        let name = String(text.prefix { $0 != "(" })
        guard calls.contains(name) else { return nil }
        counts[name, default: 0] += 1
        return Call(name: name, number: counts[name, default: 0], line: String(line))
      }
  }

  /// What to put before the program's line so that this happens at one of its calls.
  static func injecting(_ what: String, at call: Call) -> [String] {
    [
      program, "-f", "-qqq", "-o", "/dev/null", "-e", "trace=\(call.name)", "-e",
      "inject=\(call.name):\(what):when=\(call.number)",
    ]
  }
}

/// A command that writes, and the folder in which it is given.
struct Scene {
  let name: String
  let words: [String]
  let before: Room
  /// What takes it back.
  let back: [String]

  /// Every command that writes, each where it has something to do.
  static func all() throws -> [Scene] {
    var scenes: [Scene] = []
    let room = try Room()
    try Sheets(clients: 40).write(into: room)
    func scene(_ name: String, _ words: [String], back: [String] = ["desfazer"]) throws {
      let before = try Room()
      try before.become(room)
      scenes.append(Scene(name: name, words: words, before: before, back: back))
      try room.succeed(words)
    }
    try scene("base criar", Line.criar())
    try scene("controle", Line.controle)
    try scene("recebimentos", Line.recebimentos + ["--saida", "R.xlsx"])
    try scene("desfazer", ["desfazer"], back: ["refazer"])
    try scene("refazer", ["refazer"])
    try scene("base criar, outro mês", Line.criar("2025-11"))
    try scene("base criar --substituir", Line.criar() + ["--substituir"])
    try scene("cliente liberar", Line.liberar(0) + ["--mes", "2025-10"])
    try Sheets(clients: 40, givenUp: [5]).write(into: room, "G")
    try room.succeed(Line.controle + ["--mes", "2025-10"])
    try scene("estorno registrar", Line.estornar(5) + ["--mes", "2025-10"])
    return scenes
  }
}
