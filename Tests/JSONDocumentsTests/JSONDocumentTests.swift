import Testing

@testable import JSONDocuments

private struct Inner: Codable, Equatable {
  @OrNull var valor: String?
  let linhas: [Int]
}

private struct Outer: Codable, Equatable {
  let nome: String
  let clientes: [Inner]
}

struct JSONDocumentTests {
  private func decode(_ text: String) throws -> Outer {
    try decodeJSON(Outer.self, from: Array(text.utf8))
  }

  private func problem(_ text: String) throws -> JSONDocumentError {
    try #require(throws: JSONDocumentError.self) { try decode(text) }
  }

  @Test func theWholeText() throws {
    let document = Outer(
      nome: "Ação/2025 \"x\"\n",
      clientes: [Inner(valor: nil, linhas: [3, 1]), Inner(valor: "0.01", linhas: [])])
    let text = String(decoding: try encodeJSON(document), as: UTF8.self)
    #expect(
      text == #"""
        {
          "clientes" : [
            {
              "linhas" : [
                3,
                1
              ],
              "valor" : null
            },
            {
              "linhas" : [

              ],
              "valor" : "0.01"
            }
          ],
          "nome" : "Ação/2025 \"x\"\n"
        }

        """#)
    #expect(try decode(text) == document)
  }

  @Test func theSameValueGivesTheSameBytes() throws {
    let keys = (0..<50).map { "k\($0)" }
    let one = Dictionary(uniqueKeysWithValues: keys.map { ($0, 1) })
    let other = Dictionary(uniqueKeysWithValues: keys.reversed().map { ($0, 1) })
    #expect(try encodeJSON(one) == encodeJSON(other))
  }

  @Test func whatJSONCannotSayIsRefused() {
    #expect(throws: JSONDocumentError.self) { try encodeJSON(["x": Double.nan]) }
  }

  @Test(arguments: [
    "", " ", "{", "}", "{]", "nome", #"{"nome": "x", "clientes": [],,}"#, #"{"nome": "x" "#,
    "\u{0}", #"{"nome": 'x'}"#, #"{"nome": "x", "clientes": []} x"#,
  ])
  func textsThatAreNoJSON(text: String) throws {
    #expect(try problem(text) == JSONDocumentError(.syntax, path: ""))
  }

  @Test func bytesThatAreNoUTF8() throws {
    let bytes = Array(#"{"nome": ""#.utf8) + [0xFF, 0xFE] + Array(#"", "clientes": []}"#.utf8)
    #expect(throws: JSONDocumentError.self) { try decodeJSON(Outer.self, from: bytes) }
  }

  @Test func nestingWithoutEndIsRefused() throws {
    let text = String(repeating: "[", count: 100_000)
    #expect(try problem(text) == JSONDocumentError(.syntax, path: ""))
  }

  @Test(arguments: [
    (#"{"clientes": []}"#, JSONDocumentError(.missingKey, path: "nome")),
    (#"{"nome": null, "clientes": []}"#, JSONDocumentError(.missingValue, path: "nome")),
    (#"{"nome": 1, "clientes": []}"#, JSONDocumentError(.wrongType, path: "nome")),
    ("[]", JSONDocumentError(.wrongType, path: "")),
    (
      #"{"nome": "x", "clientes": [{"valor": null, "linhas": []}, {"linhas": []}]}"#,
      JSONDocumentError(.missingKey, path: "clientes[1].valor")
    ),
    (
      #"{"nome": "x", "clientes": [{"valor": 1.5, "linhas": []}]}"#,
      JSONDocumentError(.wrongType, path: "clientes[0].valor")
    ),
    (
      #"{"nome": "x", "clientes": [{"valor": null, "linhas": [1, 2, "3"]}]}"#,
      JSONDocumentError(.wrongType, path: "clientes[0].linhas[2]")
    ),
    (
      #"{"nome": "x", "clientes": [null]}"#,
      JSONDocumentError(.missingValue, path: "clientes[0]")
    ),
  ])
  func mistakesHaveAPath(text: String, error: JSONDocumentError) throws {
    #expect(try problem(text) == error)
  }

  /// The decoder loses the place of such a number, but the text is JSON all the same.
  @Test(arguments: ["1.5", "1e30", "99999999999999999999", "-0.1"])
  func aNumberThatIsNoIntegerIsNotBadSyntax(number: String) throws {
    let error = try problem(
      #"{"nome": "x", "clientes": [{"valor": null, "linhas": [\#(number)]}]}"#)
    #expect(error.problem == .wrongType)
  }

  /// Editors of Windows put a byte order mark in front.
  @Test func aByteOrderMarkIsNoMistake() throws {
    #expect(try decode("\u{FEFF}" + #"{"nome": "x", "clientes": []}"#).nome == "x")
  }

  @Test func keysThatNobodyKnowsAreLeftAlone() throws {
    #expect(try decode(#"{"nome": "x", "clientes": [], "novo": 1}"#).clientes.isEmpty)
  }
}
