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
  /// The director decided otherwise on the spelling than on the client.
  case decisoesDiferentes(daGrafia: DecisaoManual, doCliente: DecisaoManual)
  /// Both names were billed, neither with the other's bill on record.
  case faturadoDuasVezes(daGrafia: ContaDeContrato, doCliente: ContaDeContrato)
  /// Both names are released to be billed once more: one release, one bill.
  case liberadoDuasVezes(daGrafia: NomeLiberado, doCliente: NomeLiberado)
}

/// In which month a name is released to be billed once more.
package struct NomeLiberado: Equatable, Sendable {
  package let cliente: ChaveDeNome
  package let base: Competencia
}

/// What linking names, or parting them, does to the bases.
package struct EfeitoDeVinculo: Sendable {
  package let vinculo: Vinculo
  /// Those that change, ascending by month.
  package internal(set) var bases: [Base] = []
  /// The months in which the link is made, or taken back.
  package internal(set) var meses: [Competencia] = []
  /// Later months that stay as they are, and why.
  package internal(set) var fora: [(mes: Competencia, motivo: VinculoRecusado)] = []
  /// The decision on the spelling that came to hold for the client, or that left with it.
  package internal(set) var decisao: DecisaoManual?
  /// The months in which it did.
  package internal(set) var comDecisao: [Competencia] = []
  /// Alerts that ended with the decision, or opened again without it, by number.
  package internal(set) var alertas: [NumeroDeAlerta] = []
  /// A decision on another spelling, which holds in the place of the one that left.
  package internal(set) var emSeuLugar: DecisaoManual?
  /// What had been billed under the other name, and is on the client's record no more.
  package internal(set) var largados: [Faturamento] = []
}

/// Makes a spelling mean a client, in a month and the later ones in which that can be. What was
/// decided on the spelling in earlier months holds for the client from there on.
///
/// - Parameter operacao: the number that this has in the history, or would have.
package func vincular(
  _ vinculo: Vinculo, entre bases: [Base], operacao: Int
) throws(VinculoRecusado) -> EfeitoDeVinculo {
  var efeito = EfeitoDeVinculo(vinculo: vinculo)
  try vinculo.conferirContas(entre: bases)
  for base in bases.sorted(by: { $0.competencia < $1.competencia })
  where base.competencia >= vinculo.base {
    var base = base
    do throws(VinculoRecusado) {
      try base.vincular(vinculo)
      let daGrafia = DecisoesPorNome(bases.filter { $0.competencia < base.competencia })[
        vinculo.nome]
      if let daGrafia, let lugar = try base.lugar(que: vinculo, levaA: daGrafia) {
        var decisao = daGrafia
        decisao.regras = base.clientes[lugar].situacao
        efeito.alertas += base.aceitar(decisao, em: lugar, operacao: operacao)
        efeito.decisao = efeito.decisao ?? decisao
        efeito.comDecisao.append(base.competencia)
      }
      efeito.bases.append(base)
      efeito.meses.append(base.competencia)
    } catch {
      if base.competencia == vinculo.base { throw error }
      if error != .jaVinculado { efeito.fora.append((base.competencia, error)) }
    }
  }
  return efeito
}

/// Parts a spelling from its client again, in a month and the later ones that have the same link.
/// What was decided on the spelling leaves with it, and what was billed under it.
///
/// - Parameter operacao: the number that this has in the history, or would have.
package func desvincular(
  _ vinculo: Vinculo, em mes: Competencia, entre bases: [Base], operacao: Int
) -> EfeitoDeVinculo {
  var efeito = EfeitoDeVinculo(vinculo: vinculo)
  var novas = bases.sorted { $0.competencia < $1.competencia }
  for indice in novas.indices where novas[indice].competencia >= mes {
    var base = novas[indice]
    base.vinculos.removeAll { $0.nome == vinculo.nome && $0.cliente == vinculo.cliente }
    guard base.vinculos != novas[indice].vinculos else { continue }
    if let lugar = base.clientes.firstIndex(where: { $0.chave == vinculo.cliente }),
      let decisao = base.clientes[lugar].decisao, decisao.nome == vinculo.nome
    {
      let troca = base.retirar(
        decisao, em: lugar, motivo: "era sobre \(vinculo.nome), que foi desvinculado",
        entre: bases, agora: novas, operacao: operacao)
      efeito.alertas += troca.reabertos
      efeito.decisao = efeito.decisao ?? decisao
      efeito.comDecisao.append(base.competencia)
      efeito.emSeuLugar = efeito.emSeuLugar ?? troca.emSeuLugar
    }
    efeito.meses.append(base.competencia)
    novas[indice] = base
  }
  let contas = ContasConhecidas(bases)
  let largadas = novas.largarContasAlheias { contas.saoUmCliente($0, vinculo.nome) }
  efeito.largados = largadas.faturamentos
  efeito.bases = novas.filter {
    efeito.meses.contains($0.competencia) || largadas.bases.contains($0.competencia)
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

  /// Where a decision on the spelling has to hold from now on; nil when the client is not here, has
  /// the same decision already, or another one that was taken after the link.
  fileprivate func lugar(
    que vinculo: Vinculo, levaA decisao: DecisaoManual
  ) throws(VinculoRecusado) -> Int? {
    guard let lugar = clientes.firstIndex(where: { $0.chave == vinculo.cliente }) else {
      return nil
    }
    guard let propria = clientes[lugar].decisao else { return lugar }
    if propria.base <= vinculo.base, !propria.situacao.dizOMesmo(que: decisao.situacao) {
      throw .decisoesDiferentes(daGrafia: decisao, doCliente: propria)
    }
    return nil
  }
}
