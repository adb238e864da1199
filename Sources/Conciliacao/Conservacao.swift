package import Dominio

/// Where the bases contradict what billing keeps true: nothing lost, nothing twice.
/// Docs/regras.md §7
package enum FalhaDeConservacao: Sendable, Equatable {
  /// The clients by status are not all clients, or the reports of a base are not what it billed.
  case totais(base: Competencia, parte: Dinheiro, total: Dinheiro)
  case clientes(base: Competencia, porStatus: Int, total: Int)
  /// A report tells of other clients or another sum than the clients who name it.
  case relatorio(
    base: Competencia, numero: Int, clientes: Int, valor: Dinheiro, encontrados: Int,
    soma: Dinheiro)
  /// One number on two reports.
  case numeroRepetido(numero: Int, bases: [Competencia])
  /// A number that the directory has not given yet.
  case numeroAdiante(base: Competencia, numero: Int, ultimo: Int)
  /// A client names a report that the base of that bill does not have.
  case semRelatorio(base: Competencia, cliente: ChaveDeNome, numero: Int, de: Competencia)
  /// A bill taken over from another base which that base does not have, or has otherwise.
  case semOrigem(base: Competencia, cliente: ChaveDeNome, numero: Int, de: Competencia)
  /// A bill with fractions of a cent.
  case fracao(base: Competencia, cliente: ChaveDeNome, valor: Dinheiro)
  /// Bills of one client on several reports, of which no base knows them all.
  case faturadoMaisDeUmaVez(cliente: ChaveDeNome, relatorios: [Int])
  /// Two bills of one client on one report.
  case repetidoNoRelatorio(base: Competencia, cliente: ChaveDeNome, numero: Int)
  /// Of one bill, some months say that the money was given back, and others do not, or otherwise.
  case devolucaoDivergente(cliente: ChaveDeNome, numero: Int, bases: [Competencia])
  /// One client, under one name or linked ones, whom more than one release lets be billed again.
  case liberadoMaisDeUmaVez(clientes: [ChaveDeNome], bases: [Competencia])
  /// One client, billed under linked names, each bill without knowing of the other.
  case faturadoSobDoisNomes(clientes: [ChaveDeNome], relatorios: [Int])
}

/// Holds the bases of a data directory against each other, in the order of months.
///
/// - Parameters:
///   - ultimoRelatorio: the highest number ever given to a report.
///   - ilegiveis: months whose bases cannot be read; what only they could tell is not judged.
package func conferirConservacao(
  _ bases: [Base], ultimoRelatorio: Int, ilegiveis: Set<Competencia> = []
) -> [FalhaDeConservacao] {
  let bases = bases.sorted { $0.competencia < $1.competencia }
  let contas = ContasConhecidas(bases)
  let falhas =
    bases.flatMap { $0.falhas(entre: bases, contas, ultimoRelatorio: ultimoRelatorio) }
    + numerosRepetidos(bases) + devolucoesDivergentes(bases) + liberadosMaisDeUmaVez(bases, contas)
    + (ilegiveis.isEmpty
      ? faturadosMaisDeUmaVez(bases) + faturadosSobDoisNomes(bases, contas) : [])
  return falhas.filter { falha in
    switch falha {
    case .semRelatorio(_, _, _, let de), .semOrigem(_, _, _, let de): !ilegiveis.contains(de)
    default: true
    }
  }
}

extension Base {
  fileprivate func falhas(
    entre bases: [Base], _ contas: ContasConhecidas, ultimoRelatorio: Int
  ) -> [FalhaDeConservacao] {
    var falhas: [FalhaDeConservacao] = []
    let totais = Totais(self)
    let porStatus = totais.porStatus.values.reduce(0, +)
    if porStatus != totais.clientes {
      falhas.append(.clientes(base: competencia, porStatus: porStatus, total: totais.clientes))
    }
    let faturadoEmRelatorios = relatorios.map(\.valor).soma
    if faturadoEmRelatorios != totais.faturado {
      falhas.append(
        .totais(base: competencia, parte: faturadoEmRelatorios, total: totais.faturado))
    }
    for relatorio in relatorios {
      falhas += self.falhas(de: relatorio)
      if relatorio.numero > ultimoRelatorio {
        falhas.append(
          .numeroAdiante(base: competencia, numero: relatorio.numero, ultimo: ultimoRelatorio))
      }
    }
    for cliente in clientes {
      var vistos: Set<Int> = []
      for faturamento in cliente.faturamentos {
        falhas += self.falhas(de: faturamento, de: cliente.chave, entre: bases, contas)
        if !vistos.insert(faturamento.relatorio).inserted {
          falhas.append(
            .repetidoNoRelatorio(
              base: competencia, cliente: cliente.chave, numero: faturamento.relatorio))
        }
      }
    }
    return falhas
  }

  private func falhas(de relatorio: Relatorio) -> [FalhaDeConservacao] {
    let faturados = clientes.flatMap(\.faturamentos).filter {
      $0.base == competencia && $0.relatorio == relatorio.numero
    }
    let soma = faturados.map(\.valor).soma
    guard faturados.count != relatorio.clientes || soma != relatorio.valor else { return [] }
    return [
      .relatorio(
        base: competencia, numero: relatorio.numero, clientes: relatorio.clientes,
        valor: relatorio.valor, encontrados: faturados.count, soma: soma)
    ]
  }

  private func falhas(
    de faturamento: Faturamento, de cliente: ChaveDeNome, entre bases: [Base],
    _ contas: ContasConhecidas
  ) -> [FalhaDeConservacao] {
    var falhas: [FalhaDeConservacao] = []
    if faturamento.valor != faturamento.valor.arredondado {
      falhas.append(.fracao(base: competencia, cliente: cliente, valor: faturamento.valor))
    }
    let origem = bases.first { $0.competencia == faturamento.base }
    guard let origem, origem.relatorios.contains(where: { $0.numero == faturamento.relatorio })
    else {
      falhas.append(
        .semRelatorio(
          base: competencia, cliente: cliente, numero: faturamento.relatorio,
          de: faturamento.base))
      return falhas
    }
    let original = origem.clientes.contains { outro in
      outro.faturamentos.contains { $0.mesmaConta(que: faturamento) }
        && contas.saoUmCliente(outro.chave, cliente)
    }
    if !original {
      falhas.append(
        .semOrigem(
          base: competencia, cliente: cliente, numero: faturamento.relatorio,
          de: faturamento.base))
    }
    return falhas
  }
}

private func numerosRepetidos(_ bases: [Base]) -> [FalhaDeConservacao] {
  var lugares: [Int: [Competencia]] = [:]
  for base in bases {
    for relatorio in base.relatorios {
      lugares[relatorio.numero, default: []] += [base.competencia]
    }
  }
  return lugares.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map {
    .numeroRepetido(numero: $0.key, bases: $0.value)
  }
}

/// A client may be billed again once the director has allowed it; then one record holds all bills.
private func faturadosMaisDeUmaVez(_ bases: [Base]) -> [FalhaDeConservacao] {
  var todos: [ChaveDeNome: Set<Int>] = [:]
  var maisCompleto: [ChaveDeNome: Set<Int>] = [:]
  for cliente in bases.flatMap(\.clientes) where !cliente.faturamentos.isEmpty {
    let relatorios = Set(cliente.faturamentos.map(\.relatorio))
    todos[cliente.chave, default: []].formUnion(relatorios)
    if relatorios.count > maisCompleto[cliente.chave]?.count ?? 0 {
      maisCompleto[cliente.chave] = relatorios
    }
  }
  return todos.filter { maisCompleto[$0.key] != $0.value }.sorted { $0.key < $1.key }.map {
    .faturadoMaisDeUmaVez(cliente: $0.key, relatorios: $0.value.sorted())
  }
}

private func faturadosSobDoisNomes(
  _ bases: [Base], _ contas: ContasConhecidas
) -> [FalhaDeConservacao] {
  let vinculos = bases.flatMap(\.vinculos)
  return Set(vinculos.map { contas.cliente(de: $0.cliente) }).sorted().compactMap { cliente in
    let emDobro = bases.contasEmDobro { contas.cliente(de: $0) == cliente }
    let nomes = Set(emDobro.map(\.cliente))
    guard nomes.count > 1 else { return nil }
    return .faturadoSobDoisNomes(
      clientes: nomes.sorted(), relatorios: emDobro.map(\.faturamento.relatorio))
  }
}

/// One release, one bill.
private func liberadosMaisDeUmaVez(
  _ bases: [Base], _ contas: ContasConhecidas
) -> [FalhaDeConservacao] {
  let liberacoes = bases.flatMap { base in
    base.clientes.filter { $0.liberacao != nil }.map { (cliente: $0.chave, base: base.competencia) }
  }
  return Dictionary(grouping: liberacoes) { contas.cliente(de: $0.cliente) }
    .filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map {
      .liberadoMaisDeUmaVez(
        clientes: Set($0.value.map(\.cliente)).sorted(), bases: $0.value.map(\.base))
    }
}

/// Every month that has a bill must say the same of its giving back: a month that does not know of
/// it asks for the money again.
private func devolucoesDivergentes(_ bases: [Base]) -> [FalhaDeConservacao] {
  struct Conta: Hashable {
    let cliente: ChaveDeNome
    let relatorio: Int
  }
  var ditas: [Conta: [(base: Competencia, devolucao: Devolucao?)]] = [:]
  for base in bases {
    for cliente in base.clientes {
      for faturamento in cliente.faturamentos {
        ditas[Conta(cliente: cliente.chave, relatorio: faturamento.relatorio), default: []]
          .append((base.competencia, faturamento.devolucao))
      }
    }
  }
  return ditas.filter { conta in
    conta.value.contains { $0.devolucao != conta.value.first?.devolucao }
  }.sorted { ($0.key.cliente, $0.key.relatorio) < ($1.key.cliente, $1.key.relatorio) }.map {
    .devolucaoDivergente(
      cliente: $0.key.cliente, numero: $0.key.relatorio, bases: $0.value.map(\.base))
  }
}
