import TestSupport
import Testing

@testable import Spreadsheets

/// Files with bytes changed at random: whatever comes, it is rows or an error, and soon.
@Suite struct BIFFMutationTests {
  /// SplitMix64: the same mutants on every machine.
  private struct Randomness: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  @Test(arguments: ["xlwt_tipos", "xlwt_1904", "libreoffice_formulas"])
  func `changed files are read or refused`(name: String) throws {
    let original = try Fixture.bytes("planilhas/xls/\(name).xls")
    var random = Randomness(state: 2025)
    var refused = 0
    for _ in 0..<200 {
      if BIFFDump.outcome(Self.mutant(of: original, &random)) != nil { refused += 1 }
    }
    #expect((1..<200).contains(refused))
  }

  @Test func `changed record streams are read or refused`() throws {
    let strings = BIFF.record(
      0x00FC, BIFF.u32(2) + BIFF.u32(2) + BIFF.narrow("texto") + BIFF.wide("Ж😀"))
    let pieces: [[UInt8]] = [
      BIFF.sharedLabel(0, 0, 0), BIFF.sharedLabel(0, 1, 1), BIFF.number(1, 0, 2),
      BIFF.formula(2, 0, BIFF.textResult), BIFF.record(0x0207, BIFF.narrow("abc")),
      BIFF.record(0x00BD, BIFF.u16(4) + BIFF.u16(2) + BIFF.u16(0) + BIFF.u32(6) + BIFF.u16(2)),
    ]
    let original = BIFF.workbook(globals: strings, Array(pieces.joined()))
    var random = Randomness(state: 1997)
    var refused = 0
    for _ in 0..<1000 {
      if BIFFDump.outcome(Self.mutant(of: original, &random)) != nil { refused += 1 }
    }
    #expect((1..<1000).contains(refused))
  }

  private static func mutant(of original: [UInt8], _ random: inout Randomness) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let offset = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[offset] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[offset] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes[offset] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF].randomElement(using: &random) ?? 0
      case 3:
        let source = Int.random(in: 0..<bytes.count, using: &random)
        let count = min(Int.random(in: 1...64, using: &random), bytes.count - max(source, offset))
        bytes.replaceSubrange(offset..<offset + count, with: bytes[source..<source + count])
      default:
        if Int.random(in: 0..<4, using: &random) == 0, offset > 0 {
          bytes.removeSubrange(offset...)
        }
      }
    }
    return bytes
  }
}
