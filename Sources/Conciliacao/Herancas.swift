package import Dominio

extension Base {
  /// The base with what others have billed, also where it was made before the bill and does not
  /// know of it: as it is to be shown and summed up. Docs/regras.md §7
  package func comHerancas(de outras: [Base]) -> Base {
    herdando(faturamentosPorNome(outras, NomesVinculados(vinculos)))
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
  // The same for all bases that link no names.
  let semVinculos = faturamentosPorNome(bases, NomesVinculados([]))
  return bases.map { base in
    base.vinculos.isEmpty ? base.herdando(semVinculos) : base.comHerancas(de: bases)
  }
}

/// What some bases have billed, by client, oldest bill first. A base that knows of more bills of a
/// name than another knows better; the bills of all spellings of a client count.
func faturamentosPorNome(
  _ bases: [Base], _ vinculados: NomesVinculados
) -> [ChaveDeNome: [Faturamento]] {
  var porNome: [ChaveDeNome: [Faturamento]] = [:]
  for base in bases.sorted(by: { $0.competencia < $1.competencia }) {
    for cliente in base.clientes
    where cliente.faturamentos.count > porNome[cliente.chave]?.count ?? 0 {
      porNome[cliente.chave] = cliente.faturamentos
    }
  }
  var porCliente: [ChaveDeNome: [Faturamento]] = [:]
  for (nome, faturamentos) in porNome {
    let conhecidos = porCliente[vinculados[nome]] ?? []
    porCliente[vinculados[nome]] =
      conhecidos.isEmpty
      ? faturamentos
      : (conhecidos + faturamentos.filter { !conhecidos.contains($0) })
        .sorted { ($0.base, $0.relatorio) < ($1.base, $1.relatorio) }
  }
  return porCliente
}

extension Cliente {
  /// Takes over bills that the client's own record does not know of.
  mutating func herdar(_ faturamentos: [Faturamento]?) {
    guard let faturamentos, faturamentos.count > self.faturamentos.count else { return }
    faturamento = faturamentos.last
    anteriores = Array(faturamentos.dropLast())
  }
}
