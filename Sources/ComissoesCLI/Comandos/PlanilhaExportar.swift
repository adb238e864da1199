import CommandLineKit
import Planilhas
import Spreadsheets

let planilhaExportar = Command<Ambiente>(
  "exportar", "Escreve o conteúdo de uma planilha como csv ou json.",
  examples: [
    "comissoes planilha exportar EPR.xls --formato csv > epr.csv",
    "comissoes planilha exportar GESTORES.xlsx --aba Plan1 --formato json",
    "comissoes planilha exportar - --formato json",
  ]
) { form in
  form.formatos(formatosDeExportar)
  let arquivo = form.arquivoDePlanilha()
  let nome = form.option(
    "--aba", value: "<nome>", shown: "todas em json; a primeira visível em csv",
    help: "Só esta aba.", completion: .dados(.abaDoArquivo))
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: formatosDeExportar)
    let arquivo = ArquivoDePlanilha(
      caminho: try values[arquivo], entrada: ambiente.shell.input)
    let nome = try values[nome]
    ambiente.avisarSeAberta(arquivo.caminho)
    let formato = ambiente.formato ?? .csv
    let saida = Escoadouro(ambiente.shell.writeBytes)
    do throws(PlanilhaError) {
      try exportar(
        arquivo, aba: nome, formato: formato, limites: ambiente.configuracao.leitura.limites,
        em: saida)
    } catch {
      throw Falha(error)
    }
    try saida.finish()
  }
}

private let formatosDeExportar: [Ambiente.Formato] = [.csv, .json]

private func exportar(
  _ arquivo: ArquivoDePlanilha, aba nome: String?, formato: Ambiente.Formato, limites: Limits,
  em saida: Escoadouro
) throws(PlanilhaError) {
  let workbook = try arquivo.abrir(limites)
  let pedida: Sheet? =
    if let nome { try aba(nome, em: workbook, arquivo: arquivo.nome) } else { nil }
  try lendo(arquivo.nome) { () throws(SpreadsheetError) in
    switch formato {
    case .json: try exportarJSON(pedida.map { [$0] } ?? workbook.sheets, de: workbook, em: saida)
    case .csv, .tabela, .xlsx:
      let visivel = workbook.sheets.first { $0.visibility == .visible } ?? workbook.sheets.first
      if let aba = pedida ?? visivel {
        try exportarCSV(aba, de: workbook, limites: limites, em: saida)
      }
    }
  }
}
