import FoundationEssentials
import JSONDocuments
import TestSupport
import Testing

extension Faults {
  /// Many processes decide at once: each decision is there afterwards, each operation has its
  /// number. Docs/regras.md §8
  @Test func manyWritersAtOnce() throws {
    let (processes, rounds) = (Counts.of(50, small: 6), Counts.of(20, small: 2))
    let room = try Room(inMemory: false)
    // Of ten clients, six are billed.
    let clients = processes * rounds * 2
    try Sheets(clients: clients).write(into: room)
    try room.succeed(Line.criar())
    try room.succeed(Line.controle)
    try room.succeed(Line.recebimentos)
    let billed = (0..<clients).filter { ![1, 2, 3, 4].contains($0 % 10) }
    let start = ContinuousClock.now
    let children = try (0..<processes).map { process in
      let numbers = billed[(process * rounds)..<((process + 1) * rounds)]
      let script = numbers.map { number in
        let words = [Workspace.program] + Line.liberar(number) + ["--esperar", "3600"]
        return words.map { "'\($0)'" }.joined(separator: " ")
      }.joined(separator: " && ")
      return try Child(
        ["/bin/sh", "-c", script], in: room.path, environment: room.environment,
        output: "/dev/null", complaints: room.file("erros-\(process)"))
    }
    for child in children { #expect(child.wait() == .exit(0)) }
    let time = ContinuousClock.now - start

    let operations = try room.operations()
    let total = 3 + processes * rounds
    #expect(operations.compactMap { $0["numero"]?.integer } == Array(1...total))
    let file = try #require(room.bytes("dados/bases/2025-10.json"))
    let base = try decodeJSON(JSONValue.self, from: Array(file))
    let released = try #require(base["clientes"]).elements.filter { $0["liberacao"] != nil }
    let wanted = billed.prefix(processes * rounds).map(Sheets.name)
    #expect(released.compactMap { $0["nome"]?.string } == wanted)
    figures(
      "many writers",
      "\(processes) processes × \(rounds) rounds: \(released.count) decisions in the base,"
        + " \(operations.count) operations without a gap, \(time)")
  }
}
