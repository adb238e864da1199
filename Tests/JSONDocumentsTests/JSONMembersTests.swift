import JSONDocuments
import Testing

/// What is read of the members must be what a decoder makes of them, and so must every complaint.
@Suite struct JSONMembersTests {
  private static let texts = [
    #"{"nome":"a\nb","linhas":[1,2.0,3e1],"interno":{"texto":"x"},"lista":[]}"#,
    #"{"lista":[{"texto":null},{}],"interno":{},"linhas":[],"nome":"","numero":-7}"#,
    #"{"nome":"ação","linhas":[9007199254740991],"interno":{"texto":"\ud83d\ude00"},"#
      + #""lista":[{"texto":"y"}],"numero":null,"outro":[[{}]],"talvez":[{}],"#
      + #""numeros":123456789012345678}"#,
    // Of two of one name, the one after what was read last; before it, the first.
    #"{"linhas":[1],"nome":"a","linhas":[2],"interno":{},"lista":[],"nome":"b"}"#,
    // A byte order mark, a comma too many.
    "\u{FEFF}" + #"{"nome":"a","linhas":[1,],"interno":{},"lista":[],}"#,
    // What is missing, null or of another type, at every depth.
    "", "[]", "null", "{}", #"{"nome":null}"#, #"{"nome":1}"#, #"{"nome":"a"}"#,
    #"{"nome":"a","linhas":null}"#, #"{"nome":"a","linhas":{}}"#,
    #"{"nome":"a","linhas":[1,"2"]}"#, #"{"nome":"a","linhas":[1,null]}"#,
    #"{"nome":"a","linhas":[1.5]}"#, #"{"nome":"a","linhas":[99999999999999999999]}"#,
    #"{"nome":"a","linhas":[-]}"#, #"{"nome":"a","linhas":[]}"#,
    #"{"nome":"a","linhas":[],"interno":[]}"#, #"{"nome":"a","linhas":[],"interno":null}"#,
    #"{"nome":"a","linhas":[],"interno":{"texto":false}}"#,
    #"{"nome":"a","linhas":[],"interno":{},"lista":[{},{"texto":[]}]}"#,
    #"{"nome":"a","linhas":[],"interno":{},"lista":[{},null]}"#,
    #"{"nome":"a","linhas":[],"interno":{},"lista":[[]]}"#,
    #"{"nome":"a","linhas":[],"interno":{},"lista":[],"numero":"1"}"#,
    #"{"nome":"a","linhas":[],"interno":{},"lista":[],"talvez":{}}"#,
    #"{"nome":"a","linhas":[],"interno":{},"lista":[],"talvez":[1]}"#,
  ]

  @Test(arguments: texts)
  func readsAndRefusesAsADecoderDoes(text: String) {
    func outcome(
      _ read: () throws(JSONDocumentError) -> Document
    ) -> Result<Document, JSONDocumentError> {
      do throws(JSONDocumentError) { return .success(try read()) } catch { return .failure(error) }
    }
    let bytes = Array(text.utf8)
    let decoded = outcome { () throws(JSONDocumentError) in
      try decodeJSON(Document.self, from: bytes)
    }
    let read = outcome { () throws(JSONDocumentError) in
      try readJSON(bytes) { (members) throws(JSONDocumentError) in try Document(&members) }
    }
    #expect(read == decoded)
  }

  @Test func theSameMembersOnceMore() throws {
    let nomes = try readJSON(Array(#"{"nome":"a","nome":"b"}"#.utf8)) {
      (members) throws(JSONDocumentError) in
      var primeiros = [try members.text("nome"), try members.text("nome")]
      var outra = members.fromTheFirst
      primeiros.append(try outra.text("nome"))
      return primeiros
    }
    #expect(nomes == ["a", "b", "a"])
  }
}

private struct Inner: Decodable, Equatable, JSONReadable {
  let texto: String?

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    texto = try members.textIfAny("texto")
  }
}

private struct Document: Decodable, Equatable, JSONReadable {
  let nome: String
  let linhas: [Int]
  let interno: Inner
  let lista: [Inner]
  let numero: Int?
  let numeros: Int?
  let talvez: [Inner]?

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    nome = try members.text("nome")
    linhas = try members.integers("linhas")
    interno = try members.object("interno")
    lista = try members.objects("lista")
    numero = try members.integerIfAny("numero")
    numeros = try members.integerIfAny("numeros")
    talvez = try members.objectsIfAny("talvez")
  }
}
