import Dados
import Dominio
import JSONDocuments

func textoDeAuditoriaConferida(_ conferencia: ConferenciaDeAuditoria) -> String {
  func veredito(_ certo: Bool) -> String { certo ? "sim" : "não" }
  var texto =
    "Registro de auditoria: \(contagem(conferencia.linhas, "linha", "linhas"))\n"
    + "Inteira (nada falta nem sobra): \(veredito(conferencia.inteira))\n"
    + "Inalterada (cada linha é a que foi gravada): \(veredito(conferencia.inalterada))\n"
  if conferencia.sobra > 0 {
    texto +=
      "Há \(conferencia.sobra) bytes de um passo interrompido antes de valer; o próximo comando"
      + " que grava os apaga.\n"
  }
  guard !conferencia.achados.isEmpty else { return texto }
  texto += "\nAchados: \(conferencia.achados.count)\n"
  for achado in conferencia.achados { texto += "  linha \(achado.linha): \(achado.descricao)\n" }
  return texto
}

func textoDeAuditoria(_ linhas: [LinhaDeAuditoria]) -> String {
  guard !linhas.isEmpty else { return "Nenhum registro com esse filtro.\n" }
  var tabela = Tabela([
    ("Nº", .direita), ("Momento (UTC)", .esquerda), ("Usuário", .esquerda), ("Operação", .direita),
    ("Ação", .esquerda), ("Mês", .esquerda), ("Cliente", .esquerda), ("Mudança", .esquerda),
  ])
  for linha in linhas {
    tabela.acrescentar([
      "\(linha.numero)", linha.momento, linha.usuario, "\(linha.operacao)", linha.acao.rawValue,
      linha.competencia?.iso ?? "–", linha.cliente ?? "–", linha.mudanca,
    ])
  }
  return tabela.texto
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
  /// `status: NULO → FINANCIADO; valor_comissao: – → 331.4805`
  var mudanca: String {
    guard cliente != nil else {
      return (argumentos ?? [:]).filter { $0.key != "configuracao" }
        .sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
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
    return (alerta.map { "alerta \($0): " } ?? "") + mudados.sorted().map { "\($0): \(antes[$0].texto) → \(depois[$0].texto)" }
      .joined(separator: "; ")
  }
}

extension JSONValue? {
  fileprivate var texto: String { self?.string ?? self?.integer.map(String.init) ?? "–" }
}
