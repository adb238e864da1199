import Dominio

// What several commands print for people.

/// `1 cliente`, `2 clientes`.
func contagem(_ numero: Int, _ singular: String, _ plural: String) -> String {
  "\(numero) \(numero == 1 ? singular : plural)"
}

extension Status {
  /// For people.
  var nome: String {
    switch self {
    case .nulo: "Nulo"
    case .financiado: "Financiado"
    case .pago: "Pago"
    case .desconto: "Desconto"
    case .desistiu: "Desistiu"
    case .requerAnalise: "Requer análise"
    }
  }
}

extension Situacao {
  /// `Financiado R$ 331,4805`.
  var resumo: String {
    status.nome + (valor.map { " \($0.emReais(casas: $0.casas))" } ?? "")
  }
}

extension Candidato {
  /// `JOÃO SILVA (97%, mesmo nome sem acentos)`.
  var resumo: String { "\(nome) (\(confianca)%, \(razoes.joined(separator: ", ")))" }
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

/// The alerts of a run, worst first, each kind under its suggested action; nothing without alerts.
func textoDeAlertas(_ alertas: [Alerta]) -> String {
  guard !alertas.isEmpty else { return "" }
  let novos = alertas.count(where: \.novo)
  var texto = "\nAlertas: \(alertas.count) (\(contagem(novos, "novo", "novos")))\n"
  let tipos = TipoDeAlerta.allCases.sorted {
    ($0.severidade == .alta ? 0 : 1, $0.numero) < ($1.severidade == .alta ? 0 : 1, $1.numero)
  }
  for tipo in tipos {
    let doTipo = alertas.filter { $0.tipo == tipo }
    guard !doTipo.isEmpty else { continue }
    texto +=
      "\n  Alerta \(tipo.numero), severidade \(tipo.severidade.nome). \(tipo.acaoSugerida).\n"
    for alerta in doTipo {
      let marca =
        switch alerta.situacao {
        case .pendente: alerta.novo ? " (novo)" : ""
        case .resolvido: " (resolvido)"
        case .falsoPositivo: " (falso positivo)"
        }
      // The description of alert 7 does not name the client.
      let nome =
        alerta.descricao.contains(alerta.cliente.texto) ? "" : "\(alerta.cliente): "
      texto += "    \(nome)\(alerta.descricao)\(marca)\n"
      if alerta.situacao == .pendente, !alerta.candidatos.isEmpty {
        texto += "      talvez: \(alerta.candidatos.map(\.resumo).joined(separator: "; "))\n"
      }
    }
  }
  return texto
}
