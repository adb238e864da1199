/// A message that no folder of `Fixtures/erros` provokes: the world would have to fail at the right
/// moment, or somebody to sit at a terminal.
struct UnprovokedMessage {
  static let list = "\(ErrorFolder.root)/sem-pasta.tsv"

  let text: String
  let when: String
  let remedy: String
  /// The file below `Tests/` that shows it, or nothing for what only a mistake of ours would show.
  let proof: String

  static func all() throws -> [UnprovokedMessage] {
    try textOfProject(list).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4 else { throw ErrorFolder.Malformed(file: list) }
      return UnprovokedMessage(
        text: cells[0], when: cells[1], remedy: cells[2], proof: cells[3])
    }
  }
}
