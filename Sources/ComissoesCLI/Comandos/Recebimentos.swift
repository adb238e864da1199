import CommandLineKit
import Dados
import Dominio
import Planilhas

let recebimentos = Command<Ambiente>(
  "recebimentos", "Cruza a base com EPR, gera o relatório e marca o que foi faturado.",
  examples: [
    "comissoes recebimentos --epr EPR.xls --dry-run",
    "comissoes recebimentos --mes 2025-10 --epr EPR.xls --saida RECEBIMENTOS.xlsx",
  ]
) { form in
  let mes = form.mes()
  let epr = EntradaPedida(
    planilha: .epr, arquivo: form.planilha("--epr", help: "Planilha EPR."),
    aba: form.aba(de: .epr))
  let saida = form.saidaDoRelatorio()
  let dia = form.diaDoFaturamento()
  let dryRun = form.dryRun()
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let entrada = try ambiente.entrada(epr, values)
    let dia = try values[dia] ?? ambiente.shell.today()
    try ambiente.exigirBase(values[mes])
    let lida = try entrada.ler(importarEPR)
    let escrita = try ambiente.escrita(dryRun: values[dryRun])
    let retrato = try escrita?.retrato ?? ambiente.acervo.retrato()
    let base = try retrato.baseEscolhida(values[mes])
    let controle = ControleEmDia(de: base, em: retrato)
    try controle?.conferirVinculos()
    let destino = try values[saida].map {
      try Saida($0, entrada: entrada, acervo: ambiente.acervo)
    }
    let passo = try ambiente.analisar(
      base, epr: lida, operacao: retrato.operacao + 1, sobre: retrato)
    let aReceber = passo.resultado.aReceber
    try controle?.conferirSentidos(ambiente.configuracao.leitura, dos: aReceber)
    let semValor = try controle?.avisosDeValor(dos: aReceber, dryRun: escrita == nil) ?? []
    let caminho = try escrita.map {
      try ambiente.faturar(passo, dia: dia, saida: destino, em: $0)
    }

    let avisos = lida.leitura.avisos + passo.avisos(dryRun: escrita == nil) + semValor
    ambiente.avisar(avisos)
    try ambiente.mostrar {
      textoDeRecebimentos(passo.resultado, base: passo.base, relatorio: caminho)
    } documento: {
      DocumentoDeRecebimentos(
        passo.resultado, base: base.competencia, dryRun: escrita == nil, avisos: avisos,
        relatorio: caminho)
    }
  }
}
