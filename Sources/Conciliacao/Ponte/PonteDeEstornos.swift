package import Dominio

/// How the money to give back of one month became another's. Docs/regras.md §7
///
/// What was given back belongs to the month of the calendar in which it was.
package struct PonteDeEstornos: Sendable, Equatable {
  package struct Parcela: Sendable, Equatable {
    package fileprivate(set) var clientes: [ChaveDeNome] = []
    package fileprivate(set) var valor = Dinheiro.zero

    fileprivate mutating func somar(_ cliente: ChaveDeNome, _ valor: Dinheiro) {
      guard valor != .zero else { return }
      clientes.append(cliente)
      self.valor = self.valor + valor
    }
  }

  /// To give back at the end of the first month.
  package let inicial: Dinheiro
  /// Billed clients who gave up, or got a discount.
  package private(set) var novos = Parcela()
  /// Given back after the first month, up to the end of the second.
  package private(set) var devolvidos = Parcela()
  /// No longer to give back: the client was taken up again, or has left the base.
  package private(set) var encerrados = Parcela()
  /// To give back at the end of the second month.
  package let final: Dinheiro
  /// What of that was given back since, in a later month of the calendar.
  package private(set) var devolvidosDepois = Parcela()

  /// Zero when all is well.
  package var diferenca: Dinheiro {
    final - (inicial + novos.valor - devolvidos.valor - encerrados.valor)
  }

  /// - Parameters:
  ///   - antes: the first base, with what it inherits.
  ///   - depois: the second base, with what it inherits.
  init(de antes: Base, para depois: Base) {
    inicial = antes.devido
    final = depois.devido
    let meses = (antes.competencia, depois.competencia)
    for (chave, antigo, novo) in antes.pares(com: depois) {
      let devido = antigo?.devido(aoFimDe: meses.0) ?? .zero
      let aindaDevido = novo?.devido(aoFimDe: meses.1) ?? .zero
      let devolvido =
        (novo ?? antigo)?.faturamentos.filter {
          $0.devolvido(depoisDe: meses.0) && !$0.devolvido(depoisDe: meses.1)
        }.map(\.valor).soma ?? .zero
      devolvidos.somar(chave, devolvido)
      devolvidosDepois.somar(chave, novo?.devolvido(depoisDe: meses.1) ?? .zero)
      let resto = aindaDevido - devido + devolvido
      // By size, not by sign: what was billed may have been below zero.
      if devido.modulo < (aindaDevido + devolvido).modulo {
        novos.somar(chave, resto)
      } else {
        encerrados.somar(chave, .zero - resto)
      }
    }
  }
}

extension Base {
  /// The open estornos, and those that were given back only after this month.
  fileprivate var devido: Dinheiro {
    Totais(self).estornos
      + clientes.map { $0.devolvido(depoisDe: competencia) }.soma
  }

  /// Each client of this base or the other one, as they stand in both.
  func pares(
    com outra: Base
  ) -> [(chave: ChaveDeNome, antes: Cliente?, depois: Cliente?)] {
    let antigos = Dictionary(
      clientes.map { ($0.chave, $0) }, uniquingKeysWith: { first, _ in first })
    let novos = Dictionary(
      outra.clientes.map { ($0.chave, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(antigos.keys).union(novos.keys).sorted().map { ($0, antigos[$0], novos[$0]) }
  }
}

extension Cliente {
  /// What was to be given back at the end of a month, and was after it.
  fileprivate func devolvido(depoisDe mes: Competencia) -> Dinheiro {
    guard situacao.status.devolve else { return .zero }
    return faturamentos.filter { $0.devolvido(depoisDe: mes) }.map(\.valor).soma
  }

  fileprivate func devido(aoFimDe mes: Competencia) -> Dinheiro {
    guard situacao.status.devolve else { return .zero }
    return faturamentos.filter { $0.devolucao == nil || $0.devolvido(depoisDe: mes) }
      .map(\.valor).soma
  }
}

extension Status {
  /// True where what was billed must go back.
  fileprivate var devolve: Bool {
    switch self {
    case .desistiu, .desconto: true
    case .nulo, .financiado, .pago, .requerAnalise: false
    }
  }
}

extension Faturamento {
  fileprivate func devolvido(depoisDe mes: Competencia) -> Bool {
    guard let dia = devolucao?.dia else { return false }
    return (mes.ano, mes.mes) < (dia.ano, dia.mes)
  }
}
