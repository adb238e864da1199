import FoundationEssentials
import TestSupport

/// A document of this project, as far as the tests look into it.
struct MarkdownDocument {
  static let readme = "README.md"
  static let development = "Docs/desenvolvimento.md"
  static let rules = "Docs/regras.md"
  static let guide = "Docs/guia.md"
  static let architecture = "Docs/arquitetura.md"

  /// A piece between ``` lines.
  struct CodeBlock {
    let language: String
    let lines: [String]
  }

  /// From the root of the checkout.
  let path: String
  let lines: [String]

  init(_ path: String) throws {
    self.path = path
    lines = try textOfProject(path).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// What stands between `<!-- generated: name -->` and `<!-- end -->`.
  func generated(_ name: String) -> String? {
    guard let start = lines.firstIndex(of: "<!-- generated: \(name) -->") else { return nil }
    let rest = lines[(start + 1)...]
    guard let end = rest.firstIndex(of: "<!-- end -->") else { return nil }
    return rest[..<end].joined(separator: "\n")
  }

  /// The names of all generated pieces.
  var generatedNames: [String] {
    lines.compactMap { line in
      guard line.hasPrefix("<!-- generated: "), line.hasSuffix(" -->") else { return nil }
      return String(line.dropFirst(16).dropLast(4))
    }
  }

  /// The numbers of the headings `## §4. …`.
  var sections: [Int] {
    lines.compactMap { line in
      guard line.hasPrefix("## §") else { return nil }
      return Int(line.dropFirst(4).prefix { $0.isNumber })
    }
  }

  var codeBlocks: [CodeBlock] {
    var blocks: [CodeBlock] = []
    var open: CodeBlock?
    for line in lines {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
        } else {
          open = CodeBlock(language: String(line.dropFirst(3)), lines: [])
        }
      } else if let block = open {
        open = CodeBlock(language: block.language, lines: block.lines + [line])
      }
    }
    return blocks
  }

  /// Where each `[text](target)` leads.
  var links: [String] {
    lines.flatMap { line in
      line.split(separator: "](", omittingEmptySubsequences: false).dropFirst()
        .compactMap { $0.split(separator: ")").first.map(String.init) }
    }
  }

  /// The names by which links lead to headings: lower case, hyphens for spaces, no signs.
  var anchors: Set<String> {
    Set(
      lines.filter { $0.hasPrefix("#") }.map { line in
        let title = line.drop { $0 == "#" }.trimmed.lowercased()
        return String(title.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" })
          .replacing(" ", with: "-")
      })
  }

  var tables: [MarkdownTable] { MarkdownTable.all(in: lines) }

  /// The first table whose header begins with these cells.
  func table(_ header: String...) -> MarkdownTable? {
    tables.first { Array($0.header.prefix(header.count)) == header }
  }
}

/// The text of a file of this project, by its path from the root.
func textOfProject(_ path: String) throws -> String {
  try String(decoding: Data(contentsOf: URL(filePath: "\(Fixture.root)/\(path)")), as: UTF8.self)
}

/// The paths of all files with this ending below a folder of the project, from that folder.
func filesOfProject(below folder: String, ending: String) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: "\(Fixture.root)/\(folder)")
    .filter { $0.hasSuffix(ending) }.sorted()
}
