import Dominio

/// The director's decisions in force on each name, as the last of some bases says that knows of it.
/// Docs/regras.md §11
///
/// A name that is a spelling of a client has no place of its own in a base: there the client stands
/// for it. Whoever is missing in between has not been forgotten.
struct DecisoesPorNome {
  private var decisoes: [ChaveDeNome: DecisaoManual] = [:]

  init(_ bases: [Base]) {
    for base in bases.sorted(by: { $0.competencia < $1.competencia }) { acrescentar(base) }
  }

  private mutating func acrescentar(_ base: Base) {
    // Without a decision a client has none by a spelling either: it was withdrawn here.
    let semDecisao = Set(base.clientes.filter { $0.decisao == nil }.map(\.chave))
    for vinculo in base.vinculos where semDecisao.contains(vinculo.cliente) {
      decisoes[vinculo.nome] = nil
    }
    for decisao in base.clientes.compactMap(\.decisao) { decisoes[decisao.nome] = decisao }
    // A name that is itself a client speaks for itself.
    for cliente in base.clientes where cliente.decisao?.nome != cliente.chave {
      decisoes[cliente.chave] = nil
    }
  }

  subscript(nome: ChaveDeNome) -> DecisaoManual? { decisoes[nome] }

  /// That of the first of some names that has one.
  func primeira(de nomes: [ChaveDeNome]) -> DecisaoManual? {
    nomes.lazy.compactMap { decisoes[$0] }.first
  }
}

extension Base {
  /// The names of a client here, in the order in which decisions on them hold: what was decided on
  /// the name itself goes before what was decided on a spelling.
  ///
  /// - Parameter nome: only those after this one.
  func nomes(de cliente: ChaveDeNome, depoisDe nome: ChaveDeNome) -> [ChaveDeNome] {
    let grafias = vinculos.filter { $0.cliente == cliente }.map(\.nome).sorted()
    return nome == cliente ? grafias : grafias.filter { $0 > nome }
  }
}
