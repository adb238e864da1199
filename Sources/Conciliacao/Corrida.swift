package import Dominio

/// One run of a command that raises alerts: what their life needs to know of it.
/// Docs/regras.md §10
package struct Corrida: Sendable {
  /// The number that the run has in the history, or would have.
  package let operacao: Int
  /// The spreadsheets that were read, so that evidence can name its cells.
  package var origens: [Origem]
  /// The bases of the months before; what was ended there is not asked again.
  package var passadas: [Base]

  package init(operacao: Int = 0, origens: [Origem] = [], passadas: [Base] = []) {
    self.operacao = operacao
    self.origens = origens
    self.passadas = passadas
  }
}

/// Which alerts a run speaks of: those it does not find any more have ended.
enum Alcance {
  case criacaoDeBase
  case controle
  case recebimentos

  func inclui(_ identidade: Alerta.Identidade) -> Bool {
    switch self {
    case .criacaoDeBase: identidade.planilha == .acompanhamento
    case .controle: identidade.planilha == .gestores || identidade.planilha == .webopay
    case .recebimentos: identidade.planilha == .epr
    }
  }

  /// `no controle 7`.
  func momento(_ corrida: Corrida) -> String {
    switch self {
    case .criacaoDeBase: "na criação da base (operação \(corrida.operacao))"
    case .controle: "no controle \(corrida.operacao)"
    case .recebimentos: "nos recebimentos (operação \(corrida.operacao))"
    }
  }
}
