/// Tells by a number format whether a number is shown as a date, as elapsed time or as a number.
enum NumberFormat {
  /// The kind of a built-in format, which a file names only by its number.
  ///
  /// [ECMA-376] 18.8.30 numFmt; 27–36, 50–58 and 71–81 are the dates of East Asian and Thai
  /// editions.
  static func kind(ofBuiltIn id: Int) -> Cell.Kind {
    switch id {
    case 46, 79: .elapsed
    case 14...22, 27...36, 45, 47, 50...58, 71...81: .date
    default: .number
    }
  }

  /// The kind of a format code such as `dd/mm/yyyy;@`, `[h]:mm` or `"R$" #,##0.00`.
  ///
  /// The first section that shows the value decides, since dates and amounts are positive; a
  /// section for a single value (`[=0]`) says nothing of the others.
  static func kind(ofCode code: String) -> Cell.Kind {
    var scanner = FormatScanner(bytes: Array(code.utf8))
    while !scanner.isAtEnd {
      let section = scanner.nextSection()
      if let kind = section.kind { return kind }
    }
    return .number
  }
}

/// What one section of a format code shows.
private struct FormatSection {
  var isForOneValue = false
  var hasElapsed = false
  var hasDate = false
  /// A digit place other than the fraction of a second, `General` or `@`.
  var hasPlain = false

  /// Nil when the section shows no value.
  var kind: Cell.Kind? {
    if isForOneValue { return nil }
    if hasPlain { return .number }
    if hasElapsed { return .elapsed }
    return hasDate ? .date : nil
  }
}

/// Walks over the UTF-8 of a format code. All that has a meaning is ASCII.
private struct FormatScanner {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position >= bytes.count }

  mutating func nextSection() -> FormatSection {
    var section = FormatSection()
    while !isAtEnd {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: ";"):
        position += 1
        return section
      case UInt8(ascii: "\""):
        skip(to: UInt8(ascii: "\""))
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "!"):
        // The next character is shown, left free or repeated: never a token.
        position += 2
      case UInt8(ascii: "["):
        readBrackets(into: &section)
      case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"):
        readDigits(into: &section)
      case UInt8(ascii: "@"):
        section.hasPlain = true
        position += 1
      case _ where byte.isLetter:
        readWord(into: &section)
      default:
        position += 1
      }
    }
    return section
  }

  private mutating func skip(to closing: UInt8) {
    position += 1
    while !isAtEnd, bytes[position] != closing { position += 1 }
    position += 1
  }

  /// `[Red]`, `[$-416]`, `[>=100]`, `[h]`.
  private mutating func readBrackets(into section: inout FormatSection) {
    let start = position + 1
    skip(to: UInt8(ascii: "]"))
    let inside = bytes[min(start, bytes.count)..<max(start, min(position - 1, bytes.count))]
    guard let first = inside.first else { return }
    if first == UInt8(ascii: "=") {
      section.isForOneValue = true
    } else if [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")].contains(first.lowered),
      inside.allSatisfy({ $0.lowered == first.lowered })
    {
      section.hasElapsed = true
    }
  }

  /// Digits right after the point that follows a date token are fractions of a second; no other
  /// digit place can stand in a date.
  private mutating func readDigits(into section: inout FormatSection) {
    let previous = position > 0 ? bytes[position - 1] : 0
    let isFraction =
      bytes[position] == UInt8(ascii: "0") && (section.hasDate || section.hasElapsed)
      && (previous == UInt8(ascii: ".") || previous == UInt8(ascii: ","))
    if !isFraction { section.hasPlain = true }
    while !isAtEnd,
      bytes[position] == UInt8(ascii: "0") || !isFraction && bytes[position].isDigitPlace
    {
      position += 1
    }
  }

  /// Letters without a break. A word with a letter that is no token (`Standard`, `USD`, `General`)
  /// is text that some program forgot to quote.
  private mutating func readWord(into section: inout FormatSection) {
    let start = position
    while !isAtEnd, bytes[position].isLetter { position += 1 }
    let word = bytes[start..<position].map(\.lowered)
    if word.elementsEqual("general".utf8) {
      section.hasPlain = true
      return
    }
    let tokens = word.filter { $0 != UInt8(ascii: "t") && $0 != UInt8(ascii: "z") }
    guard tokens.allSatisfy({ "ymdhseabgp".utf8.contains($0) }) else { return }
    // A lone G begins the East Asian names of General (`G/通用格式`), A and B are tokens only when
    // repeated (`aaa`, `bb`), P is half of `AM/PM`.
    if tokens.contains(where: { "ymdhse".utf8.contains($0) }) && !word.elementsEqual("am".utf8)
      && !word.elementsEqual("pm".utf8) || word.starts(with: "aaa".utf8)
      || word.starts(with: "bb".utf8)
    {
      section.hasDate = true
    }
  }
}

extension UInt8 {
  fileprivate var lowered: UInt8 { self | 0x20 }
  fileprivate var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= lowered }
  fileprivate var isDigitPlace: Bool {
    self == UInt8(ascii: "0") || self == UInt8(ascii: "#") || self == UInt8(ascii: "?")
  }
}
