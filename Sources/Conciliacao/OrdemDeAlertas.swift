package import Dominio

extension Alerta {
  /// Worst first, each kind together, then in the order of numbers.
  package static func piorPrimeiro(_ um: Alerta, _ outro: Alerta) -> Bool {
    (um.tipo.severidade.ordem, um.tipo.numero, um.serie)
      < (outro.tipo.severidade.ordem, outro.tipo.numero, outro.serie)
  }
}

extension TipoDeAlerta {
  /// Worst first.
  package static let piorPrimeiro = allCases.sorted {
    ($0.severidade.ordem, $0.numero) < ($1.severidade.ordem, $1.numero)
  }
}

extension TipoDeAlerta.Severidade {
  /// The worst is 0.
  package var ordem: Int {
    switch self {
    case .alta: 0
    case .media: 1
    case .baixa: 2
    }
  }
}
