import Dominio

// What several names of one client were billed, or released for, each without knowing of the others.
// Docs/regras.md §7 and §11

extension [Base] {
  /// The bills of these names that nobody has given back, as the months have them that made them,
  /// oldest first; none when one record knows of them all: then the director had released the client.
  func contasEmDobro(de ehDoCliente: (ChaveDeNome) -> Bool) -> [ContaDeContrato] {
    var contas: [ContaDeContrato] = []
    var maisCompleto = 0
    for base in sorted(by: { $0.competencia < $1.competencia }) {
      for cliente in base.clientes where ehDoCliente(cliente.chave) {
        let faturamentos = cliente.faturamentos
        maisCompleto = Swift.max(maisCompleto, faturamentos.count)
        contas += faturamentos.filter { $0.base == base.competencia }.map {
          ContaDeContrato(cliente: cliente.chave, faturamento: $0)
        }
      }
    }
    return maisCompleto >= contas.count ? [] : contas.filter { $0.faturamento.devolucao == nil }
  }

  /// Where these names are released to be billed once more.
  func liberacoes(
    de ehDoCliente: (ChaveDeNome) -> Bool
  ) -> [(cliente: ChaveDeNome, base: Competencia)] {
    flatMap { base in
      base.clientes.filter { $0.liberacao != nil && ehDoCliente($0.chave) }.map {
        ($0.chave, base.competencia)
      }
    }
  }
}

extension [Base] {
  /// Takes out of the records of some names the bills of names that are not theirs any more; what was
  /// taken over under a link goes with it.
  ///
  /// - Returns: the bills that left, and the months in which they did.
  mutating func largarContasAlheias(
    de ehDoCliente: (ChaveDeNome) -> Bool
  ) -> (faturamentos: [Faturamento], bases: [Competencia]) {
    let contas = ContasConhecidas(self)
    let todas = self
    var largadas: (faturamentos: [Faturamento], bases: [Competencia]) = ([], [])
    for indice in indices {
      for lugar in self[indice].clientes.indices
      where ehDoCliente(self[indice].clientes[lugar].chave) {
        let cliente = self[indice].clientes[lugar]
        let alheias = cliente.faturamentos.filter { faturamento in
          guard let origem = todas.first(where: { $0.competencia == faturamento.base }) else {
            return false
          }
          return !origem.clientes.contains { outro in
            contas.saoUmCliente(outro.chave, cliente.chave)
              && outro.faturamentos.contains { $0.mesmaConta(que: faturamento) }
          }
        }
        guard !alheias.isEmpty else { continue }
        let proprias = cliente.faturamentos.filter { !alheias.contains($0) }
        self[indice].clientes[lugar].faturamento = proprias.last
        self[indice].clientes[lugar].anteriores = [Faturamento](proprias.dropLast())
        largadas.faturamentos += alheias.filter { !largadas.faturamentos.contains($0) }
        largadas.bases.append(self[indice].competencia)
      }
    }
    return largadas
  }
}

extension Vinculo {
  /// Refuses to make one client of two who were each billed, or are each released to be.
  func conferirContas(entre bases: [Base]) throws(VinculoRecusado) {
    let contas = ContasConhecidas(bases)
    // Some month has the link already: who billed since has known of it.
    if contas.saoUmCliente(nome, cliente) { return }
    func ehDaGrafia(_ outro: ChaveDeNome) -> Bool { contas.saoUmCliente(outro, nome) }
    func ehDoCliente(_ outro: ChaveDeNome) -> Bool { contas.saoUmCliente(outro, cliente) }
    let emDobro = bases.contasEmDobro { ehDaGrafia($0) || ehDoCliente($0) }
    if let daGrafia = emDobro.last(where: { ehDaGrafia($0.cliente) }),
      let doCliente = emDobro.last(where: { ehDoCliente($0.cliente) })
    {
      throw .faturadoDuasVezes(daGrafia: daGrafia, doCliente: doCliente)
    }
    if let daGrafia = bases.liberacoes(de: ehDaGrafia).first,
      let doCliente = bases.liberacoes(de: ehDoCliente).first
    {
      throw .liberadoDuasVezes(
        daGrafia: .init(cliente: daGrafia.cliente, base: daGrafia.base),
        doCliente: .init(cliente: doCliente.cliente, base: doCliente.base))
    }
  }
}
