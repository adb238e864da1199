import CommandLineKit
import Conciliacao
import Dominio
import Paineis

// What is said of alerts to people.

/// The alerts of a run, worst first, each kind under its suggested action; nothing without alerts.
func textoDeAlertas(_ alertas: [Alerta], de base: Competencia) -> String {
  guard !alertas.isEmpty else { return "" }
  let abertos = alertas.filter { $0.situacao == .pendente }
  // One that ended because its evidence came back was open a run ago.
  let mostrados = alertas.filter { $0.situacao == .pendente || $0.desfecho?.volta != nil }
  let novos = abertos.count(where: \.novo)
  return "\nAlertas em aberto: \(milhares(abertos.count)) (\(contagem(novos, "novo", "novos")))\n"
    + textoPorTipo(mostrados, de: base) { alerta in
      switch alerta.situacao {
      case .pendente:
        alerta.reabertura.map { " (reaberto: \($0))" } ?? (alerta.novo ? " (novo)" : "")
      case .resolvido, .falsoPositivo:
        " (\(alerta.situacao.nome)\(alerta.desfecho?.volta.map { ": \($0)" } ?? ""))"
      }
    } + textoDeEncerrados(alertas.count - mostrados.count, de: base)
}

/// How many had been looked into before, and stay so; nothing when none had.
private func textoDeEncerrados(_ quantos: Int, de base: Competencia) -> String {
  quantos == 0
    ? ""
    : "\nJá encerrados: \(milhares(quantos)). Veja-os com 'comissoes alertas --mes \(base.iso)"
      + " --status todos'.\n"
}

/// `alertas listar`: what was asked for, and how many more there are.
///
/// - Parameter inteira: true for a part that was asked for; else it is summed up where the page
///   wants that.
func textoDeListaDeAlertas(
  _ alertas: [Alerta], de base: Base, situacao: Alerta.Situacao?, inteira: Bool
) -> String {
  let encerrados = base.alertas.count { $0.desfecho != nil }
  let resto = textoDeEncerrados(situacao == .pendente ? encerrados : 0, de: base.competencia)
  guard !alertas.isEmpty else {
    return "\(base.nome): nenhum alerta\(situacao.map { " \($0.nome)" } ?? "") com esse pedido.\n"
      + resto
  }
  return "\(base.nome): \(resumoDeAlertas(alertas, situacao))\n"
    + textoPorTipo(
      alertas, de: base.competencia, inteira: inteira, status: situacao?.rawValue ?? "todos"
    ) { alerta in
      if let desfecho = alerta.desfecho { return " (\(desfecho.fim.nome): \(desfecho.motivo))" }
      return alerta.reabertura.map { " (\($0))" } ?? ""
    } + resto
}

/// `41 alertas pendentes: 23 de severidade alta, 18 média`.
private func resumoDeAlertas(_ alertas: [Alerta], _ situacao: Alerta.Situacao?) -> String {
  let quantos =
    switch situacao {
    case .pendente: contagem(alertas.count, "alerta pendente", "alertas pendentes")
    case .resolvido: contagem(alertas.count, "alerta resolvido", "alertas resolvidos")
    case .falsoPositivo: contagem(alertas.count, "falso positivo", "falsos positivos")
    case nil: contagem(alertas.count, "alerta", "alertas")
    }
  let porSeveridade = [TipoDeAlerta.Severidade.alta, .media, .baixa].compactMap { severidade in
    let quantos = alertas.count { $0.tipo.severidade == severidade }
    return quantos == 0 ? nil : "\(milhares(quantos)) de severidade \(severidade.nome)"
  }
  return "\(quantos): \(porSeveridade.joined(separator: ", "))"
}

/// How many wait for a word, and where to see them.
///
/// - Parameters:
///   - soAoFaturar: how many of them are not on record until somebody bills.
///   - sabeOnde: false when they are nowhere to be seen: nothing is on record.
func textoDeAlertasAbertos(_ base: Base, soAoFaturar: Int = 0, sabeOnde: Bool = true) -> String {
  let abertos = base.alertasAbertos
  guard !abertos.isEmpty else { return "Alertas em aberto: nenhum.\n" }
  let deles = abertos.count == 1 ? "ele" : "\(soAoFaturar) deles"
  let depois =
    soAoFaturar == 0
    ? "" : ", \(deles) só \(soAoFaturar == 1 ? "será guardado" : "serão guardados") ao faturar"
  return "Alertas em aberto: \(milhares(abertos.count)) (\(abertos.porSeveridade))\(depois)."
    + (sabeOnde ? " Veja-os com 'comissoes alertas --mes \(base.competencia.iso)'.\n" : "\n")
}

extension [Alerta] {
  /// `▲ 18 de severidade alta, ◆ 12 média`.
  var porSeveridade: String {
    [TipoDeAlerta.Severidade.alta, .media, .baixa].compactMap { severidade in
      let quantos = count { $0.tipo.severidade == severidade }
      return quantos == 0 ? nil : (quantos, severidade)
    }.enumerated().map { lugar, item in
      "\(item.1.marca) \(milhares(item.0))\(lugar == 0 ? " de severidade" : "") \(item.1.nome)"
        .styled(item.1.estilo)
    }.joined(separator: ", ")
  }
}

/// Worst first, each kind under its suggested action.
/// - Parameters:
///   - inteira: true for a list that was asked for; others are summed up where the page wants that.
///   - status: which of them are listed, as `alertas listar` has it.
///   - marca: what is put behind an alert.
private func textoPorTipo(
  _ alertas: [Alerta], de base: Competencia, inteira: Bool = false,
  status: String = Alerta.Situacao.pendente.rawValue, marca: (Alerta) -> String
) -> String {
  let porTipo = Dictionary(grouping: alertas, by: \.tipo)
  var texto = ""
  for tipo in TipoDeAlerta.piorPrimeiro {
    guard let doTipo = porTipo[tipo] else { continue }
    let severidade = "severidade \(tipo.severidade.nome)".styled(tipo.severidade.estilo)
    texto +=
      "\n  \(tipo.nome.capitulado) (alerta \(tipo.numero), \(severidade)):"
      + " \(contagem(doTipo.count, "caso", "casos")). \(tipo.acaoSugerida).\n"
    let mostrados = doTipo.prefix(inteira ? doTipo.count : Page.current.items ?? doTipo.count)
    let numeros = mostrados.map { NumeroDeAlerta(base: base, serie: $0.serie).description }
    let largura = numeros.reduce(0) { max($0, $1.count) }
    for (numero, alerta) in zip(numeros, mostrados) {
      let espacos = String(repeating: " ", count: largura - numero.count)
      texto += "    \(espacos)\(numero)  \(alerta.descricaoComNome)\(marca(alerta))\n"
      if alerta.situacao == .pendente, !alerta.candidatos.isEmpty {
        let recuo = String(repeating: " ", count: largura + 6)
        texto += "\(recuo)talvez: \(alerta.candidatos.map(\.texto).joined(separator: "; "))\n"
      }
    }
    if doTipo.count > mostrados.count {
      texto +=
        "    … e mais \(milhares(doTipo.count - mostrados.count)). Veja todos com 'comissoes alertas"
        + " --mes \(base.iso) --tipo \(tipo.numero)"
        + "\(status == Alerta.Situacao.pendente.rawValue ? "" : " --status \(status)")'.\n"
    }
  }
  return texto
}

extension Alerta {
  /// The description of alert 7 does not name the client.
  var descricaoComNome: String {
    descricao.contains(cliente.texto) ? descricao : "\(cliente): \(descricao)"
  }
}

extension Alerta.Situacao {
  /// For people.
  var nome: String {
    switch self {
    case .pendente: "pendente"
    case .resolvido: "resolvido"
    case .falsoPositivo: "falso positivo"
    }
  }
}

extension Desfecho.Fim {
  /// For people.
  var nome: String {
    switch self {
    case .resolvido: "resolvido"
    case .falsoPositivo: "falso positivo"
    }
  }
}

extension Desfecho {
  /// `voltou, na operação 9, à evidência decidida na operação 4`; nil when it never was away.
  var volta: String? {
    retorno.map { "voltou, na operação \($0), à evidência decidida na operação \(operacao)" }
  }
}

extension Lugar {
  /// `gestores.xlsx › Plan1 › D17`.
  var texto: String { "\(arquivo) › \(aba) › \(celula)" }
}

extension Evidencia {
  /// Where it stands, as far as is known.
  var lugarOuLinha: String { lugar?.texto ?? "\(planilha.rawValue), linha \(linha)" }

  /// `gestores.xlsx › Plan1 › D17: FORMA = QUITADO`.
  var texto: String { "\(lugarOuLinha): \(coluna) = \(valorMostrado)" }
}

extension Candidato {
  /// `VIVIAN SOUZA GONCALVES (97%: uma letra de diferença)`.
  var texto: String {
    "\(nome) em \(planilha.rawValue) (\(confianca)%: \(razoes.joined(separator: ", ")))"
  }
}
