import CommandLineKit
import Dominio

// What several commands print for people.

extension Situacao {
  /// `Financiado R$ 331,4805`.
  var resumo: String {
    status.nome + (valor.map { " \($0.emReais(casas: $0.casas))" } ?? "")
  }
}

extension TipoDeAlerta.Severidade {
  var estilo: Style {
    switch self {
    case .baixa: .dim
    case .media: .yellow
    case .alta: .red
    }
  }

  /// Tells the same without a word, and without colour.
  var marca: String {
    switch self {
    case .baixa: "●"
    case .media: "◆"
    case .alta: "▲"
    }
  }
}

extension Dinheiro? {
  /// In reais, or a dash.
  var emReais: String {
    guard let valor = self else { return "–" }
    return valor.emReais(casas: valor.casas)
  }
}

extension Aviso {
  /// `gestores.xlsx, aba "Plan1", D17: mensagem.`
  var linha: String {
    let aba = aba.map { ", aba \"\($0)\"" } ?? ""
    let celula = celula.map { ", \($0)" } ?? ""
    return "\(arquivo)\(aba)\(celula): \(mensagem).\n"
  }
}
