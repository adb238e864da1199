package import Dominio

extension Ponte {
  /// - Parameters:
  ///   - bases: those of the data directory, with both months among them.
  ///   - de: the earlier month.
  /// - Returns: nil when a month has no base, or the first is not the earlier.
  package init?(_ bases: [Base], de: Competencia, para: Competencia) {
    let originais = bases
    // Two spellings that have been made one client are one client in every month.
    let vinculados = NomesVinculados(bases.first { $0.competencia == para }?.vinculos ?? [])
    let bases = bases.map { $0.comNomes(vinculados) }
    guard de < para, let antes = bases.comHerancas(ate: de),
      let depois = bases.comHerancas(ate: para)
    else { return nil }
    self.de = de
    self.para = para
    let meses = bases.filter { (de...para).contains($0.competencia) }
      .sorted { $0.competencia < $1.competencia }
    let contas = meses.contas
    let clientes =
      antes.pares(com: depois).map {
        Passagem(
          chave: $0.chave, antes: $0.antes, depois: $0.depois, contas: contas[$0.chave] ?? [],
          de: de)
      } + contas.passageiros(por: antes, depois, de: de)

    let totais = (Totais(antes), Totais(depois))
    inicial = Saldo(
      clientes: clientes.count { $0.inicial != .zero },
      valor: totais.0.faturado + totais.0.aReceber)
    final = Saldo(clientes: clientes.count { $0.final != .zero }, valor: totais.1.aReceber)
    linhas = meses.flatMap(\.linhaDeFaturados) + clientes.linhas
    semExplicacao = clientes.filter { $0.motivo == nil }.map(\.chave).sorted()
    movimentos = Status.allCases.map { clientes.movimento($0, totais.0, totais.1) }
    estornos = PonteDeEstornos(de: antes, para: depois)
    contradicoes = conferirConservacao(originais, ultimoRelatorio: .max)
  }
}

extension [Base] {
  /// The base of a month with what it and the months before it have billed. What was billed later
  /// does not belong to what that month had to receive.
  fileprivate func comHerancas(ate mes: Competencia) -> Base? {
    let base = first { $0.competencia == mes }?.comHerancas(de: filter { $0.competencia <= mes })
    return base?.semContas(depoisDe: mes)
  }

  /// The bills of each client that these months have made themselves.
  fileprivate var contas: [ChaveDeNome: [Faturamento]] {
    var contas: [ChaveDeNome: [Faturamento]] = [:]
    for base in self {
      for cliente in base.clientes {
        let proprias = cliente.faturamentos.filter { $0.base == base.competencia }
        if !proprias.isEmpty { contas[cliente.chave, default: []] += proprias }
      }
    }
    return contas
  }
}

extension [ChaveDeNome: [Faturamento]] {
  /// Clients billed meanwhile whom neither base has.
  fileprivate func passageiros(por antes: Base, _ depois: Base, de: Competencia) -> [Passagem] {
    let conhecidos = Set((antes.clientes + depois.clientes).map(\.chave))
    return filter { !conhecidos.contains($0.key) }.map {
      Passagem(chave: $0.key, antes: nil, depois: nil, contas: $0.value, de: de)
    }
  }
}

extension Base {
  /// What its reports say they have billed.
  fileprivate var linhaDeFaturados: [Ponte.Linha] {
    guard !relatorios.isEmpty else { return [] }
    let clientes = clientes.filter {
      $0.faturamentos.contains { $0.base == competencia }
    }.map(\.chave)
    return [
      Ponte.Linha(
        motivo: .faturado(competencia), quantos: relatorios.reduce(0) { $0 + $1.clientes },
        clientes: clientes, valor: .zero - relatorios.map(\.valor).soma)
    ]
  }
}

/// One client's way from the first base to the second.
private struct Passagem {
  let chave: ChaveDeNome
  /// What the first month had to bill.
  let inicial: Dinheiro
  /// What the second month still has to receive.
  let final: Dinheiro
  /// What happened beside the bills; nil when nothing explains the change.
  let motivo: Ponte.Motivo?
  /// What it brought, bills not counted.
  let valor: Dinheiro
  let status: (antes: Status?, depois: Status?)

  /// - Parameters:
  ///   - contas: the bills of the months of the bridge.
  ///   - de: the first month.
  init(
    chave: ChaveDeNome, antes: Cliente?, depois: Cliente?, contas: [Faturamento], de: Competencia
  ) {
    self.chave = chave
    let faturado = contas.map(\.valor).soma
    let proprio =
      antes?.faturamentos.filter { $0.base == de }.map(\.valor).soma ?? .zero
    inicial = proprio + (antes?.aReceber ?? .zero)
    final = depois?.aReceber ?? .zero
    valor = final - inicial + faturado
    status = (antes?.situacao.status, depois?.situacao.status)
    switch (antes, depois) {
    case (nil, nil): motivo = .passou
    case (nil, _?): motivo = .entrou
    case (_?, nil): motivo = .saiu
    case (let antes?, let depois?):
      let (um, outro) = (antes.situacao.status, depois.situacao.status)
      if um != outro {
        motivo = .mudouDeStatus(de: um, para: outro)
      } else if valor == .zero {
        motivo = .igual
      } else if antes.liberacao != nil || depois.liberacao != nil
        || (!contas.isEmpty && depois.faturamentos.count > 1)
      {
        motivo = .liberado
      } else if um != .financiado {
        motivo = .voltou
      } else {
        let mudou = Self.mudouDeValor(
          antes, depois, de: inicial, para: final + faturado)
        motivo = mudou ? .mudouDeValor : nil
      }
    }
  }

  /// True when another value in the sheets explains the change of a financed client: money
  /// comes from nothing only where there was no value, and vanishes only where there is none now.
  private static func mudouDeValor(
    _ antes: Cliente, _ depois: Cliente, de inicial: Dinheiro, para final: Dinheiro
  ) -> Bool {
    (inicial != .zero || antes.semValor) && (final != .zero || depois.semValor)
  }
}

extension Cliente {
  /// What is still to be billed of this client, as `Totais` sums it up.
  fileprivate var aReceber: Dinheiro {
    guard situacao.status == .financiado, !jaPago || liberacao != nil else { return .zero }
    return situacao.valor?.arredondado ?? .zero
  }

  fileprivate var semValor: Bool { situacao.valor.map { $0.arredondado == .zero } ?? true }
}

extension [Passagem] {
  /// Those of the clients: coming and going always, the others where there are any.
  fileprivate var linhas: [Ponte.Linha] {
    let porMotivo = Dictionary(grouping: self, by: \.motivo)
    return Ponte.Motivo.deClientes.compactMap { motivo in
      let passagens = porMotivo[motivo] ?? []
      guard !passagens.isEmpty || motivo == .entrou || motivo == .saiu else { return nil }
      return Ponte.Linha(
        motivo: motivo, quantos: passagens.count, clientes: passagens.map(\.chave).sorted(),
        valor: passagens.map(\.valor).soma)
    }
  }

  fileprivate func movimento(_ status: Status, _ antes: Totais, _ depois: Totais) -> Ponte.Movimento
  {
    var movimento = Ponte.Movimento(status: status)
    movimento.inicial = antes.porStatus[status] ?? 0
    movimento.final = depois.porStatus[status] ?? 0
    for passagem in self {
      switch passagem.status {
      case (status, status): break
      case (nil, status): movimento.entraram += 1
      case (status, nil): movimento.sairam += 1
      case (_, status): movimento.vieram += 1
      case (status, _): movimento.foram += 1
      default: break
      }
    }
    return movimento
  }
}

extension Ponte.Motivo {
  /// In the order in which the lines stand.
  fileprivate static let deClientes: [Self] =
    [.entrou, .saiu, .passou]
    + Status.allCases.flatMap { de in
      Status.allCases.filter { $0 != de }.map { .mudouDeStatus(de: de, para: $0) }
    } + [.mudouDeValor, .voltou, .liberado, .igual]
}

extension Base {
  /// A base may keep on record what a later month has billed, for a client who was released.
  fileprivate func semContas(depoisDe mes: Competencia) -> Base {
    var base = self
    for indice in clientes.indices {
      let contas = clientes[indice].faturamentos.filter { $0.base <= mes }
      guard contas.count < clientes[indice].faturamentos.count else { continue }
      base.clientes[indice].faturamento = contas.last
      base.clientes[indice].anteriores = Array(contas.dropLast())
    }
    return base
  }
}
