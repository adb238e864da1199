import Dominio
import SheetWriting

/// For how long a signed commission has waited for its report; a month is no wait.
enum FaixaDeAssinatura: CaseIterable {
  case ate60
  case ate90
  case maisDe90

  /// Nil up to thirty days, and for a signature without a day or after the report.
  init?(assinatura: Dia?, em dia: Dia) {
    switch assinatura.map({ dia.dias(desde: $0) }) ?? 0 {
    case ...30: return nil
    case 31...60: self = .ate60
    case 61...90: self = .ate90
    default: self = .maisDe90
    }
  }

  var nome: String {
    switch self {
    case .ate60: "31 a 60 dias"
    case .ate90: "61 a 90 dias"
    case .maisDe90: "mais de 90 dias"
    }
  }

  /// Each darker than the one before, also on paper without colours.
  var cor: UInt32 {
    switch self {
    case .ate60: 0xFDE9D9
    case .ate90: 0xF8C499
    case .maisDe90: 0xEE9A55
    }
  }

  /// What the colours of a column mean; nothing when none of its days has one.
  static func legenda(_ faixas: some Collection<FaixaDeAssinatura>) -> [DraftCell] {
    guard !faixas.isEmpty else { return [] }
    return [DraftCell(.text(titulo), Estilo.legenda)]
      + allCases.map { faixa in
        DraftCell(.text(faixa.nome), Estilo.legenda.com(fundo: faixa.cor, alinhada: .center))
      }
  }

  static let titulo = "Dias desde a assinatura:"
}
