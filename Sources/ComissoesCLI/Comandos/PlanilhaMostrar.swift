import CommandLineKit
import Planilhas
import Spreadsheets

let planilhaMostrar = Command<Ambiente>(
  "mostrar", "Mostra o que foi reconhecido em uma planilha.",
  examples: ["comissoes planilha mostrar GESTORES.xlsx"]
) { form in
  let arquivo = form.argument(
    "<arquivo>", help: "Planilha .xlsx, .xlsm ou .xls.",
    completion: .file(extensions: ["xlsx", "xlsm", "xls"]))
  let nome = form.option(
    "--aba", value: "<nome>", shown: "todas", help: "Só esta aba.")
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let caminho = try values[arquivo]
    let nome = try values[nome]
    ambiente.avisarSeAberta(caminho)
    let retrato: RetratoDePlanilha
    do throws(PlanilhaError) {
      retrato = try RetratoDePlanilha(
        abrir(caminho), arquivo: nomeDoArquivo(caminho), aba: nome,
        opcoes: ambiente.configuracao.leitura)
    } catch {
      throw Falha(error)
    }
    try ambiente.mostrar {
      retrato.texto
    } documento: {
      DocumentoDePlanilha(retrato)
    }
  }
}
