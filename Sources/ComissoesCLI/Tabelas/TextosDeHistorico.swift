import CommandLineKit
import Dados
import Dominio

/// - Parameter mes: the month that was asked for; nil when all were.
func textoDeHistorico(
  _ operacoes: [Operacao], de mes: Competencia?, _ efeitos: Efeitos, em fuso: Fuso
) -> String {
  guard !operacoes.isEmpty else {
    return mes.map { "Nenhuma operação na base de \($0.porExtenso).\n" }
      ?? "Nenhuma operação ainda. 'comissoes base criar' faz a primeira.\n"
  }
  var tabela = Tabela([
    ("Nº", .direita), ("Quando", .esquerda), ("Quem", .esquerda), ("Base", .esquerda),
    ("Operação", .esquerda), ("Resultado", .esquerda),
  ])
  // The last ones are those that somebody looks for.
  let mostradas = operacoes.suffix(Page.current.items ?? operacoes.count)
  for operacao in mostradas {
    let desfeita = operacao.alvo == nil && !efeitos.vale(operacao.numero) ? " (desfeita)" : ""
    tabela.acrescentar([
      "\(operacao.numero)", operacao.quando(em: fuso), operacao.usuario,
      operacao.competencia?.porExtenso ?? "–",
      operacao.nome + desfeita, operacao.resultado,
    ])
  }
  let antes = operacoes.count - mostradas.count
  return tabela.texto
    + (antes == 0
      ? ""
      : "… e mais \(milhares(antes)) antes. Veja todas com"
        + " 'comissoes historico listar\(mes.map { " --mes \($0.iso)" } ?? "") | less'.\n")
}

func textoDeOperacao(
  _ operacao: Operacao, _ mudancas: [Mudanca], vale: Bool, em fuso: Fuso
) -> String {
  var texto =
    "Operação \(operacao.numero): \(operacao.nome)\n\(operacao.quando(em: fuso)), por"
    + " \(operacao.usuario)\(operacao.alvo == nil && !vale ? "; desfeita depois" : "")\n"
  for fonte in operacao.entradas {
    texto +=
      "  \(fonte.planilha.rawValue): \(fonte.arquivo)"
      + " (código do conteúdo, SHA-256: \(fonte.sha256))\n"
  }
  for (nome, valor) in operacao.detalhes { texto += "  \(nome): \(valor)\n" }
  if let relatorio = operacao.relatorio { texto += "  relatório: nº \(relatorio)\n" }
  return texto + textoDeAlertasGerados(operacao.alertas)
    + mudancas.map(textoDeMudanca).joined()
}

/// The alerts that an operation raised, each kind with its clients.
private func textoDeAlertasGerados(_ alertas: [Alerta.Identidade]) -> String {
  guard !alertas.isEmpty else { return "" }
  var tabela = Tabela([
    ("Alerta", .direita), ("Tipo", .esquerda), ("Cliente", .esquerda), ("Planilha", .esquerda),
  ])
  for alerta in alertas {
    tabela.acrescentar([
      "\(alerta.tipo.numero)", alerta.tipo.nome, alerta.cliente.texto, alerta.planilha.rawValue,
    ])
  }
  return "\n\(contagem(alertas.count, "alerta novo", "alertas novos")).\n\n\(tabela.texto)"
}

/// What taking an operation back, or doing it again, would change.
func textoDoPlano(
  _ reposicao: Reposicao, _ mudancas: [Mudanca], _ relatorios: [RelatorioMudado],
  dryRun: Bool, em fuso: Fuso
) -> String {
  let alvo = reposicao.alvo
  let titulo =
    "A operação \(alvo.numero) (\(alvo.nome), \(alvo.quando(em: fuso)), por \(alvo.usuario))"
    + " \(dryRun ? "seria" : "vai ser") \(reposicao.feito).\n"
  return titulo + mudancas.map(textoDeMudanca).joined() + textoDeRelatorios(relatorios)
    + (reposicao.arquivo.map(textoDeTroca) ?? "")
}

private func textoDeTroca(_ troca: TrocaDeArquivo) -> String {
  let destino =
    troca.antes == nil
    ? " (volta a existir)" : troca.depois == nil ? " (deixa de existir)" : ""
  return "\n\(troca.caminho)\(destino):\n"
    + linhasMudadas(de: troca.antes, para: troca.depois).map { "  \($0)\n" }.joined()
}

private func textoDeRelatorios(_ relatorios: [RelatorioMudado]) -> String {
  relatorios.map { mudado in
    let relatorio = mudado.relatorio
    let destino = mudado.destino == .deixaDeExistir ? "deixa de existir" : "volta a existir"
    let texto =
      "\nRelatório nº \(relatorio.numero), de \(relatorio.dia.brasileiro)"
      + " (\(contagem(relatorio.clientes, "cliente", "clientes")),"
      + " \(relatorio.valor.emReais())): \(destino).\n  \(mudado.caminho)\n"
    return mudado.alterado
      ? texto + "  Esse arquivo foi alterado por fora: guarde-o antes em outro lugar.\n" : texto
  }.joined()
}

/// - Parameter operacao: the record of what was done.
func textoDeReposicao(_ reposicao: Reposicao, _ operacao: Operacao) -> String {
  "Operação \(reposicao.alvo.numero) \(reposicao.feito). Isso ficou registrado como operação"
    + " \(operacao.numero); para \(reposicao.acao == .desfazer ? "refazê-la" : "desfazê-la"):"
    + " \(reposicao.volta)\n"
}

extension Reposicao {
  /// `desfeita`.
  var feito: String { acao == .desfazer ? "desfeita" : "refeita" }

  var pergunta: String {
    "\(acao == .desfazer ? "Desfazer" : "Refazer") a operação \(alvo.numero)?"
  }

  /// The command that counters this one.
  fileprivate var volta: String {
    "comissoes \(acao == .desfazer ? "refazer" : "desfazer") \(alvo.numero)"
  }
}

func textoDeReproducao(_ operacao: Operacao, _ diferencas: DiferencasDeReproducao) -> String {
  guard !diferencas.nenhuma else {
    return "A operação \(operacao.numero) (\(operacao.nome)) deu de novo o mesmo resultado.\n"
  }
  let (clientes, alertas) = (diferencas.clientes, diferencas.alertas)
  let quantos = [
    clientes.isEmpty ? nil : contagem(clientes.count, "cliente", "clientes"),
    alertas.isEmpty ? nil : contagem(alertas.count, "alerta", "alertas"),
  ].compactMap(\.self).joined(separator: " e ")
  let tabelas = [tabelaDeDiferencas(clientes), tabelaDeAlertas(alertas)].filter { !$0.isEmpty }
  return "A operação \(operacao.numero) (\(operacao.nome)) daria hoje outro resultado para "
    + "\(quantos):\n\n" + tabelas.joined(separator: "\n")
}

private func tabelaDeAlertas(_ diferencas: [DiferencaDeAlerta]) -> String {
  var tabela = Tabela([
    ("Alerta", .direita), ("Tipo", .esquerda), ("Cliente", .esquerda), ("Planilha", .esquerda),
    ("Antes", .esquerda), ("Depois", .esquerda),
  ])
  for diferenca in diferencas {
    let alerta = diferenca.alerta
    tabela.acrescentar([
      "\(alerta.tipo.numero)", alerta.tipo.nome, alerta.cliente.texto, alerta.planilha.rawValue,
      diferenca.antes?.nome ?? "–", diferenca.depois?.nome ?? "–",
    ])
  }
  return tabela.texto
}

private func textoDeMudanca(_ mudanca: Mudanca) -> String {
  let nome = (mudanca.depois ?? mudanca.antes)?.nome ?? mudanca.mes.porExtenso
  if mudanca.antes == nil {
    let clientes = contagem(mudanca.clientes.count, "cliente", "clientes")
    return "\n\(nome): passa a existir, com \(clientes).\n"
  }
  if mudanca.depois == nil { return "\n\(nome): deixa de existir.\n" }
  let clientes = mudanca.clientes
  let palavras = palavrasMudadas(mudanca)
  guard !clientes.isEmpty else { return "\n\(nome): nenhum cliente muda.\n\(palavras)" }
  return "\n\(nome): \(contagem(clientes.count, "cliente muda", "clientes mudam")).\n\(palavras)\n"
    + tabelaDeDiferencas(clientes)
}

/// Names that are linked or parted, and how many alerts end or open; nothing when none.
private func palavrasMudadas(_ mudanca: Mudanca) -> String {
  let (antes, depois) = (mudanca.antes?.vinculos ?? [], mudanca.depois?.vinculos ?? [])
  let alertas = alertasMudados(de: mudanca.antes, para: mudanca.depois).count
  return antes.filter { !depois.contains($0) }.map {
    "  \($0.nome) deixa de contar como \($0.cliente).\n"
  }.joined()
    + depois.filter { !antes.contains($0) }.map {
      "  \($0.nome) conta como \($0.cliente).\n"
    }.joined()
    + (alertas == 0
      ? "" : "  \(contagem(alertas, "alerta muda", "alertas mudam")) de situação.\n")
}

private func tabelaDeDiferencas(_ diferencas: [Diferenca]) -> String {
  var tabela = Tabela([("Cliente", .esquerda), ("Antes", .esquerda), ("Depois", .esquerda)])
  for diferenca in diferencas {
    tabela.acrescentar([
      diferenca.cliente.texto, resumo(diferenca.antes), resumo(diferenca.depois),
    ])
  }
  return tabela.texto
}

/// `Financiado R$ 331,48, faturado R$ 331,48`.
private func resumo(_ cliente: Cliente?) -> String {
  guard let cliente else { return "–" }
  var partes = [cliente.situacao.resumo]
  if cliente.decisao != nil { partes[0] += " (decisão manual)" }
  partes += cliente.faturamentos.map { faturamento in
    faturamento.devolucao == nil
      ? "faturado \(faturamento.valor.emReais())" : "devolvido \(faturamento.valor.emReais())"
  }
  if cliente.liberacao != nil { partes.append("nova comissão liberada") }
  return partes.joined(separator: ", ")
}

extension Operacao {
  var resultado: String {
    func numero(_ nome: String) -> Int { estatisticas[nome].flatMap { Int($0) } ?? 0 }
    switch acao {
    case .criarBase: return contagem(numero("clientes"), "cliente", "clientes")
    case .executarControle:
      return contagem(numero("clientes_atualizados"), "atualizado", "atualizados")
        + ", " + contagem(numero("alertas_gerados"), "alerta novo", "alertas novos")
    case .gerarRelatorio:
      let valor = estatisticas["valor_a_receber"].flatMap { Dinheiro($0) }
      return "relatório nº \(relatorio ?? 0): "
        + contagem(numero("clientes_a_receber"), "cliente", "clientes") + ", \(valor.emReais)"
    case .registrarEstorno, .liberarCliente, .decidirCliente, .retirarDecisao, .vincularNomes,
      .desvincularNomes:
      return argumentos["cliente"] ?? ""
    case .encerrarAlertas, .reabrirAlertas:
      return contagem(numero("alertas"), "alerta", "alertas")
    case .configurarForma:
      return "\(argumentos["forma"] ?? "") → \(argumentos["depois"] ?? "")"
    case .desfazer, .refazer: return alvo.map { "operação \($0)" } ?? ""
    }
  }
}

/// The last line of what a step prints.
///
/// - Parameter operacao: the record of what was done; nil in a dry run.
func fimDoPasso(_ operacao: Operacao?) -> String {
  operacao.map { "Registrado como operação \($0.numero)." } ?? "Simulação: nada foi gravado."
}
