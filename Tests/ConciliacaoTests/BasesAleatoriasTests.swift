import Dominio
import Testing

@testable import Conciliacao

/// What must hold of any base and any EPR. A failure names its seed.
struct BasesAleatoriasTests {
  private static let sementes = 1...150

  @Test(arguments: sementes)
  func everyFinancedClientIsWhereTheRulesPutHim(semente: Int) throws {
    let mundo = try Mundo(semente: semente)
    var outubro = mundo.base
    let listas = analisarRecebimentos(&outubro, epr: mundo.epr, outras: mundo.outras)

    for cliente in mundo.base.clientes {
      let onde =
        listas.aReceber.filter { $0.cliente == cliente.chave }.map { _ in Lista.aReceber }
        + listas.semValor.filter { $0.cliente == cliente.chave }.map { _ in .semValor }
        + listas.jaFaturados.filter { $0.cliente == cliente.chave }.map { _ in .jaFaturados }
        + listas.aguardandoAssinatura.filter { $0.cliente == cliente.chave }.map { _ in .aguardando
        }
      #expect(onde == mundo.esperado(cliente), "\(cliente.chave)")
      let desistencias = listas.desistencias.filter { $0.cliente == cliente.chave }
      #expect(desistencias.map { $0.estorno != nil } == mundo.desiste(cliente), "\(cliente.chave)")
    }
    #expect(listas.valorAReceber == Dinheiro(centavos: mundo.centavosAReceber))
    #expect(outubro.clientes == mundo.base.clientes)
  }

  @Test(arguments: sementes)
  func onceBilledNothingIsBilledAgain(semente: Int) throws {
    let mundo = try Mundo(semente: semente)
    var outubro = mundo.base
    let primeiro = analisarRecebimentos(&outubro, epr: mundo.epr, outras: mundo.outras)
    outubro.faturar(primeiro, em: try relatorio(primeiro))
    let novos = Totais(outubro).faturado - Totais(mundo.base).faturado
    #expect(novos == primeiro.valorAReceber)

    let segundo = analisarRecebimentos(&outubro, epr: mundo.epr, outras: mundo.outras)
    #expect(segundo.aReceber.isEmpty)
    #expect(segundo.semValor == primeiro.semValor)
    #expect(segundo.jaFaturados == primeiro.jaFaturados)
    #expect(segundo.aguardandoAssinatura == primeiro.aguardandoAssinatura)
    #expect(segundo.desistencias == primeiro.desistencias)
  }

  @Test(arguments: sementes)
  func theOrderOfTheRecordsDoesNotMatter(semente: Int) throws {
    let mundo = try Mundo(semente: semente)
    var sorteio = Sorteio(semente: -semente)

    let criacao = criarBase(
      mundo.base.competencia, registros: mundo.acompanhamento, anterior: mundo.base,
      outras: mundo.outras)
    let outraCriacao = criarBase(
      mundo.base.competencia, registros: mundo.acompanhamento.shuffled(using: &sorteio),
      anterior: mundo.base, outras: mundo.outras.reversed())
    #expect(outraCriacao.base == criacao.base)
    #expect(outraCriacao.alertas == criacao.alertas)
    #expect(outraCriacao.mantidos == criacao.mantidos)

    let controle = cruzar(criacao.base, gestores: mundo.gestores, webopay: mundo.webopay)
    let outroControle = cruzar(
      criacao.base, gestores: mundo.gestores.shuffled(using: &sorteio),
      webopay: mundo.webopay.shuffled(using: &sorteio))
    #expect(outroControle.base == controle.base)
    #expect(outroControle.alertas == controle.alertas)
    #expect(outroControle.estatisticas == controle.estatisticas)

    var outubro = controle.base
    var outroOutubro = controle.base
    let listas = analisarRecebimentos(&outubro, epr: mundo.epr, outras: mundo.outras)
    let outrasListas = analisarRecebimentos(
      &outroOutubro, epr: mundo.epr.shuffled(using: &sorteio), outras: mundo.outras.reversed())
    #expect(outrasListas == listas)
    #expect(outroOutubro == outubro)
  }

  @Test(arguments: sementes)
  func aControleNeverTouchesTheBillsAndTheSecondChangesNothing(semente: Int) throws {
    let mundo = try Mundo(semente: semente)
    let primeiro = cruzar(mundo.base, gestores: mundo.gestores, webopay: mundo.webopay)
    #expect(
      primeiro.base.clientes.map(\.faturamento) == mundo.base.clientes.map(\.faturamento))
    #expect(primeiro.base.clientes.map(\.chave) == mundo.base.clientes.map(\.chave))
    #expect(primeiro.base.relatorios == mundo.base.relatorios)
    let mudados = zip(primeiro.base.clientes, mundo.base.clientes).count { $0 != $1 }
    #expect(primeiro.estatisticas.clientesAtualizados == mudados)
    #expect(Set(primeiro.alertas.map(\.identidade)).count == primeiro.alertas.count)

    let segundo = cruzar(primeiro.base, gestores: mundo.gestores, webopay: mundo.webopay)
    #expect(segundo.base == primeiro.base)
    #expect(segundo.estatisticas == Controle.Estatisticas())
  }
}

private enum Lista { case aReceber, semValor, jaFaturados, aguardando }

/// A base, four spreadsheets and the other months, all drawn from one seed.
private struct Mundo {
  let base: Base
  let outras: [Base]
  let acompanhamento: [Acompanhamento.Registro]
  let gestores: [Gestores.Registro]
  let webopay: [WeboPay.Registro]
  let epr: [EPR.Registro]
  /// Ten thousandths of a real, as drawn; for a reckoning that does not use `Dinheiro`.
  private let decimosDeMilesimo: [ChaveDeNome: Int]

  init(semente: Int) throws {
    var sorteio = Sorteio(semente: semente)
    let nomes = try (0..<30).map { try chave("CLIENTE \(preenchido($0, 2))") }
    let meses = try ["2025-08", "2025-09", "2025-11"].map(mes)
    let outubro = try mes("2025-10")
    var valores: [ChaveDeNome: Int] = [:]
    func faturamento(em mes: Competencia) throws -> Faturamento {
      Faturamento(
        valor: Dinheiro(centavos: 12_345), dia: try dia("2025-11-03"), contrato: "1", base: mes,
        relatorio: 1)
    }

    base = Base(
      competencia: outubro,
      clientes: try nomes.dropLast(5).map { nome in
        let valor = sorteio.umEm(4) ? nil : Int.random(in: -20_000...9_999_999, using: &sorteio)
        valores[nome] = valor
        let status = sorteio.umEm(2) ? .financiado : Status.allCases.randomElement(using: &sorteio)
        let onde =
          sorteio.umEm(4) ? [outubro, meses[0], meses[1]].randomElement(using: &sorteio) : nil
        return Cliente(
          chave: nome, linhas: [4],
          situacao: Situacao(
            try #require(status), valor: try valor.map(Self.dinheiro), fonte: nil, observacao: nil),
          faturamento: try onde.map { try faturamento(em: $0) })
      })
    decimosDeMilesimo = valores
    outras = try meses.map { mes in
      Base(
        competencia: mes,
        clientes: try nomes.map { nome in
          Cliente(
            chave: nome, linhas: [4],
            faturamento: sorteio.umEm(8) ? try faturamento(em: mes) : nil)
        })
    }

    acompanhamento = (0..<40).map { linha in
      Acompanhamento.Registro(
        linha: linha + 4, cliente: nomes[Int.random(in: 0..<30, using: &sorteio)],
        cadastro: .init(corretor: "LINHA \(linha)"))
    }
    let formas: [Gestores.Forma?] = [nil, .pix, .financiado, .desconto, .quitado]
    let situacoes: [Gestores.Situacao?] = [nil] + Gestores.Situacao.allCases
    gestores = try (0..<40).map { linha in
      Gestores.Registro(
        linha: linha + 3, cliente: nomes[Int.random(in: 0..<30, using: &sorteio)],
        forma: formas.randomElement(using: &sorteio) ?? nil,
        situacao: situacoes.randomElement(using: &sorteio) ?? nil,
        comissao: sorteio.umEm(3)
          ? nil : try Self.dinheiro(Int.random(in: 0...9_999_999, using: &sorteio)))
    }
    webopay = try (0..<40).map { linha in
      WeboPay.Registro(
        linha: linha + 2, cliente: nomes[Int.random(in: 0..<30, using: &sorteio)],
        parcela: Int.random(in: 1...3, using: &sorteio),
        valor: sorteio.umEm(4)
          ? nil : try Self.dinheiro(Int.random(in: 0...9_999_999, using: &sorteio)),
        parcelaPaga: sorteio.umEm(2), comissaoPaga: sorteio.umEm(4) ? false : true)
    }
    epr = (0..<25).map { linha in
      EPR.Registro(
        linha: linha + 2, cliente: nomes[Int.random(in: 0..<30, using: &sorteio)],
        contrato: "\(linha)")
    }
  }

  /// Where Docs/regras.md §7 puts the client, read client by client.
  func esperado(_ cliente: Cliente) -> [Lista] {
    guard cliente.situacao.status == .financiado else { return [] }
    if cliente.faturamento?.base == base.competencia { return [] }
    let assinado = epr.contains { $0.cliente == cliente.chave }
    return switch (assinado, foiFaturado(cliente)) {
    case (true, true): [.jaFaturados]
    case (true, false): [cliente.situacao.valor == nil ? .semValor : .aReceber]
    case (false, true): []
    case (false, false): [.aguardando]
    }
  }

  /// Whether he stands among the desistencias, and there whether money must go back.
  func desiste(_ cliente: Cliente) -> [Bool] {
    switch cliente.situacao.status {
    case .desistiu: [foiFaturado(cliente)]
    case .desconto: foiFaturado(cliente) ? [true] : []
    case .nulo, .financiado, .pago, .requerAnalise: []
    }
  }

  /// In this month or in another one.
  private func foiFaturado(_ cliente: Cliente) -> Bool {
    cliente.jaPago
      || outras.contains { $0.clientes.contains { $0.chave == cliente.chave && $0.jaPago } }
  }

  /// The sum of what is billed, each amount rounded half away from zero, in whole numbers.
  var centavosAReceber: Int {
    base.clientes.filter { esperado($0) == [.aReceber] }.reduce(0) { sum, cliente in
      let valor = decimosDeMilesimo[cliente.chave] ?? 0
      return sum + valor.signum() * ((abs(valor) + 50) / 100)
    }
  }

  private static func dinheiro(_ decimosDeMilesimo: Int) throws -> Dinheiro {
    let fraction = preenchido(abs(decimosDeMilesimo) % 10_000, 4)
    let sign = decimosDeMilesimo < 0 ? "-" : ""
    return try #require(Dinheiro("\(sign)\(abs(decimosDeMilesimo) / 10_000).\(fraction)"))
  }
}
