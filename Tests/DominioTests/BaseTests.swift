import Testing

@testable import Dominio

struct BaseTests {
  @Test func theSixStatusesAreSpelledAsTheCustomerDoes() {
    #expect(
      Status.allCases.map(\.rawValue)
        == ["NULO", "FINANCIADO", "PAGO", "DESCONTO", "DESISTIU", "REQUER_ANALISE"])
    #expect(
      Alerta.Situacao.allCases.map(\.rawValue) == ["pendente", "resolvido", "falso_positivo"])
  }

  @Test func aSpreadsheetTakesThePlaceOfItsKind() throws {
    var base = Base(competencia: try #require(Competencia(ano: 2025, mes: 10)))
    for (planilha, arquivo) in [
      (Planilha.epr, "e1"), (.gestores, "g1"), (.acompanhamento, "a1"), (.gestores, "g2"),
      (.webopay, "w1"), (.epr, "e2"),
    ] {
      base.registrar(Fonte(planilha: planilha, arquivo: arquivo, sha256: "00"))
    }
    #expect(base.nome == "Base Outubro/2025")
    #expect(base.fontes.map(\.arquivo) == ["a1", "g2", "w1", "e2"])
  }

  @Test(arguments: Status.allCases)
  func onlyWhoGaveUpOrGotADiscountAfterBeingBilledIsOwedMoney(status: Status) throws {
    let mes = try #require(Competencia(ano: 2025, mes: 10))
    let valor = try #require(Dinheiro("331.48"))
    var cliente = Cliente(
      chave: try #require(ChaveDeNome(nome: "ANA")), linhas: [4],
      situacao: Situacao(status, valor: nil, fonte: nil, observacao: nil))
    #expect(!cliente.jaPago)
    #expect(cliente.estorno == nil)
    cliente.faturamento = Faturamento(
      valor: valor, dia: .epoca, contrato: nil, base: mes, relatorio: 1)
    #expect(cliente.jaPago)
    #expect(cliente.estorno == ([.desistiu, .desconto].contains(status) ? valor : nil))
  }

  @Test func alertsAreOrderedByNumberThenClientThenSheet() throws {
    let ana = try #require(ChaveDeNome(nome: "ANA"))
    let bia = try #require(ChaveDeNome(nome: "BIA"))
    let sorted: [Alerta.Identidade] = [
      .init(tipo: .webopayNaoBase, cliente: bia, planilha: .webopay),
      .init(tipo: .multiplasCorrespondencias, cliente: ana, planilha: .gestores),
      .init(tipo: .multiplasCorrespondencias, cliente: ana, planilha: .webopay),
      .init(tipo: .multiplasCorrespondencias, cliente: bia, planilha: .acompanhamento),
      .init(tipo: .formaDesconhecida, cliente: ana, planilha: .gestores),
    ]
    #expect(Array(sorted.reversed()).sorted() == sorted)
    #expect(Set(sorted).count == 5)
  }

  @Test func theTotalsOfTheLists() throws {
    let ana = try #require(ChaveDeNome(nome: "ANA"))
    func reais(_ texto: String) throws -> Dinheiro { try #require(Dinheiro(texto)) }
    var listas = Recebimentos()
    #expect(listas.valorAReceber == .zero)
    #expect(listas.estornos == .zero)
    listas.aReceber = try ["331.48", "250.13"].map {
      .init(
        cliente: ana, valor: try reais($0), assinatura: nil, empreendimento: nil, contrato: nil)
    }
    // Each would be billed rounded: 0.01 + 0.01, not 0.01.
    listas.aguardandoAssinatura = [
      .init(cliente: ana, valor: try reais("0.005")), .init(cliente: ana, valor: nil),
      .init(cliente: ana, valor: try reais("0.005")),
    ]
    listas.desistencias = [
      .init(cliente: ana, status: .desistiu, observacao: nil, estorno: nil),
      .init(cliente: ana, status: .desistiu, observacao: nil, estorno: try reais("10.5")),
      .init(cliente: ana, status: .desconto, observacao: nil, estorno: try reais("0.5")),
    ]
    #expect(listas.valorAReceber.texto == "581.61")
    #expect(listas.valorAguardando.texto == "0.02")
    #expect(listas.totalDeDesistencias == 2)
    #expect(listas.estornos.texto == "11")
  }
}
