import CommandLineKit
import Dominio
import Planilhas

let conferirPlanilhas = Command<Ambiente>(
  "conferir", "Confere as planilhas do mês antes de usá-las, e as compara com as anteriores.",
  examples: [
    "comissoes conferir",
    "comissoes conferir --gestores GESTORES.xlsx --webopay WEBOPAY.xlsx --anotar devolver",
  ]
) { form in
  form.formatos(Ambiente.formatosDeLista)
  let mes = form.option(
    "--mes", value: "<M>", shown: "a base mais nova",
    help: "Compara com o que se guardou até este mês, como 2025-10 ou 10/2025.",
    completion: .dados(.mes), parse: lerMes)
  let arquivos = [
    (Planilha.acompanhamento, form.planilha("--acompanhamento", help: "Planilha Acompanhamento.")),
    (.gestores, form.planilha("--gestores", help: "Planilha Gestores.")),
    (.webopay, form.planilha("--webopay", help: "Planilha WeboPay.")),
    (.epr, form.planilha("--epr", help: "Planilha EPR.")),
  ]
  let anotar = form.option(
    "--anotar", value: "<pasta>",
    help: "Onde gravar uma cópia de cada planilha, com todas as abas (só os valores) e os problemas"
      + " ao lado dos dados.",
    completion: .directory)
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: Ambiente.formatosDeLista)
    let caminhos = try arquivos.compactMap { planilha, arquivo in
      try (values[arquivo] ?? ambiente.configuracao.planilhas[planilha]).map { (planilha, $0) }
    }
    guard !caminhos.isEmpty else {
      throw values.errors(
        arquivos.prefix(1).map {
          .missing(
            $0.1.row,
            remedy:
              "dê ao menos uma das quatro planilhas na linha, ou em `planilhas` da configuração")
        })
    }
    let destino = try values[anotar].map { try PastaDeCopias($0, fora: ambiente.acervo) }
    for (_, caminho) in caminhos { ambiente.avisarSeAberta(caminho) }
    let guardadas = Guardadas(ate: try values[mes], em: ambiente)
    let resultado = try ResultadoDeConferir(
      caminhos, guardadas: guardadas, opcoes: ambiente.configuracao.leitura)
    let copias = try destino?.gravar(resultado.planilhas, dia: ambiente.shell.today()) ?? []
    try ambiente.mostrar {
      textoDeConferir(resultado, copias: copias)
    } documento: {
      DocumentoDeConferir(resultado, copias: copias)
    } csv: {
      resultado.csv
    }
    if resultado.problemas > 0 { throw Falha.achados }
  }
}
