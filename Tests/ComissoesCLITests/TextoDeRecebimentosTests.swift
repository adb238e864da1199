import Dominio
import Testing

@testable import ComissoesCLI

/// What `recebimentos` prints for people.
@Suite struct TextoDeRecebimentosTests {
  @Test("Without anything to bill, nobody is said not to have signed who stands under REVISAR")
  func nobodySignedStoodAboveWhoHadSigned() throws {
    let outubro = try #require(Competencia(ano: 2025, mes: 10))
    var recebimentos = Recebimentos()
    recebimentos.semValor = [
      .init(
        cliente: try #require(ChaveDeNome(nome: "Ana")), assinatura: .epoca, empreendimento: nil,
        contrato: nil)
    ]
    let texto = textoDeRecebimentos(
      recebimentos, base: Base(competencia: outubro), relatorio: nil)
    #expect(texto.contains("A receber: nenhum cliente novo.\n"))
    #expect(texto.contains("REVISAR: assinaram, mas sem valor"))
    #expect(!texto.contains("nenhum cliente novo assinou"))
  }
}
