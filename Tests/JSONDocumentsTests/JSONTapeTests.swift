import Foundation
import Testing

@testable import JSONDocuments

/// The decoder of the project reads what Foundation's reads, and refuses what that one refuses.
@Suite struct JSONTapeTests {
  private func both(_ bytes: [UInt8]) -> (ours: JSONValue?, foundation: JSONValue?) {
    (
      try? decodeJSON(JSONValue.self, from: bytes),
      try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    )
  }

  @Test(arguments: [
    "0", "-0", "01", "-", "1.", ".5", "1.5", "1e3", "1E+3", "1e", "1e-2", "-12.25e2", "1 2", "+1",
    "9007199254740993", "true", "tru", "truex", "null", "nul", "\"\"", "\"a", "\"a\\\"b\"",
    "\"\\u00e9\\n\\t\\r\\b\\f\\/\\\\\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\ude00\"",
    "\"\\u12\"", "\"\\x\"",
    "\"a\nb\"", "\"\u{7F}\u{80}é\u{FFFF}\u{10FFFF}\"", "[]", "[1,]", "[,1]", "[1 2]", "[[],{}]",
    "[1,[2,[3]]]",
    "{}", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{\"a\":}", "{\"a\":1,\"b\":[{\"c\":null}]}",
    "{\"\\u0061\":1}",
    " \t\r\n[ 1 , { \"a\" : [ ] } ]\n", "[1]]", "//x\n1", "NaN", "Infinity", "'a'", "[\u{A0}1]",
  ])
  func `the same as Foundation's`(text: String) {
    let (ours, foundation) = both(Array(text.utf8))
    #expect(ours == foundation)
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    for bytes: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80]] {
      #expect(both([0x22] + bytes + [0x22]).ours == nil)
    }
  }

  @Test func `damaged texts mean the same to both`() {
    let text =
      #"{"nome": "Ação \"x\"\u00e9", "lista": [1, -2.5e3, null, true, {"a": []}], "b": {"c": "d"}}"#
    let seed = Array(text.utf8)
    var state: UInt64 = 7
    func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let snippets = #""\{}[],:0123456789-+.eEtfnu \#n"#.utf8.map { $0 } + [0, 0x80, 0xC3, 0xFF]
    var readable = 0
    for _ in 0..<3000 {
      var bytes = seed
      for _ in 0...below(3) {
        let place = below(bytes.count)
        switch below(3) {
        case 0: bytes[place] = snippets[below(snippets.count)]
        case 1: bytes.insert(snippets[below(snippets.count)], at: place)
        default: bytes.remove(at: place)
        }
      }
      let (ours, foundation) = both(bytes)
      #expect(ours == foundation, "\(String(decoding: bytes, as: UTF8.self))")
      if ours != nil { readable += 1 }
    }
    #expect(readable > 100)
  }

  @Test func `numbers for every type, or the place where there is none`() throws {
    struct Numbers: Decodable, Equatable {
      let a: UInt8
      let b: Int64
      let c: Double
      let d: Int
      let e: [String: Int]
    }
    func read(_ text: String) throws -> Numbers {
      try decodeJSON(Numbers.self, from: Array(text.utf8))
    }
    let numbers = try read(
      #"{"e": {"x": 1}, "d": 5.0, "c": 0.1, "b": -9223372036854775808, "a": 255}"#)
    #expect(numbers == Numbers(a: 255, b: .min, c: 0.1, d: 5, e: ["x": 1]))
    #expect(throws: JSONDocumentError(.wrongType, path: "a")) {
      try read(#"{"a": 256, "b": 1, "c": 1, "d": 1, "e": {}}"#)
    }
    #expect(throws: JSONDocumentError(.wrongType, path: "e.x")) {
      try read(#"{"a": 25, "b": 1, "c": 1, "d": 1, "e": {"x": 1.5}}"#)
    }
  }
}
