package import Dominio

// Two spellings that are one client, by the director's word. Docs/regras.md §11

/// Why a spelling cannot be made to mean a client in a base.
package enum VinculoRecusado: Error, Equatable, Sendable {
  /// Acompanhamento has both names: they are two clients.
  case grafiaEhCliente
  case semCliente
  /// The spelling means another client already.
  case deOutroCliente(ChaveDeNome)
  case jaVinculado
  /// The client is itself a spelling of another one, or the spelling has spellings of its own: a
  /// chain, of which nobody could say where it ends.
  case emCadeia(Vinculo)
}

/// What linking names, or parting them, does to the bases.
package struct EfeitoDeVinculo: Sendable {
  package let vinculo: Vinculo
  /// Those that change, ascending by month.
  package internal(set) var bases: [Base] = []
  /// Later months that stay as they are, and why.
  package internal(set) var fora: [(mes: Competencia, motivo: VinculoRecusado)] = []
}

/// Makes a spelling mean a client, in a month and the later ones in which that can be.
package func vincular(
  _ vinculo: Vinculo, entre bases: [Base]
) throws(VinculoRecusado) -> EfeitoDeVinculo {
  var efeito = EfeitoDeVinculo(vinculo: vinculo)
  for base in bases.sorted(by: { $0.competencia < $1.competencia })
  where base.competencia >= vinculo.base {
    var base = base
    do throws(VinculoRecusado) {
      try base.vincular(vinculo)
      efeito.bases.append(base)
    } catch {
      if base.competencia == vinculo.base { throw error }
      if error != .jaVinculado { efeito.fora.append((base.competencia, error)) }
    }
  }
  return efeito
}

/// Parts a spelling from its client again, in a month and the later ones that have the same link.
package func desvincular(
  _ vinculo: Vinculo, em mes: Competencia, entre bases: [Base]
) -> EfeitoDeVinculo {
  var efeito = EfeitoDeVinculo(vinculo: vinculo)
  for base in bases.sorted(by: { $0.competencia < $1.competencia }) where base.competencia >= mes {
    var desfeita = base
    desfeita.vinculos.removeAll { $0.nome == vinculo.nome && $0.cliente == vinculo.cliente }
    if desfeita.vinculos != base.vinculos { efeito.bases.append(desfeita) }
  }
  return efeito
}

extension Base {
  /// - Parameter vinculo: made in this month or carried on from an earlier one.
  fileprivate mutating func vincular(_ vinculo: Vinculo) throws(VinculoRecusado) {
    if cliente(vinculo.nome) != nil { throw .grafiaEhCliente }
    // In a later month the client may have left.
    if vinculo.base == competencia, cliente(vinculo.cliente) == nil { throw .semCliente }
    if let outro = vinculos.first(where: { $0.nome == vinculo.nome }) {
      throw outro.cliente == vinculo.cliente ? .jaVinculado : .deOutroCliente(outro.cliente)
    }
    if let elo = vinculos.first(where: {
      $0.nome == vinculo.cliente || $0.cliente == vinculo.nome
    }) {
      throw .emCadeia(elo)
    }
    vinculos.append(vinculo)
    vinculos.sort { $0.nome < $1.nome }
  }
}
