import CommandLineKit
import Planilhas

let planilhaMostrar = Command<Ambiente>(
  "mostrar", "Mostra o que foi reconhecido em uma planilha.",
  examples: ["comissoes planilha mostrar GESTORES.xlsx"]
) { form in
  form.formatos([.tabela, .json])
  let arquivo = form.arquivoDePlanilha()
  let nome = form.option(
    "--aba", value: "<nome>", shown: "todas", help: "Só esta aba.",
    completion: .dados(.abaDoArquivo))
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let arquivo = ArquivoDePlanilha(
      caminho: try values[arquivo], entrada: ambiente.shell.input)
    let nome = try values[nome]
    ambiente.avisarSeAberta(arquivo.caminho)
    let retrato: RetratoDePlanilha
    do throws(PlanilhaError) {
      retrato = try RetratoDePlanilha(
        de: arquivo, aba: nome, opcoes: ambiente.configuracao.leitura,
        leitor: ambiente.formato == .json ? .programa : .pessoa)
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
