import CommandLineKit
import Planilhas
import Spreadsheets

let planilhaExportar = Command<Ambiente>(
  "exportar", "Escreve o conteúdo de uma planilha como csv ou json.",
  examples: [
    "comissoes planilha exportar EPR.xls --formato csv > epr.csv",
    "comissoes planilha exportar GESTORES.xlsx --aba Plan1 --formato json",
  ]
) { form in
  let arquivo = form.argument(
    "<arquivo>", help: "Planilha .xlsx, .xlsm ou .xls.",
    completion: .file(extensions: ["xlsx", "xlsm", "xls"]))
  let nome = form.option(
    "--aba", value: "<nome>", shown: "todas em json; a primeira visível em csv",
    help: "Só esta aba.")
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: [.csv, .json])
    let caminho = try values[arquivo]
    let nome = try values[nome]
    ambiente.avisarSeAberta(caminho)
    let formato = ambiente.formato ?? .csv
    let saida = Escoadouro(ambiente.shell.writeBytes)
    do throws(PlanilhaError) {
      try exportar(caminho, aba: nome, formato: formato, em: saida)
    } catch {
      throw Falha(error)
    }
    try saida.finish()
  }
}

private func exportar(
  _ caminho: String, aba nome: String?, formato: Ambiente.Formato, em saida: Escoadouro
) throws(PlanilhaError) {
  let arquivo = nomeDoArquivo(caminho)
  let workbook = try abrir(caminho)
  let pedida: Sheet? =
    if let nome { try aba(nome, em: workbook, arquivo: arquivo) } else { nil }
  try lendo(arquivo) { () throws(SpreadsheetError) in
    switch formato {
    case .json: try exportarJSON(pedida.map { [$0] } ?? workbook.sheets, de: workbook, em: saida)
    case .csv, .tabela:
      let visivel = workbook.sheets.first { $0.visibility == .visible } ?? workbook.sheets.first
      if let aba = pedida ?? visivel { try exportarCSV(aba, de: workbook, em: saida) }
    }
  }
}
