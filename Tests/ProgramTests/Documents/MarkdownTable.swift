struct MarkdownTable {
  let header: [String]
  let rows: [[String]]

  init(_ header: [String], _ rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  /// As it is written into a document, without a line break at its end.
  var text: String {
    let rule = header.map { _ in "---" }
    return ([header, rule] + rows).map { cells in
      "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined()
    }.joined(separator: "\n")
  }

  /// Every table of some lines: a header, a rule, rows.
  static func all(in lines: [String]) -> [MarkdownTable] {
    lines.split { !$0.hasPrefix("|") }.compactMap { block in
      let rows = block.map(cells)
      guard rows.count >= 2, let header = rows.first else { return nil }
      return MarkdownTable(header, Array(rows.dropFirst(2)))
    }
  }

  private static func cells(of line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map { $0.trimmed }
  }
}

extension StringProtocol {
  /// Without spaces at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }

  /// The pieces in back quotes.
  var quoted: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
