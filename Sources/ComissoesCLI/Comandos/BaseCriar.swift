import CommandLineKit
import Dados
import Dominio
import Planilhas

let baseCriar = Command<Ambiente>(
  "criar", "Cria a base de um mês a partir de Acompanhamento.",
  examples: [
    "comissoes base criar --mes 2025-10 --acompanhamento ACOMPANHAMENTO.xlsx",
    "comissoes base criar --mes 10/2025 --acompanhamento NOVO.xlsx --substituir --dry-run",
  ]
) { form in
  let mes = form.requiredOption(
    "--mes", value: "<M>", help: "Mês da base, como 2025-10 ou 10/2025.",
    completion: .dados(.mesNovo), parse: lerMes)
  let acompanhamento = EntradaPedida(
    planilha: .acompanhamento,
    arquivo: form.planilha("--acompanhamento", help: "Planilha Acompanhamento."),
    aba: form.aba(de: .acompanhamento))
  let substituir = form.substituir()
  let dryRun = form.dryRun()
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let entrada = try ambiente.entrada(acompanhamento, values)
    let mes = try values[mes]
    let dryRun = try values[dryRun]
    let lida = try entrada.ler(importarAcompanhamento)
    let escrita = try ambiente.escrita(dryRun: dryRun, criando: true)
    let retrato = try escrita?.retrato ?? ambiente.acervo.retrato()

    let passo = try ambiente.criarBase(
      mes, de: lida, substituindo: values[substituir], sobre: retrato)
    try escrita?.gravar(passo.passo)

    let avisos = lida.leitura.avisos + passo.avisos
    ambiente.avisar(avisos)
    try ambiente.mostrar {
      textoDeCriacao(passo.criacao, substituiu: passo.substitui, dryRun: dryRun)
    } documento: {
      DocumentoDeCriacao(passo.criacao, dryRun: dryRun, avisos: avisos)
    }
  }
}
