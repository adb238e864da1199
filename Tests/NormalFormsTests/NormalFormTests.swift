import Foundation
import TestSupport
import Testing

@testable import NormalForms

/// Held against Foundation, whose tables are others.
struct NormalFormTests {
  @Test(arguments: [
    ("JOÃO", NormalForm.composed, "JOA\u{303}O"), ("JOA\u{303}O", .decomposed, "JOÃO"),
    ("filho", .plainlyDecomposed, "ﬁlho"), ("ﬁlho", .decomposed, "ﬁlho"),
    ("\u{1100}\u{1161}\u{11A8}", .decomposed, "각"), ("각", .composed, "\u{1100}\u{1161}\u{11A8}"),
    (" \u{338}\u{313}\u{301}", .plainlyDecomposed, "\u{1FCE}\u{338}"),
    ("", .composed, ""), ("ana 2", .plainlyDecomposed, "ana 2"), ("K", .composed, "\u{212A}"),
  ])
  func writesTheSameCharactersTheSameWay(expected: String, form: NormalForm, text: String) {
    #expect(Array(text.normalized(form).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("U+FDFA becomes eighteen characters, more than there is room for at first")
  func makesRoom() {
    let text = String(repeating: "\u{FDFA}", count: 40)
    #expect(text.normalized(.plainlyDecomposed).unicodeScalars.count == 40 * 18)
  }

  @Test func everyScalarOfTheFirstPlaneIsAsInFoundation() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(differences(String(scalar)) == [], "U+\(String(value, radix: 16))")
    }
  }

  @Test func namesAtRandomAreAsInFoundation() {
    var random = SeededRandom(seed: 6)
    for _ in 0..<20_000 {
      var name = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        guard let pieces = Self.pieces.randomElement(using: &random),
          let scalar = Unicode.Scalar(UInt32.random(in: pieces, using: &random))
        else { continue }
        name.append(scalar)
      }
      #expect(differences(String(name)) == [], "\(Array(name))")
    }
  }

  /// Letters with and without accents, accents alone, ligatures, syllables of Korea, and signs
  /// beyond the first plane.
  ///
  /// Without the Greek signs that stand alone: Foundation leaves the accents behind them in the
  /// wrong order, of which Unicode says otherwise. [UAX15] 1.3
  private static let pieces: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0xC0...0x17F, 0x300...0x36F, 0x1E00...0x1EFF, 0x1F00...0x1FBC, 0xFB00...0xFB06,
    0x1100...0x11FF, 0xAC00...0xD7A3, 0x2150...0x218B, 0x0900...0x097F, 0x1D400...0x1D4FF,
    0x2F800...0x2FA1D,
  ]

  /// The forms in which the text is not what Foundation makes of it.
  private func differences(_ text: String) -> [NormalForm] {
    let all: [(NormalForm, String)] = [
      (.composed, text.precomposedStringWithCanonicalMapping),
      (.decomposed, text.decomposedStringWithCanonicalMapping),
      (.plainlyDecomposed, text.decomposedStringWithCompatibilityMapping),
    ]
    return all.filter { form, expected in
      !text.normalized(form).unicodeScalars.elementsEqual(expected.unicodeScalars)
    }.map(\.0)
  }
}
