package import Dominio

/// The sums of a base. Docs/regras.md §7
package struct Totais: Sendable, Equatable {
  package let clientes: Int
  /// All six, also those without clients.
  package let porStatus: [Status: Int]
  /// FINANCIADO and not billed, or released to be billed once more, signed or not, each rounded to
  /// cents as it would be billed.
  package let aReceber: Dinheiro
  /// What this base's own reports have billed; what was inherited belongs to the other month.
  package let faturado: Dinheiro
  /// The part of it that was given back.
  package let devolvido: Dinheiro
  package let desistencias: Int
  package let requerAnalise: Int
  /// The money to give back.
  package let estornos: Dinheiro

  /// - Parameter base: with what it inherits from the others, as `comHerancas` gives it.
  package init(_ base: Base) {
    clientes = base.clientes.count
    var porStatus = Dictionary(uniqueKeysWithValues: Status.allCases.map { ($0, 0) })
    for cliente in base.clientes { porStatus[cliente.situacao.status, default: 0] += 1 }
    self.porStatus = porStatus
    aReceber =
      base.clientes.filter(\.estaAReceber)
      .compactMap(\.situacao.valor?.arredondado).soma
    let proprios = base.clientes.flatMap(\.faturamentos).filter { $0.base == base.competencia }
    faturado = proprios.map(\.valor).soma
    devolvido = proprios.filter { $0.devolucao != nil }.map(\.valor).soma
    desistencias = porStatus[.desistiu] ?? 0
    requerAnalise = porStatus[.requerAnalise] ?? 0
    estornos = base.clientes.compactMap(\.estorno).soma
  }
}

extension Cliente {
  /// FINANCIADO and not billed, or released to be billed once more.
  package var estaAReceber: Bool {
    situacao.status == .financiado && (!jaPago || liberacao != nil)
  }
}

extension Base {
  /// Clients who wait for their commission, or for the director, and of whom a spreadsheet says
  /// nothing any more.
  ///
  /// - Parameters:
  ///   - sumiram: names that it had and no longer has.
  ///   - ficaram: those that it has; a client may stand there under another spelling.
  package func abertos(
    entre sumiram: [ChaveDeNome], semContar ficaram: [ChaveDeNome]
  ) -> [Cliente] {
    let nomes = NomesVinculados(vinculos)
    let sumidos = Set(sumiram.map { nomes[$0] }).subtracting(ficaram.map { nomes[$0] })
    return clientes.filter {
      sumidos.contains($0.chave) && ($0.estaAReceber || $0.situacao.status == .requerAnalise)
    }
  }
}
