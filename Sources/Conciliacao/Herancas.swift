package import Dominio

extension Base {
  /// The base with what others have billed, also where it was made before the bill and does not
  /// know of it: as it is to be shown and summed up. Docs/regras.md §7
  package func comHerancas(de outras: [Base]) -> Base {
    herdando(faturamentosPorNome(outras))
  }

  fileprivate func herdando(_ faturamentos: [ChaveDeNome: [Faturamento]]) -> Base {
    var base = self
    for indice in base.clientes.indices {
      base.clientes[indice].herdar(faturamentos[base.clientes[indice].chave])
    }
    return base
  }
}

/// All bases of a data directory, each with what the others have billed.
package func comHerancas(_ bases: [Base]) -> [Base] {
  let faturamentos = faturamentosPorNome(bases)
  return bases.map { $0.herdando(faturamentos) }
}

/// What some bases have billed, by name, oldest bill first. A base that knows of more bills of a
/// name than another knows better.
func faturamentosPorNome(_ bases: [Base]) -> [ChaveDeNome: [Faturamento]] {
  var faturamentos: [ChaveDeNome: [Faturamento]] = [:]
  for base in bases.sorted(by: { $0.competencia < $1.competencia }) {
    for cliente in base.clientes
    where cliente.faturamentos.count > faturamentos[cliente.chave]?.count ?? 0 {
      faturamentos[cliente.chave] = cliente.faturamentos
    }
  }
  return faturamentos
}

extension Cliente {
  /// Takes over bills that the client's own record does not know of.
  mutating func herdar(_ faturamentos: [Faturamento]?) {
    guard let faturamentos, faturamentos.count > self.faturamentos.count else { return }
    faturamento = faturamentos.last
    anteriores = Array(faturamentos.dropLast())
  }
}
