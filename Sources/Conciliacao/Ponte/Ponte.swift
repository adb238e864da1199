package import Dominio

/// How one month's money to receive became another's. Docs/regras.md §7
///
///     inicial   what the first month had to bill: billed by it, or still to receive
///     linhas    one for each thing that happened; every client stands in one line besides the bills
///     final     what the second month still has to receive
///
/// The bills are the sums of the reports, the two ends are the totals of the bases, the lines
/// between them are reckoned client by client: three sources that agree only when all is well.
package struct Ponte: Sendable, Equatable {
  package enum Motivo: Sendable, Hashable {
    /// By the reports of one month.
    case faturado(Competencia)
    /// Only in the second base.
    case entrou
    /// Only in the first base.
    case saiu
    /// Billed by a month between, and in neither base.
    case passou
    case mudouDeStatus(de: Status, para: Status)
    /// Financed at both ends.
    case mudouDeValor
    /// Financed and billed meanwhile, and under the former status again.
    case voltou
    /// The director lets, or let, a billed client be billed once more.
    case liberado
    case igual
  }

  package struct Linha: Sendable, Equatable {
    package let motivo: Motivo
    /// Of bills, the number that the reports tell.
    package let quantos: Int
    /// In the order of keys.
    package let clientes: [ChaveDeNome]
    /// What it adds to the money to receive; below zero what it takes away.
    package let valor: Dinheiro
  }

  /// Clients with money to receive, and how much.
  package struct Saldo: Sendable, Equatable {
    package let clientes: Int
    package let valor: Dinheiro
  }

  /// The clients under one status at both ends, and how the one number became the other.
  package struct Movimento: Sendable, Equatable {
    package let status: Status
    package var inicial = 0
    package var entraram = 0
    package var sairam = 0
    /// From another status.
    package var vieram = 0
    /// To another status.
    package var foram = 0
    package var final = 0

    package init(status: Status) { self.status = status }
  }

  package let de: Competencia
  package let para: Competencia
  package let inicial: Saldo
  package let linhas: [Linha]
  package let final: Saldo
  /// Clients whose change nothing in the bases explains. They are in no line.
  package let semExplicacao: [ChaveDeNome]
  /// One a status.
  package let movimentos: [Movimento]
  package let estornos: PonteDeEstornos
  /// Where the bases contradict each other. Such a bridge may end in zero by chance.
  package let contradicoes: [FalhaDeConservacao]

  /// What the lines do not explain: zero when all is well.
  package var diferenca: Dinheiro {
    final.valor - linhas.map(\.valor).reduce(inicial.valor, +)
  }

  /// The clients of the second base that the movements do not explain: zero when all is well.
  package var diferencaDeClientes: Int {
    movimentos.reduce(0) {
      $0 + $1.final - $1.inicial - $1.entraram + $1.sairam - $1.vieram + $1.foram
    }
  }

  package var fecha: Bool {
    diferenca == .zero && diferencaDeClientes == 0 && semExplicacao.isEmpty
      && estornos.diferenca == .zero && contradicoes.isEmpty
  }
}
