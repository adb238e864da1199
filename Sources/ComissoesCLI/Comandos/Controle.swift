import CommandLineKit
import Conciliacao
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
    aba: form.aba("--aba-gestores", de: "Gestores"))
  let webopay = EntradaPedida(
    planilha: .webopay, arquivo: form.planilha("--webopay", help: "Planilha WeboPay."),
    aba: form.aba("--aba-webopay", de: "WeboPay"))
  let dryRun = form.dryRun()
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let entradas = try ambiente.entradas(gestores, webopay, values)
    let dryRun = try values[dryRun]
    try ambiente.acervo.exigirBase(values[mes])
    let (gestores, webopay) = try ambas { () throws(Falha) in
      try entradas.0.ler(importarGestores)
    } _: { () throws(Falha) in
      try entradas.1.ler(importarWeboPay)
    }
    let escrita = dryRun ? nil : try Escrita(ambiente.acervo)
    let base = try ambiente.acervo.baseEscolhida(values[mes])

    var resultado = cruzar(
      base, gestores: gestores.leitura.registros, webopay: webopay.leitura.registros)
    resultado.base.registrar(gestores.fonte)
    resultado.base.registrar(webopay.fonte)
    if resultado.base != base { try escrita?.gravar(resultado.base) }

    let avisos = gestores.leitura.avisos + webopay.leitura.avisos
    ambiente.avisar(avisos)
    try ambiente.mostrar {
      textoDeControle(resultado, dryRun: dryRun)
    } documento: {
      DocumentoDeControle(resultado, dryRun: dryRun, avisos: avisos)
    }
  }
}
