import Conciliacao
import Dominio
import Planilhas

// What `fechar` shows before it asks.

/// What a month comes to, as it is told before anything is billed.
struct ResumoDoFechamento {
  let fechamento: Fechamento
  let planilhas: PlanilhasDoMes
  let onde: OndeProcurar
  let dryRun: Bool
  /// True when it is billed without a question.
  let sim: Bool
  /// True to tell only what is to be billed, and what wants attention.
  let emSilencio: Bool

  var texto: String {
    let recebimentos = fechamento.recebimentos
    let alertas = textoDosAlertas(fechamento, dryRun: dryRun, sim: sim)
    let aFaturar = textoAFaturar(recebimentos.resultado) + textoDasRessalvas(fechamento)
    let titulo = "\(recebimentos.base.nome)\(dryRun ? " (simulação)" : "")\n"
    let partes =
      emSilencio
      ? [titulo + alertas + textoDosSumicos(fechamento.conferidas) + aFaturar]
      : [
        titulo, textoDasPlanilhas(planilhas, onde), textoDosPassos(fechamento),
        tabelaDeStatus(fechamento.controle), alertas + textoDaConferencia(fechamento.conferidas),
        aFaturar,
      ]
    return partes.joined(separator: "\n")
  }
}

/// How many and how much; and that what was done so far stays, whatever the answer is.
func perguntaDeFaturar(_ fechamento: Fechamento) -> String {
  let recebimentos = fechamento.recebimentos.resultado
  return
    "A base e o controle já estão gravados.\nFaturar \(contagem(recebimentos.aReceber.count, "cliente", "clientes")), no total de"
    + " \(recebimentos.valorAReceber.emReais())?"
}

private func textoDasPlanilhas(_ planilhas: PlanilhasDoMes, _ onde: OndeProcurar) -> String {
  let largura = Planilha.allCases.reduce(0) { max($0, $1.rawValue.count) }
  var texto = onde.ehPastaAtual ? "Planilhas da pasta atual:\n" : ""
  for planilha in Planilha.allCases {
    guard let escolhida = planilhas[planilha] else { continue }
    let nome = planilha.rawValue + String(repeating: " ", count: largura - planilha.rawValue.count)
    let porque =
      escolhida.achado.map {
        "tem as colunas \($0.colunas.joined(separator: ", ")) (aba \"\($0.aba)\", linha \($0.linha))"
      } ?? "é o que diz a configuração"
    texto += "  \(nome)  \(escolhida.caminho): \(porque)\n"
    if !escolhida.iguais.isEmpty {
      texto +=
        "  \(String(repeating: " ", count: largura))  com o mesmo conteúdo:"
        + " \(escolhida.iguais.emLista)\n"
    }
  }
  let mostradas = planilhas.deFora.prefix(10)
  for frase in mostradas { texto += "  De fora: \(frase)\n" }
  if planilhas.deFora.count > mostradas.count {
    texto += "  De fora: mais \(planilhas.deFora.count - mostradas.count) arquivos.\n"
  }
  return texto
}

private func textoDosPassos(_ fechamento: Fechamento) -> String {
  let clientes = contagem(fechamento.controle.mostrada.clientes.count, "cliente", "clientes")
  let base =
    switch fechamento.criacao?.substitui {
    case nil: "já existia, com \(clientes)"
    case false?: "nova, com \(clientes)"
    case true?: "refeita, com \(clientes)"
    }
  let numeros = fechamento.controle.resultado.estatisticas
  let controle =
    fechamento.controle.nadaMuda
    ? "nada mudou desde o último"
    : contagem(numeros.clientesAtualizados, "cliente atualizado", "clientes atualizados") + ", "
      + contagem(numeros.alertasGerados, "alerta novo", "alertas novos")
  return "Base: \(base).\nControle: \(controle).\n"
}

private func tabelaDeStatus(_ controle: PassoDoControle) -> String {
  textoDosStatus(Totais(controle.mostrada), novos: controle.resultado.estatisticas.novos)
}

/// The open alerts, with those of the crossing with EPR, which only billing keeps.
private func textoDosAlertas(_ fechamento: Fechamento, dryRun: Bool, sim: Bool) -> String {
  let gravados = Set(fechamento.controle.resultado.base.alertasAbertos.map(\.identidade))
  let base = fechamento.recebimentos.base
  let faltam = base.alertasAbertos.count { !gravados.contains($0.identidade) }
  if dryRun { return textoDeAlertasAbertos(base, sabeOnde: false) }
  let fatura = sim && fechamento.haOQueFaturar
  return textoDeAlertasAbertos(base, soAoFaturar: fatura ? 0 : faltam)
}

private func textoDaConferencia(_ conferidas: ResultadoDeConferir) -> String {
  let quantas = contagem(conferidas.planilhas.count, "planilha", "planilhas")
  let comProblemas = conferidas.planilhas.count { !$0.conferencia.problemas.isEmpty }
  guard comProblemas > 0 else { return "Conferência: nenhum problema em \(quantas).\n" }
  let comando = conferidas.planilhas.map {
    "--\($0.conferencia.planilha.chave) \(entreAspas($0.caminho))"
  }.joined(separator: " ")
  return
    "Conferência: \(contagem(conferidas.problemas, "problema", "problemas")), em \(comProblemas) de"
    + " \(quantas). Veja cada um com\n  comissoes conferir \(comando)\n"
    + textoDosSumicos(conferidas)
}

/// Who was in the spreadsheets of last month and is not in these.
private func textoDosSumicos(_ conferidas: ResultadoDeConferir) -> String {
  var texto = ""
  for planilha in conferidas.planilhas {
    for problema in planilha.conferencia.problemas where problema.tipo == .sumico {
      texto += "  ! \(planilha.conferencia.planilha.rawValue): \(problema.aviso.mensagem).\n"
    }
  }
  return texto
}

/// What may be wrong with what is to be billed, right above the question: the avisos have gone by.
private func textoDasRessalvas(_ fechamento: Fechamento) -> String {
  var linhas = fechamento.criacao?.duvidas.map(\.frase) ?? []
  let base = fechamento.recebimentos.base
  let semDinheiro = fechamento.recebimentos.resultado.aReceber.semDinheiro(em: base)
  if !semDinheiro.isEmpty {
    let mostrados = semDinheiro.prefix(3)
    let quantos = semDinheiro.count - mostrados.count
    let nomes =
      mostrados.map { "\($0.cliente) (\($0.valor.emReais()))" }
      + (quantos == 0 ? [] : ["mais \(quantos)"])
    linhas.append(
      "COMISSÃO zerada ou negativa, confira antes de faturar: \(nomes.entreElas).")
  }
  return linhas.map { "! \($0)\n" }.joined()
}

private func textoAFaturar(_ recebimentos: Recebimentos) -> String {
  var linhas = [
    "A faturar: \(contagem(recebimentos.aReceber.count, "cliente", "clientes")),"
      + " \(recebimentos.valorAReceber.emReais())"
  ]
  func acrescentar(_ titulo: String, _ quantos: Int, _ valor: Dinheiro? = nil) {
    guard quantos > 0 else { return }
    linhas.append(
      "\(titulo): \(contagem(quantos, "cliente", "clientes"))"
        + (valor.map { ", \($0.emReais())" } ?? ""))
  }
  acrescentar("REVISAR, assinaram e estão sem valor", recebimentos.semValor.count)
  acrescentar("Já faturados em outro mês", recebimentos.jaFaturados.count)
  acrescentar(
    "Aguardando assinatura", recebimentos.aguardandoAssinatura.count, recebimentos.valorAguardando)
  acrescentar("Desistências", recebimentos.totalDeDesistencias)
  if recebimentos.estornos != .zero {
    linhas.append("A devolver (estornos): \(recebimentos.estornos.emReais())")
  }
  return linhas.map { "\($0)\n" }.joined()
}
