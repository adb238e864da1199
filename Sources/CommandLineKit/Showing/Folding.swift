extension String {
  /// The text with no line wider than so many columns, as far as its words let it: broken between
  /// words, what goes on hanging below the words that it goes on with. A word that is wider than a
  /// line, like the path of a file, stands whole on a line of its own.
  ///
  /// - Parameters:
  ///   - width: nil where lines may be of any length.
  ///   - program: a line that begins with this word is a command line, to be copied: it goes on in
  ///     the next behind a backslash, as a shell takes it.
  package func folded(to width: Int?, program: String) -> String {
    guard let width, width > 0 else { return self }
    return split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = String(line)
      guard line.displayWidth > width else { return line }
      let isCommand = line.drop { $0 == " " }.hasPrefix("\(program) ")
      let lines = isCommand ? line.command(to: width) : line.prose(to: width)
      // Behind a prompt somebody types.
      return lines.joined(separator: "\n") + (line.last == " " ? " " : "")
    }.joined(separator: "\n")
  }

  private var indent: Int { prefix { $0 == " " }.count }

  private func prose(to width: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    guard let hang = textColumn, hang > width / 2 else {
      return prose(to: width, hang: textColumn ?? (indent > 0 ? indent + 2 : 0))
    }
    // Beside such a label there is no room; below it there is.
    let label = String(prefix(hang)).trimmedAtEnd
    return label.prose(to: width, hang: indent)
      + "\(margin)  \(dropFirst(hang))".prose(to: width, hang: indent + 2)
  }

  private func prose(to width: Int, hang: Int) -> [String] {
    // What stands before the text, a label or spaces, is kept as it is.
    let head = textColumn == hang ? hang : indent
    var lines = [String(prefix(head))]
    var isEmpty = true
    for piece in String(dropFirst(head)).unbroken {
      let line = lines[lines.count - 1]
      let joined = isEmpty ? line + piece : "\(line) \(piece)"
      if joined.displayWidth <= width || line.isEmpty {
        lines[lines.count - 1] = joined
      } else {
        // A long path gives up the margin rather than the width.
        let margin = min(hang, max(0, width - piece.displayWidth))
        lines.append(String(repeating: " ", count: margin) + piece)
      }
      isEmpty = false
    }
    return lines.map(\.trimmedAtEnd).filter { !$0.isEmpty }
  }

  /// Where a text begins that stands behind a label and two spaces or more; nil without a label.
  private var textColumn: Int? {
    let label = dropFirst(indent)
    guard let gap = label.firstRange(of: "  ") else { return nil }
    return distance(from: startIndex, to: label[gap.lowerBound...].prefix { $0 == " " }.endIndex)
  }

  private var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private func command(to width: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for word in commandPieces(to: width - indent - 6) {
      if let line = lines.last, "\(line) \(word) \\".displayWidth <= width {
        lines[lines.count - 1] = "\(line) \(word)"
      } else {
        if let line = lines.last { lines[lines.count - 1] = "\(line) \\" }
        lines.append(margin + (lines.isEmpty ? "" : "    ") + word)
      }
    }
    return lines
  }

  /// Words of a command line, each option with its value where there is room for both.
  private func commandPieces(to room: Int) -> [String] {
    shellWords.reduce(into: []) { pieces, word in
      if let last = pieces.last, last.hasPrefix("--"), !last.contains(" "), !word.hasPrefix("-"),
        "\(last) \(word)".displayWidth <= room
      {
        pieces[pieces.count - 1] = "\(last) \(word)"
      } else {
        pieces.append(word)
      }
    }
  }

  /// The words of a command line as they stand, each with its quotation marks.
  private var shellWords: [String] {
    var words = [""]
    var quote: Character?
    for character in self {
      if character == " ", quote == nil {
        if words.last != "" { words.append("") }
        continue
      }
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      }
      words[words.count - 1].append(character)
    }
    return words.filter { !$0.isEmpty }
  }
}

extension String {
  /// What a text may be broken between: its words, and an amount with the sign of its currency.
  package var unbroken: [String] {
    var pieces: [String] = []
    for word in split(separator: " ") {
      if let last = pieces.last,
        last.unicodeScalars.last?.properties.generalCategory == .currencySymbol,
        word.first?.isNumber == true
      {
        pieces[pieces.count - 1] = "\(last) \(word)"
      } else {
        pieces.append(String(word))
      }
    }
    return pieces
  }
}
