import Foundation
import TestSupport
import Testing

@testable import Dominio

/// Held against Foundation's `Decimal`, wherever that is exact too.
struct ExactDecimalTests {
  @Test func randomAmountsAreAsInFoundation() throws {
    var random = SeededRandom(seed: 6)
    for _ in 0..<20_000 {
      let (first, second) = (Self.number(&random), Self.number(&random))
      let (left, right) = (try #require(Dinheiro(first)), try #require(Dinheiro(second)))
      let a = try #require(Decimal(string: first))
      let b = try #require(Decimal(string: second))
      #expect(left.texto == a.description)
      #expect((left + right).texto == (a + b).description, "\(first) + \(second)")
      #expect((left - right).texto == (a - b).description, "\(first) - \(second)")
      #expect((left < right) == (a < b), "\(first) < \(second)")
      #expect((left == right) == (a == b), "\(first) == \(second)")
      #expect(left.modulo.texto == abs(a).description)
    }
  }

  @Test func roundsAsFoundation() throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<20_000 {
      let text = Self.number(&random)
      let amount = try #require(Dinheiro(text))
      for casas in 0...8 {
        var source = try #require(Decimal(string: text))
        var expected = Decimal()
        NSDecimalRound(&expected, &source, casas, .plain)
        #expect(amount.arredondado(casas: casas).texto == expected.description, "\(text) \(casas)")
      }
    }
  }

  @Test("Half a cent, and as little more or less as can be written")
  func roundsAtTheEdge() throws {
    for text in ["0.005", "0.00500000000000000000000000000000000001", "-0.005", "2.675", "1.005"] {
      var source = try #require(Decimal(string: text))
      var expected = Decimal()
      NSDecimalRound(&expected, &source, 2, .plain)
      #expect(try #require(Dinheiro(text)).arredondado.texto == expected.description)
    }
    let less = "0.00499999999999999999999999999999999999"
    #expect(try #require(Dinheiro(less)).arredondado.texto == "0")
  }

  @Test func sumsOfMoreDigitsThanThereIsRoomForAreRounded() throws {
    let large = try #require(ExactDecimal(digits: 99_999_999_999_999, decimals: 0))
    let small = try #require(ExactDecimal(digits: 15, decimals: 25))
    #expect((large + small).text == "99999999999999.000000000000000000000002")
    #expect((large - small).text == "99999999999998.999999999999999999999998")
    #expect(small < large)
    #expect(ExactDecimal(-1) < small)
  }

  @Test func theLargestStayTheLargest() throws {
    var largest: Int128 = 1
    for _ in 0..<38 { largest *= 10 }
    let most = try #require(ExactDecimal(digits: largest - 1, decimals: 0))
    #expect(ExactDecimal(digits: largest, decimals: 0) == nil)
    #expect(ExactDecimal(digits: 0 - largest, decimals: 0) == nil)
    #expect(most + most == most)
    #expect((.zero - most) - most == .zero - most)
    #expect(most.rounded(to: -5) == most)
  }

  @Test("An Int128 stored in an amount asked for 16 bytes, and the values around it crashed")
  func storedInt128CrashedTheValuesAroundIt() throws {
    let word = MemoryLayout<Int>.alignment
    #expect(MemoryLayout<ExactDecimal>.alignment == word)
    #expect(MemoryLayout<Dinheiro>.alignment == word)
    #expect(MemoryLayout<Dinheiro?>.alignment == word)
    #expect(MemoryLayout<(UInt8, Dinheiro)>.alignment == word)
    // Many of them, so that at least one lies where a multiple of 16 does not.
    let amounts = try (11...43).map { try #require(Dinheiro("-1234567890123.\($0)")) }
    let tagged: [(UInt8, Dinheiro?, Bool)] = amounts.map { (1, $0, true) } + [(2, nil, false)]
    #expect(tagged.compactMap(\.1) == amounts)
    #expect(tagged.allSatisfy { $0.2 == ($0.0 == 1) })
    let boxed: [any Hashable] = amounts.flatMap { [$0, Optional($0), UInt8(7)] as [any Hashable] }
    #expect(boxed.compactMap { $0 as? Dinheiro }.count >= amounts.count)
    let table = Dictionary(uniqueKeysWithValues: amounts.map { ($0, Boxed(mark: 7, amount: $0)) })
    #expect(amounts.allSatisfy { table[$0]?.amount == $0 && table[$0]?.mark == 7 })
    let objects = amounts.map { Holder(Boxed(mark: 9, amount: $0)) }
    #expect(objects.map(\.boxed.amount) == amounts)
  }

  private struct Boxed: Hashable {
    let mark: UInt8
    let amount: Dinheiro
  }

  private final class Holder {
    let mark: UInt8 = 1
    let boxed: Boxed

    init(_ boxed: Boxed) { self.boxed = boxed }
  }

  /// As a cell or a person has it: cents, sums of binary fractions, many digits.
  private static func number(_ random: inout SeededRandom) -> String {
    let digits =
      switch Int.random(in: 0...3, using: &random) {
      case 0: Int.random(in: -100...100, using: &random)
      case 1: Int.random(in: -10_000_000...10_000_000, using: &random)
      default: Int.random(in: -99_999_999_999_999...99_999_999_999_999, using: &random)
      }
    let decimals = Int.random(in: 0...12, using: &random)
    guard decimals > 0 else { return "\(digits)" }
    let padded = String(repeating: "0", count: 16) + String(digits.magnitude)
    let written = "\(padded.dropLast(decimals).drop { $0 == "0" })"
    return "\(digits < 0 ? "-" : "")\(written.isEmpty ? "0" : written).\(padded.suffix(decimals))"
  }
}
