import CommandLineKit

/// What the keys of `alertas revisar` mean.
enum TeclaDeRevisao: Character, CaseIterable {
  case resolver = "r"
  case falsoPositivo = "f"
  case decidir = "c"
  case pular = "p"
  case desfazer = "d"
  case sair = "q"
  case ajuda = "?"

  /// Nil for a key without a meaning. Capitals mean the same.
  init?(_ key: Key) {
    if key.isStop {
      self = .sair
    } else if case .character(let character) = key, let small = character.lowercased().first,
      let tecla = TeclaDeRevisao(rawValue: small)
    {
      self = tecla
    } else {
      return nil
    }
  }

  var nome: String {
    switch self {
    case .resolver: "resolver"
    case .falsoPositivo: "falso positivo"
    case .decidir: "decidir sobre o cliente"
    case .pular: "pular"
    case .desfazer: "desfazer"
    case .sair: "sair"
    case .ajuda: "ajuda"
    }
  }

  private var explicacao: String {
    switch self {
    case .resolver: "encerra o alerta como resolvido; pede o motivo (Esc volta)"
    case .falsoPositivo: "encerra o alerta como falso positivo; pede o motivo (Esc volta)"
    case .decidir:
      "decide o status e o valor do cliente, como 'cliente decidir'; pede o motivo (Esc volta)"
    case .pular: "deixa o alerta em aberto e vai ao próximo"
    case .desfazer: "desfaz a última decisão desta revisão e volta a ela"
    case .sair: "sai; Ctrl-C também. O que foi decidido já está gravado"
    case .ajuda: "mostra esta ajuda"
    }
  }

  /// One line: `r resolver · f falso positivo · …`.
  static let legenda = allCases.map { "\($0.rawValue) \($0.nome)" }.joined(separator: " · ")

  /// A line for each key.
  static let pagina = allCases.map { "  \($0.rawValue)  \($0.explicacao)\n" }.joined()
}
