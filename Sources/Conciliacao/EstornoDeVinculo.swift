package import Dominio

/// Money that is to be given back because names were linked, or parted.
package struct EstornoDeVinculo: Sendable, Equatable {
  package let cliente: ChaveDeNome
  package let base: Competencia
  package let valor: Dinheiro
}

extension EfeitoDeVinculo {
  /// What is to be given back afterwards and was not before, as the newest month says in which that
  /// is so: what one name was billed goes back when the other gave up.
  ///
  /// - Parameter antes: all bases, as they were.
  package func estorno(entre antes: [Base]) -> EstornoDeVinculo? {
    let depois = antes.map { base in
      bases.first { $0.competencia == base.competencia } ?? base
    }
    let pares = zip(antes, depois).sorted { $0.0.competencia > $1.0.competencia }
    for (antiga, nova) in pares {
      for nome in [vinculo.cliente, vinculo.nome] {
        guard let cliente = nova.comHerancas(so: nome, de: depois), let valor = cliente.estorno
        else { continue }
        let era = antiga.comHerancas(so: nome, de: antes)?.estorno ?? .zero
        if valor > era {
          return EstornoDeVinculo(cliente: nome, base: nova.competencia, valor: valor)
        }
      }
    }
    return nil
  }
}

extension Base {
  /// One client, with what other months have billed.
  fileprivate func comHerancas(so nome: ChaveDeNome, de bases: [Base]) -> Cliente? {
    guard let cliente = cliente(nome) else { return nil }
    var so = self
    so.clientes = [cliente]
    return so.comHerancas(de: bases).clientes.first
  }
}
