import Foundation
import TestSupport
import Testing

@testable import JSONDocuments

/// Documents must look as the first ones did, which Foundation wrote.
struct JSONTreeEncoderTests {
  private func writtenByFoundation(_ document: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }

  private func written(_ document: some Encodable) throws -> String {
    String(decoding: try encodeJSON(document), as: UTF8.self)
  }

  @Test func aDocumentAtRandomIsAsFoundationWritesIt() throws {
    var random = SeededRandom(seed: 6)
    for _ in 0..<2000 {
      let document = JSONValue.random(&random, depth: 4)
      #expect(try written(document) == writtenByFoundation(document))
    }
  }

  private struct Everything: Encodable {
    let inteiros: [Int64] = [0, -1, .max, .min]
    let naturais: [UInt64] = [0, .max]
    let pequenos: [Int8] = [-128, 127]
    let fracoes: [Double] = [0.1, 1, -0.5, 1e22, 1e-7, 123_456_789.25, .leastNonzeroMagnitude]
    let simples: Float = 0.1
    let vazio: [String] = []
    let nada: String? = nil
    let mapa: [String: [String: Bool]] = ["b": [:], "a": ["x": true, "y": false]]
    let texto = "Ação/2025 \"x\" \\ \n\r\t\u{1}\u{1F}\u{7F}é😀"
    @OrNull var valor: String?
  }

  @Test func everyKindOfValueIsAsFoundationWritesIt() throws {
    #expect(try written(Everything()) == writtenByFoundation(Everything()))
    #expect(try written(["k10", "k9"]) == writtenByFoundation(["k10", "k9"]))
    #expect(try written("texto") == writtenByFoundation("texto"))
    #expect(try written([String: Int]()) == writtenByFoundation([String: Int]()))
  }

  private class Older: Encodable {
    let nome = "x"
  }

  private final class Newer: Older {
    private enum Key: CodingKey { case dentro, lista }

    override func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: Key.self)
      var inner = members.nestedContainer(keyedBy: Key.self, forKey: .dentro)
      try inner.encodeNil(forKey: .lista)
      var list = members.nestedUnkeyedContainer(forKey: .lista)
      try list.encode(1)
      try list.encodeNil()
      var deeper = list.nestedUnkeyedContainer()
      try deeper.encode(contentsOf: ["a", "b"])
      try super.encode(to: members.superEncoder())
    }
  }

  @Test func containersWithinContainersAreAsFoundationWritesThem() throws {
    #expect(try written(Newer()) == writtenByFoundation(Newer()))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNoNumberIsRefused(value: Double) {
    #expect(throws: JSONDocumentError.self) { try encodeJSON([value]) }
  }
}

extension JSONValue {
  fileprivate static func random(_ random: inout SeededRandom, depth: Int) -> JSONValue {
    let text = { (random: inout SeededRandom) in
      String(
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          "abcXYZ_019 é/ã\"\\\n".randomElement(using: &random) ?? "a"
        })
    }
    switch Int.random(in: 0...(depth > 0 ? 5 : 3), using: &random) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &random))
    case 2: return .number(Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 64)
    case 3: return .string(text(&random))
    case 4:
      return .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          .random(&random, depth: depth - 1)
        })
    default:
      var members: [String: JSONValue] = [:]
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        members[text(&random)] = .random(&random, depth: depth - 1)
      }
      return .object(members)
    }
  }
}
