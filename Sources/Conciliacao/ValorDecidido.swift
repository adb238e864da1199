package import Dominio

/// The amount that goes with a manual decision, and where it comes from: nothing is guessed.
/// Docs/regras.md §11
package enum ValorDecidido: Sendable, Equatable {
  case informado(Dinheiro)
  /// Nothing is owed for who gave up or got a discount.
  case zero
  case nenhum
  /// What the client has already.
  case atual(Dinheiro, fonte: String?)
  /// What the rules say of a client whom an earlier decision left without an amount.
  case regras(Dinheiro, fonte: String?)

  /// Why an amount does not go with a status.
  package enum Recusa: Error, Equatable, Sendable {
    /// The status needs an amount, and there is none to take.
    case falta
    /// The status has no amount, or only zero.
    case sobra
    /// The status bills, and of this amount nothing would be billed.
    case nada
    case negativo
  }

  package init(
    _ status: Status, informado: Dinheiro?, de cliente: Cliente
  ) throws(Recusa) {
    if let informado, informado < .zero { throw .negativo }
    switch status {
    case .nulo:
      if informado != nil { throw .sobra }
      self = .nenhum
    case .desistiu, .desconto:
      if informado ?? .zero != .zero { throw .sobra }
      self = .zero
    case .financiado, .pago:
      if let informado {
        guard informado.ehFaturavel else { throw .nada }
        self = .informado(informado)
      } else if let conhecido = Self(de: cliente, onde: \.ehFaturavel) {
        self = conhecido
      } else {
        throw .falta
      }
    case .requerAnalise:
      self =
        informado.map(Self.informado) ?? Self(de: cliente, onde: { _ in true }) ?? .nenhum
    }
  }

  /// What is known without asking: what the client has, or else what the rules say.
  private init?(de cliente: Cliente, onde serve: (Dinheiro) -> Bool) {
    let (atual, regras) = (cliente.situacao, cliente.decisao?.regras)
    if let valor = atual.comissao, serve(valor) {
      self = .atual(valor, fonte: atual.fonte)
    } else if let regras, let valor = regras.comissao, serve(valor) {
      self = .regras(valor, fonte: regras.fonte)
    } else {
      return nil
    }
  }

  package var valor: Dinheiro? {
    switch self {
    case .informado(let valor), .atual(let valor, _), .regras(let valor, _): valor
    case .zero: .zero
    case .nenhum: nil
    }
  }
}

extension Situacao {
  /// The amount; the zero of who gave up or got a discount is none.
  fileprivate var comissao: Dinheiro? {
    switch status {
    case .desistiu, .desconto: nil
    case .nulo, .financiado, .pago, .requerAnalise: valor
    }
  }
}

extension Dinheiro {
  /// True of what makes a cent at least.
  fileprivate var ehFaturavel: Bool { arredondado > .zero }
}
