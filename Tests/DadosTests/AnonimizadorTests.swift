import JSONDocuments
import Testing

@testable import Dados

/// What an anonymous copy keeps of evidence, decisions and outcomes, and what it does not.
struct AnonimizadorTests {
  private func trocado(_ texto: String) throws -> (antes: JSONValue, depois: JSONValue) {
    var anonimizador = Anonimizador(Pseudonimos(segredo: [1, 2, 3]))
    let antes = try decodeJSON(JSONValue.self, from: Array(texto.utf8))
    return (antes, anonimizador.documento(antes))
  }

  @Test(arguments: [
    #"{"coluna": "COMISSÃO", "lido": "331.4805"}"#,
    #"{"coluna": "Valor_original", "lido": "90"}"#,
    #"{"coluna": "Data de Assinatura", "lido": "2025-11-21"}"#,
    #"{"coluna": "FORMA", "lido": "FIN"}"#,
    #"{"coluna": "FORMA", "lido": null}"#,
    #"{"coluna": "STATUS", "lido": "DISTRATO"}"#,
    #"{"coluna": "Status_parcela", "lido": "não pago"}"#,
    #"{"coluna": "Status_comissão", "lido": "pago"}"#,
    #"{"argumentos": {"status": "FINANCIADO", "valor": "987.65", "data": "2025-11-03"}}"#,
    #"{"desfecho": {"autor": "nao_se_repete", "motivo": "não se repete no controle 5"}}"#,
  ])
  func amountsDaysAndWordsOfTheRulesStay(texto: String) throws {
    let (antes, depois) = try trocado(texto)
    #expect(antes == depois)
  }

  @Test(arguments: [
    #"{"coluna": "NOME DO CLIENTE", "lido": "ZE FORA"}"#,
    #"{"coluna": "Número Contrato", "lido": "855553281234"}"#,
    #"{"coluna": "Unidade", "lido": "302"}"#,
    #"{"coluna": "FORMA", "lido": "PERMUTA DO ZECA 12"}"#,
    #"{"coluna": "COMISSÃO", "lido": "a combinar com Zeca"}"#,
    #"{"coluna": "OUTRA", "lido": "90"}"#,
    #"{"argumentos": {"status": "Zeca"}}"#,
    #"{"argumentos": {"valor": "Zeca"}}"#,
    #"{"desfecho": {"autor": "pessoa", "motivo": "visto com Zeca"}}"#,
  ])
  func whatTellsOfSomebodyDoesNot(texto: String) throws {
    let (antes, depois) = try trocado(texto)
    #expect(antes != depois)
  }
}
