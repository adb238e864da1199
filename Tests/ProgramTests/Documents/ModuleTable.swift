/// The table of modules: what each knows is written by hand, what it imports is read in its files.
enum ModuleTable {
  /// The table as it should stand, in the order and with the words of the document.
  static func current() throws -> MarkdownTable {
    let written = try MarkdownDocument(MarkdownDocument.development).table("module")?.rows ?? []
    let known = try modules()
    let mentioned = Set(written.flatMap { $0[0].quoted })
    let kept = try written.filter { known.isSuperset(of: $0[0].quoted) }.map { row in
      [row[0], row[1], try imports(of: row[0].quoted)]
    }
    let missing = try known.subtracting(mentioned).sorted().map { module in
      ["`\(module)`", "(say what it knows)", try imports(of: [module])]
    }
    return MarkdownTable(["module", "what it knows", "imports"], kept + missing)
  }

  /// Every folder of `Sources`.
  static func modules() throws -> Set<String> {
    Set(
      try filesOfProject(below: "Sources", ending: "").compactMap {
        $0.split(separator: "/").first.map(String.init)
      })
  }

  /// The modules of this project that some modules import, sorted.
  private static func imports(of importers: [String]) throws -> String {
    let known = try modules()
    var found: Set<String> = []
    for importer in importers {
      for file in try filesOfProject(below: "Sources/\(importer)", ending: ".swift") {
        for line in try textOfProject("Sources/\(importer)/\(file)").split(separator: "\n") {
          let words = line.split(separator: " ")
          guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count
          else { continue }
          found.insert(String(words[place + 1]))
        }
      }
    }
    return found.intersection(known).sorted().map { "`\($0)`" }.joined(separator: ", ")
  }
}
