import Conciliacao
import Dominio
import Testing

/// Nothing lost, nothing twice. Docs/regras.md §7
@Suite struct ConservacaoTests {
  private let outubro: Competencia
  private let novembro: Competencia
  private let ana: ChaveDeNome
  private let dia: Dia

  init() throws {
    outubro = try #require(Competencia(ano: 2025, mes: 10))
    novembro = try #require(Competencia(ano: 2025, mes: 11))
    ana = try #require(ChaveDeNome(nome: "ANA"))
    dia = try #require(Dia(lendo: "2025-11-03"))
  }

  private func conta(
    _ relatorio: Int, centavos: Int = 33148, de base: Competencia? = nil
  ) -> Faturamento {
    Faturamento(
      valor: Dinheiro(centavos: centavos), dia: dia, contrato: nil, base: base ?? outubro,
      relatorio: relatorio)
  }

  private func base(
    _ mes: Competencia, _ faturamento: Faturamento?, relatorios: [Relatorio]
  ) -> Base {
    Base(
      competencia: mes,
      clientes: [
        Cliente(
          chave: ana, linhas: [2],
          situacao: Situacao(
            .financiado, valor: Dinheiro(centavos: 33148), fonte: nil, observacao: nil),
          faturamento: faturamento)
      ],
      relatorios: relatorios)
  }

  private func relatorio(_ numero: Int, clientes: Int = 1, centavos: Int = 33148) -> Relatorio {
    Relatorio(
      numero: numero, dia: dia, arquivo: "r.xlsx", sha256: "", clientes: clientes,
      valor: Dinheiro(centavos: centavos), desistencias: 0)
  }

  private func falhas(_ bases: Base..., ultimo: Int = 9) -> [FalhaDeConservacao] {
    conferirConservacao(bases, ultimoRelatorio: ultimo)
  }

  @Test func aMonthAndItsHeirAgree() {
    #expect(
      falhas(
        base(outubro, conta(1), relatorios: [relatorio(1)]),
        base(novembro, conta(1), relatorios: []), ultimo: 1) == [])
  }

  @Test func aReportOfOneCentMore() {
    let soma = Dinheiro(centavos: 33148)
    let valor = Dinheiro(centavos: 33149)
    #expect(
      falhas(base(outubro, conta(1), relatorios: [relatorio(1, centavos: 33149)])) == [
        .totais(base: outubro, parte: valor, total: soma),
        .relatorio(
          base: outubro, numero: 1, clientes: 1, valor: valor, encontrados: 1, soma: soma),
      ])
  }

  @Test func aClientLostFromAReport() {
    let achadas = falhas(base(outubro, nil, relatorios: [relatorio(1)]))
    #expect(
      achadas.contains(
        .relatorio(
          base: outubro, numero: 1, clientes: 1, valor: Dinheiro(centavos: 33148), encontrados: 0,
          soma: .zero)))
  }

  @Test func aBillWithoutItsReport() {
    let achadas = falhas(base(outubro, conta(2), relatorios: []))
    #expect(achadas.contains(.semRelatorio(base: outubro, cliente: ana, numero: 2, de: outubro)))
  }

  @Test func anInheritedBillThatNoBaseHas() {
    let achadas = falhas(
      base(outubro, conta(1), relatorios: [relatorio(1)]),
      base(novembro, conta(1, centavos: 33147), relatorios: []))
    #expect(achadas == [.semOrigem(base: novembro, cliente: ana, numero: 1, de: outubro)])
  }

  @Test func oneClientOnTwoReports() {
    let achadas = falhas(
      base(outubro, conta(1), relatorios: [relatorio(1)]),
      base(novembro, conta(2, de: novembro), relatorios: [relatorio(2)]))
    #expect(achadas == [.faturadoMaisDeUmaVez(cliente: ana, relatorios: [1, 2])])
  }

  @Test("Two releases of one person under linked names let the client be billed twice more")
  func twoReleasesOfOneClient() throws {
    func liberada(_ mes: Competencia, _ nome: String) throws -> Base {
      Base(
        competencia: mes,
        clientes: [
          Cliente(
            chave: try chave(nome), linhas: [2], liberacao: Liberacao(dia: dia, motivo: "outro"))
        ])
    }
    let primeira = try liberada(outubro, "LAYS")
    var segunda = try liberada(novembro, "LAIS")
    #expect(falhas(primeira, segunda) == [])
    segunda.vinculos = [
      Vinculo(
        nome: try chave("LAYS"), cliente: try chave("LAIS"), motivo: "mesma", dia: dia,
        base: novembro)
    ]
    #expect(
      falhas(primeira, segunda) == [
        .liberadoMaisDeUmaVez(
          clientes: [try chave("LAIS"), try chave("LAYS")], bases: [outubro, novembro])
      ])
  }

  @Test("One client, billed under each of two linked names, was no finding")
  func oneClientBilledUnderTwoNames() throws {
    func faturada(_ mes: Competencia, _ nome: String, _ conta: Faturamento) throws -> Base {
      Base(
        competencia: mes,
        clientes: [Cliente(chave: try chave(nome), linhas: [2], faturamento: conta)],
        relatorios: [relatorio(conta.relatorio)])
    }
    let primeira = try faturada(outubro, "LAYS", conta(1))
    var segunda = try faturada(novembro, "LAIS", conta(2, de: novembro))
    #expect(falhas(primeira, segunda) == [])
    segunda.vinculos = [
      Vinculo(
        nome: try chave("LAYS"), cliente: try chave("LAIS"), motivo: "mesma", dia: dia,
        base: novembro)
    ]
    #expect(
      falhas(primeira, segunda) == [
        .faturadoSobDoisNomes(
          clientes: [try chave("LAIS"), try chave("LAYS")], relatorios: [1, 2])
      ])
    // Given back, the money has not gone out twice.
    var devolvida = primeira
    devolvida.clientes[0].faturamento?.devolucao = Devolucao(dia: dia, motivo: "PIX")
    #expect(falhas(devolvida, segunda) == [])
    // Released, the client has one record of both.
    var liberada = segunda
    liberada.clientes[0].anteriores = [conta(1)]
    #expect(falhas(primeira, liberada) == [])
  }

  /// One month knows that the money was given back, the other would ask for it again.
  @Test func aBillGivenBackInOneMonthOnly() throws {
    func devolvida(_ dia: String) throws -> Faturamento {
      var conta = conta(1)
      conta.devolucao = Devolucao(dia: try #require(Dia(lendo: dia)), motivo: "PIX")
      return conta
    }
    let divergente = FalhaDeConservacao.devolucaoDivergente(
      cliente: ana, numero: 1, bases: [outubro, novembro])
    let original = try devolvida("2025-12-01")
    for herdada in [conta(1), try devolvida("2025-12-02")] {
      #expect(
        falhas(
          base(outubro, original, relatorios: [relatorio(1)]),
          base(novembro, herdada, relatorios: [])) == [divergente])
      #expect(
        falhas(
          base(outubro, herdada, relatorios: [relatorio(1)]),
          base(novembro, original, relatorios: [])) == [divergente])
    }
    #expect(
      falhas(
        base(outubro, original, relatorios: [relatorio(1)]),
        base(novembro, original, relatorios: [])) == [])
  }

  @Test func aClientTwiceOnOneReport() {
    var outra = base(outubro, conta(1), relatorios: [relatorio(1, clientes: 2, centavos: 66296)])
    outra.clientes[0].anteriores = [conta(1)]
    #expect(falhas(outra) == [.repetidoNoRelatorio(base: outubro, cliente: ana, numero: 1)])
  }

  /// What only a base could tell that cannot be read is not judged.
  @Test func aBaseThatCannotBeReadIsNoSecondFailure() {
    let herdeira = base(novembro, conta(1), relatorios: [])
    #expect(
      conferirConservacao([herdeira], ultimoRelatorio: 9, ilegiveis: [outubro]) == [])
    #expect(
      falhas(herdeira) == [.semRelatorio(base: novembro, cliente: ana, numero: 1, de: outubro)])
  }

  @Test func oneNumberOnTwoReports() {
    let achadas = falhas(
      base(outubro, conta(1), relatorios: [relatorio(1)]),
      base(novembro, conta(1), relatorios: [relatorio(1, clientes: 0, centavos: 0)]))
    #expect(achadas == [.numeroRepetido(numero: 1, bases: [outubro, novembro])])
  }

  @Test func aNumberThatWasNeverGiven() {
    let achadas = falhas(base(outubro, conta(3), relatorios: [relatorio(3)]), ultimo: 2)
    #expect(achadas == [.numeroAdiante(base: outubro, numero: 3, ultimo: 2)])
  }

  @Test func fractionsOfACent() throws {
    let valor = try #require(Dinheiro("331.485"))
    let conta = Faturamento(valor: valor, dia: dia, contrato: nil, base: outubro, relatorio: 1)
    let relatorio = Relatorio(
      numero: 1, dia: dia, arquivo: "r.xlsx", sha256: "", clientes: 1, valor: valor,
      desistencias: 0)
    #expect(
      falhas(base(outubro, conta, relatorios: [relatorio])) == [
        .fracao(base: outubro, cliente: ana, valor: valor)
      ])
  }
}
