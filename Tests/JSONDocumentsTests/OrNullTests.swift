import Testing

@testable import JSONDocuments

private struct Document: Codable, Equatable {
  @OrNull var texto: String?
  @OrNull var lista: [Int]?
  @OrNull var outro: Nested?

  struct Nested: Codable, Equatable { @OrNull var fim: Bool? }
}

struct OrNullTests {
  @Test func keysAreThereWithoutAValue() throws {
    let text = String(
      decoding: try encodeJSON(Document(texto: nil, lista: nil, outro: nil)), as: UTF8.self)
    #expect(
      text == """
        {
          "lista" : null,
          "outro" : null,
          "texto" : null
        }

        """)
  }

  @Test(arguments: [
    Document(texto: nil, lista: nil, outro: nil),
    Document(texto: "", lista: [], outro: .init(fim: nil)),
    Document(texto: "null", lista: [0], outro: .init(fim: false)),
  ])
  fileprivate func roundTrip(document: Document) throws {
    #expect(try decodeJSON(Document.self, from: encodeJSON(document)) == document)
  }

  @Test func aMissingKeyIsNotANull() {
    #expect(throws: JSONDocumentError(.missingKey, path: "lista")) {
      try decodeJSON(Document.self, from: Array(#"{"texto": null, "outro": null}"#.utf8))
    }
  }

  @Test func aWrongTypeInsideHasItsPath() {
    #expect(throws: JSONDocumentError(.wrongType, path: "outro.fim")) {
      try decodeJSON(
        Document.self,
        from: Array(#"{"texto": null, "lista": null, "outro": {"fim": "sim"}}"#.utf8))
    }
  }
}
