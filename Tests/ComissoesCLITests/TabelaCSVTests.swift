import Dominio
import Synchronization
import Testing

@testable import ComissoesCLI

/// Lists as CSV.
struct TabelaCSVTests {
  private func texto(_ campos: [TabelaCSV.Campo]) throws -> String {
    var tabela = TabelaCSV(["a", "b,c"])
    tabela.acrescentar(campos)
    let escrito = Mutex<[UInt8]>([])
    let saida = Escoadouro { bytes throws(OutputError) in escrito.withLock { $0 += bytes } }
    tabela.escrever(em: saida)
    try saida.finish()
    return String(decoding: escrito.withLock { $0 }, as: UTF8.self)
  }

  private static let cabecalho = "a,\"b,c\"\r\n"

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+55", "'+55"), ("-x", "'-x"), ("@x", "'@x"), ("\t1", "\"'\t1\""),
    ("=a,b", "\"'=a,b\""), ("diz \"a\"", "\"diz \"\"a\"\"\""), ("a\r\nb", "\"a\r\nb\""),
    ("a;b", "\"a;b\""), ("", ""), ("João", "João"),
  ])
  func textsAreQuotedAndNoFormula(text: String, shown: String) throws {
    #expect(try texto([.texto(text), .texto(nil)]) == Self.cabecalho + "\(shown),\r\n")
  }

  @Test func valuesOfOurOwnStandAsTheyAre() throws {
    let dia = try #require(Dia(lendo: "2025-11-03"))
    #expect(
      try texto([.valor(Dinheiro("-331.4805")), .dia(dia)])
        == Self.cabecalho + "-331.4805,2025-11-03\r\n")
    #expect(try texto([.numero(-7), .logico(true)]) == Self.cabecalho + "-7,true\r\n")
    #expect(try texto([.valor(nil), .numero(nil)]) == Self.cabecalho + ",\r\n")
  }
}
