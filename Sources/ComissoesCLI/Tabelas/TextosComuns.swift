import CommandLineKit
import Dominio

// What several commands print for people.

/// `1 cliente`, `2 clientes`.
func contagem(_ numero: Int, _ singular: String, _ plural: String) -> String {
  "\(numero) \(numero == 1 ? singular : plural)"
}

extension Situacao {
  /// `Financiado R$ 331,4805`.
  var resumo: String {
    status.nome + (valor.map { " \($0.emReais(casas: $0.casas))" } ?? "")
  }
}

extension TipoDeAlerta.Severidade {
  /// For people.
  var nome: String {
    switch self {
    case .baixa: "baixa"
    case .media: "média"
    case .alta: "alta"
    }
  }

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
    case .baixa: "○"
    case .media: "●"
    case .alta: "▲"
    }
  }
}

extension TipoDeAlerta {
  /// For people.
  var nome: String {
    switch self {
    case .gestoresNaoBase: "em Gestores, fora da base"
    case .webopayNaoBase: "no WeboPay, fora da base"
    case .pixNaoConfirmado: "PIX não confirmado"
    case .financiadoSemValor: "financiado sem valor"
    case .multiplasCorrespondencias: "nome repetido"
    case .financiadoNoWebopay: "financiado no WeboPay"
    case .valoresDivergentes: "valores divergentes"
    case .webopaySemGestores: "no WeboPay, sem Gestores"
    case .formaDesconhecida: "forma desconhecida"
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
