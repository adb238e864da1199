import Conciliacao
import Dominio
import Planilhas

// What `fechar` shows before it asks.

func textoDoFechamento(
  _ fechamento: Fechamento, _ planilhas: PlanilhasDoMes, dryRun: Bool
) -> String {
  [
    "\(fechamento.recebimentos.base.nome)\(dryRun ? " (simulação)" : "")\n",
    textoDasPlanilhas(planilhas),
    textoDosPassos(fechamento),
    tabelaDeStatus(fechamento.controle),
    textoDasPendencias(fechamento),
    textoAFaturar(fechamento.recebimentos.resultado),
  ].joined(separator: "\n")
}

/// One sentence that says how many and how much.
func perguntaDeFaturar(_ fechamento: Fechamento) -> String {
  let recebimentos = fechamento.recebimentos.resultado
  return "Faturar \(contagem(recebimentos.aReceber.count, "cliente", "clientes")), no total de"
    + " \(recebimentos.valorAReceber.emReais())?"
}

private func textoDasPlanilhas(_ planilhas: PlanilhasDoMes) -> String {
  let largura = Planilha.allCases.reduce(0) { max($0, $1.rawValue.count) }
  var texto = ""
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

/// What somebody has to look into: alerts, what conferir found, what was not read.
private func textoDasPendencias(_ fechamento: Fechamento) -> String {
  var texto = textoDeAlertasAbertos(fechamento.recebimentos.base)
  let conferidas = fechamento.conferidas
  let quantas = contagem(conferidas.planilhas.count, "planilha", "planilhas")
  let comProblemas = conferidas.planilhas.count { !$0.conferencia.problemas.isEmpty }
  guard comProblemas > 0 else { return texto + "Conferência: nenhum problema em \(quantas).\n" }
  let comando = conferidas.planilhas.map {
    "--\($0.conferencia.planilha.chave) \(entreAspas($0.caminho))"
  }.joined(separator: " ")
  texto +=
    "Conferência: \(contagem(conferidas.problemas, "problema", "problemas")), em \(comProblemas) de"
    + " \(quantas). Veja cada um com\n  comissoes conferir \(comando)\n"
  for planilha in conferidas.planilhas {
    for problema in planilha.conferencia.problemas where problema.tipo == .sumico {
      texto += "  ! \(planilha.conferencia.planilha.rawValue): \(problema.aviso.mensagem).\n"
    }
  }
  return texto
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
