import CommandLineKit
import Dados
import Dominio
import JSONDocuments

func textoDeAuditoriaConferida(
  _ conferencia: ConferenciaDeAuditoria, _ testemunha: Testemunha?
) -> String {
  func veredito(_ certo: Bool) -> String { certo ? "sim" : "não" }
  var texto =
    "Registro de auditoria: \(contagem(conferencia.linhas, "linha", "linhas"))\n"
    + "Inteira (nada falta nem sobra): \(veredito(conferencia.inteira))\n"
    + "Inalterada (cada linha é a que foi gravada): \(veredito(conferencia.inalterada))\n"
  if conferencia.sobra > 0, !conferencia.ehAntigo {
    texto +=
      "O fim é de um passo interrompido antes de valer; o próximo comando que grava o apaga.\n"
  }
  if let testemunha {
    texto +=
      "Como no relatório \(testemunha.arquivo), até a linha \(testemunha.linhas):"
      + " \(veredito(testemunha.confere))\n"
    if !testemunha.confere {
      texto +=
        "  O registro, ou a pasta inteira, foi trocado por um mais antigo ou refeito.\n"
        + "  \(naoFature)\n"
    }
  }
  guard !conferencia.achados.isEmpty else { return texto }
  texto += "\nAchados: \(conferencia.achados.count)\n"
  for achado in conferencia.achados { texto += "  linha \(achado.linha): \(achado.descricao)\n" }
  if conferencia.ehAntigo { texto += "  \(naoFature)\n" }
  return texto
}

/// - Parameters:
///   - filtrado: there are others, which were not asked for.
///   - inteira: true for a list that was asked for; else it is summed up where the page wants that.
func textoDeAuditoria(
  _ linhas: [LinhaDeAuditoria], filtrado: Bool, inteira: Bool, em fuso: Fuso
) -> String {
  guard !linhas.isEmpty else {
    return filtrado
      ? "Nenhum registro com esse filtro.\n" : "Nenhum registro ainda: nada foi mudado até aqui.\n"
  }
  var tabela = Tabela([
    ("Nº", .direita), ("Quando", .esquerda), ("Usuário", .esquerda), ("Operação", .direita),
    ("Ação", .esquerda), ("Mês", .esquerda), ("Cliente", .esquerda), ("Mudança", .esquerda),
  ])
  // The last ones are those that somebody looks for.
  let mostradas = linhas.suffix(inteira ? linhas.count : Page.current.items ?? linhas.count)
  for linha in mostradas {
    tabela.acrescentar([
      "\(linha.numero)", momentoBrasileiro(linha.momento, em: fuso), linha.usuario,
      "\(linha.operacao)",
      linha.acao.nome, linha.competencia?.porExtenso ?? "–", linha.cliente ?? "–", linha.mudanca,
    ])
  }
  let antes = linhas.count - mostradas.count
  guard antes > 0, let primeira = linhas.first.flatMap({ fuso.local($0.momento)?.dia }) else {
    return tabela.texto
  }
  return tabela.texto
    + "… e mais \(milhares(antes)) antes. Veja todas com 'comissoes auditoria listar"
    + " --desde \(primeira.iso)'.\n"
}

func textoDeDadosConferidos(_ resultado: ResultadoDaConferencia, pasta: String) -> String {
  let contagens = resultado.conferencia.contagens
  let conferido = [
    contagem(contagens.operacoes, "operação", "operações"),
    contagem(contagens.bases, "base", "bases"),
    contagem(resultado.clientes, "cliente", "clientes"),
    contagem(contagens.relatorios, "relatório", "relatórios"),
    contagem(contagens.objetos, "conteúdo guardado", "conteúdos guardados"),
    contagem(contagens.linhasDeAuditoria, "linha de auditoria", "linhas de auditoria"),
  ]
  var texto = "\(pasta): \(conferido.joined(separator: ", "))\n"
  for (titulo, itens) in [
    ("Achados", resultado.achados), ("Observações", resultado.observacoes),
  ] where !itens.isEmpty {
    texto += "\n\(titulo): \(itens.count)\n"
    for item in itens { texto += "  \(item.lugar): \(item.descricao)\n    \(item.remedio)\n" }
  }
  return texto + (resultado.achados.isEmpty ? "\nTudo confere.\n" : "")
}

extension LinhaDeAuditoria {
  /// `comissão: – → R$ 331,4805; status: Nulo → Financiado`
  var mudanca: String {
    guard cliente != nil else {
      return (argumentos ?? [:]).filter { !Operacao.ehConfiguracao($0.key) }
        .sorted { $0.key < $1.key }
        .map { "\(palavra($0.key)): \(valorBrasileiro($0.value, de: $0.key))" }
        .joined(separator: "; ")
    }
    let antes = antes?.object ?? [:]
    let depois = depois?.object ?? [:]
    if let nome {
      return antes.isEmpty ? "nome \(nome) vinculado" : "nome \(nome) desvinculado"
    }
    if alerta == nil {
      if antes.isEmpty { return "incluído" }
      if depois.isEmpty { return "retirado" }
    }
    let mudados = Set(antes.keys).union(depois.keys).filter { antes[$0] != depois[$0] }
    if mudados.isEmpty { return semDetalhe }
    return (alerta.map { "alerta \($0): " } ?? "")
      + mudados.sorted().map { chave in
        "\(palavra(chave)): \(antes[chave].texto(de: chave)) → \(depois[chave].texto(de: chave))"
      }.joined(separator: "; ")
  }
}

extension LinhaDeAuditoria {
  /// What changed where the log has nothing to show: in what it does not keep.
  private var semDetalhe: String {
    switch acao {
    case .criarBase: "linhas ou cadastro em Acompanhamento"
    case .executarControle: "o que as regras dizem; vale a decisão manual"
    default: "detalhes do registro; o status é o mesmo"
    }
  }
}

extension JSONValue? {
  fileprivate func texto(de chave: String) -> String {
    self?.string.map { valorBrasileiro($0, de: chave) } ?? self?.integer.map(String.init) ?? "–"
  }
}
