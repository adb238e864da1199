import Testing

@testable import JSONDocuments

struct JSONValueTests {
  private func value(_ text: String) throws -> JSONValue {
    try decodeJSON(JSONValue.self, from: Array(text.utf8))
  }

  @Test(arguments: [
    ("null", JSONValue.null), ("true", .boolean(true)), ("false", .boolean(false)),
    ("0", .number(0)), ("1", .number(1)), ("-1.5", .number(-1.5)), ("1e3", .number(1000)),
    (#""""#, .string("")), (#""1""#, .string("1")), (#""true""#, .string("true")),
    (#""a\u00e7\n""#, .string("aç\n")), ("[]", .array([])), ("{}", .object([:])),
    ("[null, [1], {}]", .array([.null, .array([.number(1)]), .object([:])])),
    (#"{"a": {"b": [false]}}"#, .object(["a": .object(["b": .array([.boolean(false)])])])),
  ])
  func anyValue(text: String, expected: JSONValue) throws {
    #expect(try value(text) == expected)
  }

  @Test(arguments: ["", "nul", "{", "[1", "{\"a\"}", "NaN", "1 2"])
  func textsThatAreNoJSON(text: String) {
    #expect(throws: JSONDocumentError(.syntax, path: "")) { try value(text) }
  }

  @Test func eachKindIsOnlyItself() {
    let kinds: [JSONValue] = [
      .null, .boolean(true), .number(1), .string("a"), .array([.null]), .object(["a": .null]),
    ]
    #expect(kinds.compactMap(\.string) == ["a"])
    #expect(kinds.compactMap(\.integer) == [1])
    #expect(kinds.compactMap(\.array) == [[.null]])
    #expect(kinds.compactMap(\.object) == [["a": .null]])
  }

  @Test func integersAreWholeNumbers() throws {
    #expect(try value("10").integer == 10)
    #expect(try value("10.0").integer == 10)
    #expect(try value("10.5").integer == nil)
    #expect(try value("1e300").integer == nil)
    #expect(try value("-3").integer == -3)
  }
}
