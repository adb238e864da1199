/// How a piece of text stands out. What it says must be plain without it too.
package enum Style: UInt32, CaseIterable, Sendable {
  case bold
  case dim
  case red
  case yellow
  case green

  // A styled piece stands between two noncharacters until the text goes to its terminal: so it can
  // be measured, and cleaned of what comes out of files, like any other. One that a file holds can
  // at most turn some words bold.
  fileprivate static let first: UInt32 = 0xFDD0
  fileprivate static let end: UInt32 = 0xFDDF
  static let marks = first...end

  fileprivate var mark: Unicode.Scalar? { Unicode.Scalar(Self.first + rawValue) }

  /// Select Graphic Rendition. [ECMA-48] 8.3.117
  fileprivate var rendition: String {
    switch self {
    case .bold: "1"
    case .dim: "2"
    case .red: "31"
    case .yellow: "33"
    case .green: "32"
    }
  }
}

extension String {
  /// The text in a style, on a page that has styles; else the text.
  package func styled(_ style: Style) -> String {
    guard Page.current.isStyled, !isEmpty, let mark = style.mark,
      let end = Unicode.Scalar(Style.end)
    else { return self }
    return "\(mark)\(self)\(end)"
  }

  /// The text as a terminal wants it.
  ///
  /// - Parameter styled: false where styles are not wanted: then nothing of them is left.
  package func rendered(styled: Bool) -> String {
    guard unicodeScalars.contains(where: { Style.marks.contains($0.value) }) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      guard Style.marks.contains(scalar.value) else {
        text.append(scalar)
        continue
      }
      guard styled else { continue }
      let rendition = Style(rawValue: scalar.value - Style.first)?.rendition ?? "0"
      text.append(contentsOf: "\u{1B}[\(rendition)m".unicodeScalars)
    }
    return String(text)
  }
}
