import Testing

@testable import JSONDocuments

/// One text is set; every other byte stays.
struct JSONTextEditTests {
  private func edited(_ document: String, key: String = "A", _ text: String = "x") -> String? {
    settingText(
      text, for: key, where: { $0.uppercased() == key }, in: "m", of: [UInt8](document.utf8)
    )
    .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    // A value that is there.
    (#"{"m":{"A":"y"}}"#, #"{"m":{"A":"x"}}"#),
    (
      #"{ "z" : [1, {"A":"y"}] ,"m" :{ "b":"c" , "a" : "y" } }"#,
      #"{ "z" : [1, {"A":"y"}] ,"m" :{ "b":"c" , "a" : "x" } }"#
    ),
    // Both spellings, since either may be the one that counts.
    (#"{"m":{"A":"y","a":"z"}}"#, #"{"m":{"A":"x","a":"x"}}"#),
    ("{\"m\":{\"\\u0041\":\"y\"}}", "{\"m\":{\"\\u0041\":\"x\"}}"),
    (#"{"m":{"A":17}}"#, #"{"m":{"A":"x"}}"#),
    // A member more, like the last.
    (#"{"m":{"b":"c"}}"#, #"{"m":{"b":"c","A":"x"}}"#),
    (
      "{\r\n\t\"m\" : {\r\n\t\t\"b\" : \"c\"\r\n\t}\r\n}\r\n",
      "{\r\n\t\"m\" : {\r\n\t\t\"b\" : \"c\",\r\n\t\t\"A\" : \"x\"\r\n\t}\r\n}\r\n"
    ),
    (#"{"m":{"b":"}\"{,"}}"#, #"{"m":{"b":"}\"{,","A":"x"}}"#),
    // The first member.
    (#"{"m":{}}"#, #"{"m":{"A": "x"}}"#),
    ("{\n  \"m\": { }\n}\n", "{\n  \"m\": {\n    \"A\": \"x\"\n  }\n}\n"),
    // The first member of a new object.
    (#"{}"#, "{\n  \"m\": {\n    \"A\": \"x\"\n  }\n}"),
    ("{\n    \"z\": null\n}", "{\n    \"z\": null,\n    \"m\": {\n        \"A\": \"x\"\n    }\n}"),
    // Lines that end as on Windows.
    ("{\r\n}\r\n", "{\r\n  \"m\": {\r\n    \"A\": \"x\"\r\n  }\r\n}\r\n"),
    (#"{"z":-1.5e3}"#, #"{"z":-1.5e3,"m":{"A":"x"}}"#),
    ("\u{FEFF}{\"m\":{\"A\":\"y\"}}", "\u{FEFF}{\"m\":{\"A\":\"x\"}}"),
  ])
  func theTextIsSetAndNothingElse(before: String, after: String) throws {
    #expect(edited(before) == after)
    _ = try decodeJSON(JSONValue.self, from: [UInt8](after.drop { $0 == "\u{FEFF}" }.utf8))
  }

  @Test func textAndKeyAreEscaped() {
    #expect(edited("{}", key: "\"\\", "\n") == "{\n  \"m\": {\n    \"\\\"\\\\\": \"\\n\"\n  }\n}")
  }

  @Test(arguments: [
    "", "[]", "1", "{", #"{"m""#, #"{"m":"#, #"{"m":["A"]}"#, #"{"m":1}"#, #"{"m":{},"m":{}}"#,
    #"{"m":{"A":"y}"#, #"{"m":{"A" "y"}}"#, #"{"m":{"A":}}"#, "{\"m\":{\"A\\",
  ])
  func anyOtherShapeIsLeftAlone(document: String) { #expect(edited(document) == nil) }
}
