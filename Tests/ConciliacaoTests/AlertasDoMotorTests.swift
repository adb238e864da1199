import Dominio
import Testing

@testable import Conciliacao

/// The texts that depend on more than the conditions of the golden table.
struct AlertasDoMotorTests {
  @Test(
    arguments: [
      ("1234.56", "1234.58", "R$ 1.234,56 vs WeboPay R$ 1.234,58"),
      ("350.9805", "1350.99", "R$ 350,98 vs WeboPay R$ 1.350,99"),
      // Two decimals would show 0.01, which is no divergence.
      ("100", "100.0101", "R$ 100,0000 vs WeboPay R$ 100,0101"),
      ("100.0049", "100.015", "R$ 100,00 vs WeboPay R$ 100,02"),
      ("421.1805", "421.1911", "R$ 421,1805 vs WeboPay R$ 421,1911"),
      ("-5", "5", "-R$ 5,00 vs WeboPay R$ 5,00"),
      ("0", "0.010000001", "R$ 0,000000000 vs WeboPay R$ 0,010000001"),
    ])
  func alert7ShowsEnoughDecimalsToSeeTheDifference(
    gestores: String, webopay: String, texto: String
  ) throws {
    let decisao = try pix(gestores: gestores, webopay: webopay)
    #expect(decisao.alertas.map(\.tipo) == [.valoresDivergentes])
    #expect(decisao.alertas.map(\.descricao) == ["Valores divergentes: Gestores \(texto)"])
    #expect(decisao.situacao.valor == Dinheiro(webopay))
  }

  @Test(
    arguments: [
      ("421.1805", "421.18"), ("100", "100.01"), ("100.01", "100"), ("100", "100.00"),
      ("0.1", "0.11"), ("0.3", "0.29"),
    ])
  func oneCentIsNoDivergence(gestores: String, webopay: String) throws {
    #expect(try pix(gestores: gestores, webopay: webopay).alertas.isEmpty)
  }

  @Test(
    arguments: [
      ([2], " (só a parcela 2)"), ([3, 2], " (só as parcelas 2 e 3)"),
      ([12, 2, 12, 5], " (só as parcelas 2, 5 e 12)"),
    ])
  func alert3SaysWhichParcelasExist(parcelas: [Int], fim: String) throws {
    let controle = cruzar(
      try base("2025-10", cliente("ANA")), gestores: [try emGestores("ANA", .pix, valor: "10")],
      webopay: try parcelas.enumerated().map {
        try noWeboPay("ANA", parcela: $1, linha: 2 + $0)
      })
    let texto = "Cliente ANA marcado como PIX em Gestores mas NÃO aparece no WeboPay\(fim)"
    #expect(controle.alertas.map(\.tipo) == [.pixNaoConfirmado])
    #expect(controle.alertas.map(\.descricao) == [texto])
  }

  @Test func alert9QuotesAFormaThatIsMappedToNothing() throws {
    let decisao = decidir(
      Fatos(
        cliente: try chave("João"),
        gestores: try emGestores(
          "João", .init(texto: "PERMUTA + SINAL", sentido: .desconhecida), valor: "500"),
        webopay: nil))
    #expect(decisao.situacao.fonte == "Gestores (PERMUTA + SINAL)")
    #expect(
      decisao.alertas.map(\.descricao)
        == ["Cliente JOÃO com FORMA = \"PERMUTA + SINAL\" (desconhecida)"])
  }

  private func pix(gestores: String, webopay: String) throws -> Decisao {
    decidir(
      Fatos(
        cliente: try chave("ANA"), gestores: try emGestores("ANA", .pix, valor: gestores),
        webopay: try noWeboPay("ANA", valor: webopay)))
  }
}
