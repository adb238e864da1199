import FoundationEssentials
import JSONDocuments
import TestSupport
import Testing

extension Faults {
  /// What somebody does to the audit log is found by `auditoria verificar`, with the line where it
  /// was done. Docs/regras.md §8
  @Test func tamperedLog() throws {
    let room = try Room()
    try Sheets(clients: 60).write(into: room)
    try room.succeed(Line.criar())
    try room.succeed(Line.controle)
    try room.succeed(Line.recebimentos)
    var log = try TamperedLog(room)
    var generator = SeededGenerator(seed: Counts.seed)
    var figures: [String] = []
    for deed in TamperedLog.Deed.allCases {
      let count = deed == .flipped ? Counts.of(1000, small: 20) : Counts.of(200, small: 6)
      var found = 0
      for round in 0..<count {
        let line = log.tamper(deed, using: &generator)
        try log.write(to: room)
        #expect(
          try room.run(["auditoria", "verificar", "--formato", "json"]) == .exit(1),
          "\(deed), round \(round), line \(line)")
        let document = try decodeJSON(JSONValue.self, from: Array(room.output.utf8))
        let lines = (document["achados"]?.elements ?? []).compactMap { $0["linha"]?.integer }
        // Of a line that stands twice in a row, the second is the one too many.
        let wanted = deed == .inserted ? [line, line + 1] : [line]
        let isFound = lines.first.map(wanted.contains) == true
        #expect(isFound, "\(deed), round \(round): line \(line), told of \(lines)")
        if isFound { found += 1 }
        log.restore()
      }
      figures.append("\(deed) \(found) of \(count)")
    }
    FaultTests.figures(
      "tampered log",
      "\(log.lines) lines, seed \(Counts.seed): found, with the line: "
        + figures.joined(separator: ", "))
  }
}

/// The audit log of a room, and what can be done to it.
private struct TamperedLog {
  enum Deed: CaseIterable {
    /// One bit of one byte, a line break too.
    case flipped
    case deleted
    /// A copy of another line.
    case inserted
    case swapped
    /// Within a line, with all that follows or only the rest of that line.
    case cut
  }

  private let original: [[UInt8]]
  private var bytes: [UInt8] = []

  var lines: Int { original.count }

  init(_ room: Room) throws {
    let bytes = Array(try #require(room.bytes("dados/auditoria.jsonl")))
    original = bytes.split(separator: UInt8(ascii: "\n")).map { $0 + [UInt8(ascii: "\n")] }
    try #require(original.count > 100)
  }

  /// - Returns: the line, from 1, where the first thing is amiss.
  mutating func tamper(_ deed: Deed, using generator: inout SeededGenerator) -> Int {
    var lines = original
    let line = Int.random(in: lines.indices, using: &generator)
    switch deed {
    case .flipped:
      let place = Int.random(in: lines[line].indices, using: &generator)
      lines[line][place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case .deleted: lines.remove(at: line)
    case .inserted:
      // The line that stands there already, or the one before it, would make the same file from two
      // places.
      var other = line
      while abs(other - line) < 2 { other = Int.random(in: lines.indices, using: &generator) }
      lines.insert(lines[other], at: line)
    case .swapped:
      var other = line
      while other == line { other = Int.random(in: lines.indices, using: &generator) }
      lines.swapAt(line, other)
      bytes = Array(lines.joined())
      return min(line, other) + 1
    case .cut:
      let length = Int.random(in: 1..<lines[line].count - 1, using: &generator)
      let isTail = Bool.random(using: &generator)
      lines[line] = Array(lines[line][..<length]) + (isTail ? [] : [UInt8(ascii: "\n")])
      if isTail { lines.removeSubrange((line + 1)...) }
    }
    bytes = Array(lines.joined())
    return line + 1
  }

  func write(to room: Room) throws {
    try Data(bytes).write(to: URL(filePath: room.file("dados/auditoria.jsonl")))
  }

  mutating func restore() { bytes = Array(original.joined()) }
}
