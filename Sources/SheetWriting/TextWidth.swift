/// How wide a text is, about, in the unit of column widths: the digit 0 in the default font.
///
/// A little generous: a column too wide is a small fault, one too narrow hides a figure.
enum TextWidth {
  static func estimate(_ text: String, bold: Bool = false) -> Double {
    let widest = text.split(whereSeparator: \.isNewline)
      .map { line in line.unicodeScalars.reduce(0) { $0 + width(of: $1) } }.max()
    return (widest ?? 0) * (bold ? 1.08 : 1)
  }

  /// The lines that a text needs when wrapped to a width: between words, or inside one that is
  /// wider than a line.
  static func lines(_ text: String, within width: Double) -> Int {
    let width = max(width, 1)
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .reduce(0) { $0 + linesOfParagraph($1, within: width) }
  }

  private static func linesOfParagraph(_ text: Substring, within width: Double) -> Int {
    let space = Self.width(of: " ")
    var lines = 1
    var filled = 0.0
    for word in text.split(separator: " ") {
      let length = estimate(String(word))
      if filled > 0, filled + space + length > width {
        lines += 1
        filled = length
      } else {
        filled += (filled > 0 ? space : 0) + length
      }
      while filled > width {
        lines += 1
        filled -= width
      }
    }
    return lines
  }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "M", "W", "m", "w", "@", "%": 1.6
    case "i", "j", "l", "I", "J", ".", ",", ":", ";", "'", "|", " ", "(", ")", "/", "-": 0.65
    case "A"..."Z": 1.2
    default: other(scalar)
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    case .uppercaseLetter: 1.2
    default: scalar.value >= 0x1100 ? 2 : 1
    }
  }
}
