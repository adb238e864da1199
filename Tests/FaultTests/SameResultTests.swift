import FoundationEssentials
import Glibc
import TestSupport
import Testing

extension Faults {
  /// The rows of the spreadsheets in any order: the same documents and the same workbook. Where
  /// the rows of Acompanhamento move too, `linhas` follow them and are left out of the comparison.
  @Test func shuffledRows() throws {
    let rounds = Counts.of(100, small: 3)
    var generator = SeededGenerator(seed: Counts.seed)
    let sheets = Sheets(clients: 60)
    func month(_ sheets: Sheets) throws -> [String] {
      let room = try Room()
      try sheets.write(into: room)
      return [
        try room.succeed(Line.criar() + ["--formato", "json"]),
        try room.succeed(Line.controle + ["--formato", "json"]),
        try room.succeed(Line.recebimentos + ["--saida", "R.xlsx", "--formato", "json"]),
        try room.succeed(["base", "mostrar", "--formato", "json"]),
        String(decoding: try #require(room.bytes("R.xlsx")), as: UTF8.self),
      ]
    }
    let wanted = try month(sheets)
    for round in 0..<rounds {
      let isFirstToo = round % 2 == 1
      var shuffled = sheets
      shuffled.shuffle(acompanhamento: isFirstToo, using: &generator)
      let seen = try month(shuffled)
      for (seen, wanted) in zip(seen, wanted) {
        let same =
          isFirstToo ? withoutRows(seen) == withoutRows(wanted) : seen == wanted
        #expect(same, "round \(round), seed \(Counts.seed)")
      }
    }
    figures(
      "shuffled rows",
      "\(rounds) months, seed \(Counts.seed): same documents and workbook (`linhas` left out in"
        + " the \(rounds / 2) in which Acompanhamento is shuffled too)")
  }

  /// Without the numbers under `linhas`.
  private func withoutRows(_ text: String) -> String {
    var lines: [Substring] = []
    var isInside = false
    for line in text.split(separator: "\n") {
      if line.contains("\"linhas\"") {
        isInside = !line.contains("]")
      } else if isInside {
        isInside = !line.contains("]")
      } else {
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Another language, time zone or mask: the same data directory, byte for byte.
  @Test func otherSurroundings() throws {
    func month(_ environment: [String: String], umask: String) throws -> [String: Data] {
      let room = try Room()
      room.environment.merge(environment) { $1 }
      try Sheets(clients: 60).write(into: room)
      let starter = ["/bin/sh", "-c", "umask \(umask); exec \"$@\"", "sh"]
      var tree: [String: Data] = [:]
      for (number, words) in [
        Line.criar(), Line.controle, Line.recebimentos + ["--saida", "R.xlsx"], ["desfazer"],
        ["refazer"], Line.liberar(0),
      ].enumerated() {
        let ending = try room.run(words, by: starter)
        #expect(ending == .exit(0), "\(words): \(room.complaints)")
        // People are told the time on their wall.
        let told = room.output.replacing(#/\d\d/\d\d/\d{4} \d\d:\d\d/#, with: "…")
        tree["saida \(number)"] = Data(told.utf8)
      }
      tree.merge(try room.tree()) { $1 }
      tree["R.xlsx"] = room.bytes("R.xlsx")
      for name in try FileManager.default.subpathsOfDirectory(atPath: room.file("dados")) {
        var status = stat()
        #expect(stat(room.file("dados/\(name)"), &status) == 0)
        let wanted: mode_t = status.st_mode & S_IFMT == S_IFDIR ? 0o700 : 0o600
        #expect(status.st_mode & 0o777 == wanted, "\(name) with umask \(umask)")
      }
      return tree
    }
    let wanted = try month([:], umask: "022")
    var runs = 0
    for locale in ["C", "C.UTF-8", "pt_BR.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"] {
      for zone in ["UTC", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Kiritimati"] {
        guard Counts.isFull || (locale == "tr_TR.UTF-8") == (zone == "Asia/Kolkata") else {
          continue
        }
        for umask in Counts.isFull ? ["000", "022", "077", "777"] : ["777"] {
          let seen = try month(["LC_ALL": locale, "LANG": locale, "TZ": zone], umask: umask)
          #expect(seen.keys.sorted() == wanted.keys.sorted())
          for (name, bytes) in wanted {
            #expect(seen[name] == bytes, "\(name) with \(locale), \(zone), \(umask)")
          }
          runs += 1
        }
      }
    }
    figures(
      "other surroundings",
      "\(runs) of locale × time zone × umask: \(wanted.count) files and outputs, all the same")
  }
}
