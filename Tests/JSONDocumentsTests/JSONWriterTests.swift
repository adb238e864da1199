import JSONDocuments
import Testing

@Suite struct JSONWriterTests {
  /// Texts that must be escaped stand between many that need not, from the first byte on and where
  /// the room is used up.
  @Test(arguments: [0, 1, 100, 5_000]) func whatIsWrittenIsRead(before count: Int) throws {
    let texts =
      Array(repeating: "ÁÉÍ plain", count: count)
      + ["\"", "\\", "a\nb", "\u{1}", "", "😀\t", String(repeating: "\"x", count: 700), "end"]
    var writer = JSONWriter(.indented)
    writer.object {
      $0.member("textos", 1)
      $0.key("lista")
      $0.array(of: texts)
      $0.member("\"nome\"", texts.last)
    }
    #expect(writer.finished == writer.bytes + [UInt8(ascii: "\n")])
    struct Document: Decodable {
      let textos: Int
      let lista: [String]
    }
    let document = try decodeJSON(Document.self, from: writer.finished)
    #expect(document.textos == 1)
    #expect(document.lista == texts)
  }

  @Test func bothStylesAreWrittenToTheByte() {
    func text(_ style: JSONWriter.Style) -> String {
      var writer = JSONWriter(style)
      writer.object {
        $0.member("a", "x\"y")
        $0.member("b", nil as String?)
        $0.member("c", true)
        $0.key("d")
        $0.array(of: [1, -2])
        $0.key("e")
        $0.array { _ in }
        $0.key("f")
        $0.object { $0.member("g", 0) }
      }
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    #expect(
      text(.compact) == #"{"a":"x\"y","b":null,"c":true,"d":[1, -2],"e":[],"f":{"g":0}}"#)
    #expect(
      text(.indented) == #"""
        {
          "a": "x\"y",
          "b": null,
          "c": true,
          "d": [1, -2],
          "e": [],
          "f": {
            "g": 0
          }
        }
        """#)
  }

  /// Eight bytes are looked at in one step: what must be escaped may be any of them, or behind them.
  @Test func whatMustBeEscapedIsFoundWhereverItStands() {
    for sign in ["\"", "\\", "\u{0}", "\u{1F}"] {
      for length in 0..<20 {
        for place in 0...length {
          let plain = String(repeating: "é ÿ#!]", count: 4).prefix(length)
          let text = String(plain.prefix(place) + sign + plain.dropFirst(place))
          var writer = JSONWriter(.compact)
          writer.value(text)
          var expected: [UInt8] = []
          expected.append(jsonText: text)
          #expect(writer.bytes == expected)
        }
      }
    }
  }
}
