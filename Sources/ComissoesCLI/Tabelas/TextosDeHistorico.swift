import Dados
import Dominio

func textoDeHistorico(_ operacoes: [Operacao], _ efeitos: Efeitos) -> String {
  guard !operacoes.isEmpty else { return "Nenhuma operação registrada.\n" }
  var tabela = Tabela([
    ("Nº", .direita), ("Quando (UTC)", .esquerda), ("Quem", .esquerda), ("Base", .esquerda),
    ("Operação", .esquerda), ("Resultado", .esquerda),
  ])
  for operacao in operacoes {
    let desfeita = operacao.alvo == nil && !efeitos.vale(operacao.numero) ? " (desfeita)" : ""
    tabela.acrescentar([
      "\(operacao.numero)", operacao.quando, operacao.usuario, operacao.competencia?.iso ?? "–",
      operacao.nome + desfeita, operacao.resultado,
    ])
  }
  return tabela.texto
}

func textoDeOperacao(_ operacao: Operacao, _ mudancas: [Mudanca], vale: Bool) -> String {
  var texto =
    "Operação \(operacao.numero): \(operacao.nome)\n\(operacao.quando) UTC, por"
    + " \(operacao.usuario)\(operacao.alvo == nil && !vale ? "; desfeita depois" : "")\n"
  for fonte in operacao.entradas {
    texto += "  \(fonte.planilha.rawValue): \(fonte.arquivo) (SHA-256 \(fonte.sha256))\n"
  }
  for (nome, valor) in operacao.argumentos.sorted(by: { $0.key < $1.key })
  where nome != "configuracao" {
    texto += "  \(nome): \(valor)\n"
  }
  for (nome, valor) in operacao.estatisticas.sorted(by: { $0.key < $1.key }) {
    texto += "  \(nome): \(valor)\n"
  }
  return texto + mudancas.map(textoDeMudanca).joined()
}

/// - Parameter operacao: the record of what was done; nil in a dry run.
func textoDeReposicao(
  _ reposicao: Reposicao, _ mudancas: [Mudanca], operacao: Operacao?
) -> String {
  let alvo = reposicao.alvo
  let feito = reposicao.acao == .desfazer ? "desfeita" : "refeita"
  let titulo =
    "Operação \(alvo.numero) (\(alvo.nome), \(alvo.quando) UTC, por \(alvo.usuario))"
  let fim =
    operacao.map { "Registrado como operação \($0.numero).\n" }
    ?? "Simulação: nada foi gravado.\n"
  return "\(titulo) \(operacao == nil ? "seria " : "")\(feito).\n"
    + mudancas.map(textoDeMudanca).joined() + "\n" + fim
}

func textoDeReproducao(_ operacao: Operacao, _ diferentes: [Diferenca]) -> String {
  guard !diferentes.isEmpty else {
    return "A operação \(operacao.numero) (\(operacao.nome)) deu de novo o mesmo resultado.\n"
  }
  return "A operação \(operacao.numero) (\(operacao.nome)) daria hoje outro resultado para "
    + "\(contagem(diferentes.count, "cliente", "clientes")):\n\n" + tabelaDeDiferencas(diferentes)
}

private func textoDeMudanca(_ mudanca: Mudanca) -> String {
  let nome = (mudanca.depois ?? mudanca.antes)?.nome ?? mudanca.mes.iso
  if mudanca.antes == nil {
    let clientes = contagem(mudanca.clientes.count, "cliente", "clientes")
    return "\n\(nome): passa a existir, com \(clientes).\n"
  }
  if mudanca.depois == nil { return "\n\(nome): deixa de existir.\n" }
  let clientes = mudanca.clientes
  guard !clientes.isEmpty else { return "\n\(nome): nenhum cliente muda.\n" }
  return "\n\(nome): \(contagem(clientes.count, "cliente muda", "clientes mudam")).\n\n"
    + tabelaDeDiferencas(clientes)
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
  if cliente.liberacao != nil { partes.append("liberado") }
  return partes.joined(separator: ", ")
}

extension Operacao {
  fileprivate var quando: String { quandoFoi(momento) }

  /// For people.
  var nome: String {
    switch acao {
    case .criarBase: "criar base"
    case .executarControle: "controle"
    case .gerarRelatorio: "recebimentos"
    case .registrarEstorno: "registrar estorno"
    case .liberarCliente: "liberar cliente"
    case .decidirCliente: "decidir cliente"
    case .retirarDecisao: "retirar decisão"
    case .vincularNomes: "vincular nomes"
    case .desvincularNomes: "desvincular nomes"
    case .encerrarAlertas: "encerrar alertas"
    case .reabrirAlertas: "reabrir alertas"
    case .desfazer: "desfazer \(alvo.map(String.init) ?? "")"
    case .refazer: "refazer \(alvo.map(String.init) ?? "")"
    }
  }

  fileprivate var resultado: String {
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
    case .desfazer, .refazer: return ""
    }
  }
}

/// `2025-11-03T14:05:11Z` as `03/11/2025 14:05`.
func quandoFoi(_ momento: String) -> String {
  let dia = Dia(lendo: String(momento.prefix(10)))?.brasileiro ?? ""
  return "\(dia) \(momento.dropFirst(11).prefix(5))"
}

/// The last line of what a step prints.
///
/// - Parameter operacao: the record of what was done; nil in a dry run.
func fimDoPasso(_ operacao: Operacao?) -> String {
  operacao.map { "Registrado como operação \($0.numero)." } ?? "Simulação: nada foi gravado."
}
