import CommandLineKit
import Dados
import Dominio
import Planilhas

let controle = Command<Ambiente>(
  "controle", "Cruza a base com Gestores e WeboPay e define o status de cada cliente.",
  examples: [
    "comissoes controle --gestores GESTORES.xlsx --webopay WEBOPAY.xlsx",
    "comissoes controle --mes 2025-10 --gestores G.xlsx --webopay W.xlsx --dry-run",
  ]
) { form in
  let mes = form.mes()
  let gestores = EntradaPedida(
    planilha: .gestores, arquivo: form.planilha("--gestores", help: "Planilha Gestores."),
    aba: form.aba("--aba-gestores", de: .gestores))
  let webopay = EntradaPedida(
    planilha: .webopay, arquivo: form.planilha("--webopay", help: "Planilha WeboPay."),
    aba: form.aba("--aba-webopay", de: .webopay))
  let dryRun = form.dryRun()
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let entradas = try ambiente.entradas(gestores, webopay, values)
    let dryRun = try values[dryRun]
    try ambiente.exigirBase(values[mes])
    let (gestores, webopay) = try ambas { () throws(Falha) in
      try entradas.0.ler(importarGestores)
    } _: { () throws(Falha) in
      try entradas.1.ler(importarWeboPay)
    }
    let escrita = try ambiente.escrita(dryRun: dryRun)
    let retrato = try escrita?.retrato ?? ambiente.acervo.retrato()
    let base = try retrato.baseEscolhida(values[mes])
    let passo = try ambiente.cruzar(
      base, gestores: gestores, webopay: webopay, operacao: retrato.operacao + 1, sobre: retrato)
    try escrita?.gravar(passo.passo)

    let avisos = gestores.leitura.avisos + webopay.leitura.avisos + passo.avisos
    ambiente.avisar(avisos)
    ambiente.avisar(passo.mapeamento, em: base.competencia)
    try ambiente.mostrar {
      textoDeControle(passo.resultado, passo.mostrada, dryRun: dryRun)
    } documento: {
      DocumentoDeControle(passo.resultado, passo.mapeamento, dryRun: dryRun, avisos: avisos)
    }
  }
}
