import CommandLineKit
import Dados
private import Planilhas
private import Spreadsheets

/// Every command of the program. Docs/regras.md §9
let arvore = Command<Shell>.group(
  "comissoes", "Fecha o mês das comissões a partir das quatro planilhas.",
  [
    resumo,
    fechar,
    configurar,
    .group(
      "base", "Cria, mostra e exporta as bases mensais de clientes.",
      [baseCriar, baseListar, baseMostrar, baseExportar]),
    conferirPlanilhas,
    controle,
    recebimentos,
    ponte,
    painel,
    .group("planilha", "Mostra e exporta planilhas.", [planilhaMostrar, planilhaExportar]),
    .group(
      "relatorio", "Mostra e reemite relatórios de recebimentos.",
      [relatorioListar, relatorioMostrar, relatorioReemitir]),
    .group(
      "cliente", "Mostra um cliente e decide sobre ele.",
      [
        clienteMostrar, clienteDecidir, clienteRetirarDecisao, clienteVincular, clienteDesvincular,
        clienteLiberar,
      ]),
    .group(
      "alertas", "Mostra os alertas e guarda o que se decide sobre eles.",
      [
        alertasListar, alertasMostrar, alertasResolver, alertasFalsoPositivo, alertasReabrir,
        alertasRevisar, alertasImportar,
      ],
      examples: ["comissoes alertas", "comissoes alertas mostrar 37", "comissoes alertas revisar"],
      standard: "listar"),
    explicar,
    .group("estorno", "Registra comissões devolvidas.", [estornoRegistrar]),
    .group(
      "historico", "Mostra tudo o que foi feito.",
      [historicoListar, historicoMostrar, historicoReproduzir]),
    desfazer,
    refazer,
    .group(
      "auditoria", "Mostra e confere o registro do que foi mudado.",
      [auditoriaListar, auditoriaVerificar]),
    .group("config", "Mostra e muda a configuração.", [configForma]),
    .group(
      "dados", "Confere a pasta de dados, copia e traz de volta.",
      [dadosVerificar, dadosCaminho, dadosExportar, dadosImportar, dadosAnonimizar]),
  ],
  examples: [
    "comissoes fechar --mes 2025-10 --pasta Downloads",
    "comissoes base criar --mes 2025-10 --acompanhamento ACOMPANHAMENTO.xlsx",
    "comissoes controle --gestores GESTORES.xlsx --webopay WEBOPAY.xlsx",
    "comissoes recebimentos --epr EPR.xls",
  ],
  version: versao, topics: temas, standard: "resumo"
) { form in
  let dados = form.option(
    "--dados", value: "<pasta>", shown: "dados, ao lado da configuração",
    help: "Pasta de dados.", completion: .directory)
  let config = form.option(
    "--config", value: "<arquivo>", shown: "config.json, quando existe",
    help: "Arquivo de configuração.", completion: .file(extensions: ["json"]))
  let formato = form.choice(
    "--formato", Ambiente.Formato.self, usual: [.tabela, .json], shown: "tabela",
    help: "Forma do resultado.")
  let esperar = form.option(
    "--esperar", value: "<segundos>", shown: "0",
    help: "Quanto esperar por outra janela com o comissoes gravando.", parse: lerSegundos)
  let semCor = form.flag("--sem-cor", help: "Nem cores nem negrito; também com NO_COLOR.")
  let silencioso = form.flag("--silencioso", help: "Só o resultado, as perguntas e os erros.")
  let verboso = form.flag(
    "--verboso", help: "Mostra também o que é lido, de onde, e em quanto tempo.")
  return { values, shell in
    var shell = shell
    if try values[semCor] { shell.page.isStyled = false }
    if try values[silencioso] { shell.remark = { _ in } }
    shell.narrator?.setVolume(isQuiet: try values[silencioso], isVerbose: try values[verboso])
    var configuracao = try Configuracao.ler(values[config])
    let diretorio = configuracao.diretorio(indicado: try values[dados], em: shell)
    let acervo = Acervo(raiz: diretorio.raiz)
    try configuracao.seguir(acervo.ajustePendente(de: configuracao.caminho))
    // For comparisons: without the reader's own way through plain XML.
    if shell.environment("COMISSOES_LEITOR") == "libxml2" {
      configuracao.leitura.limites.readsPlainXML = false
    }
    for chave in configuracao.desconhecidas {
      shell.remark(
        "Aviso: a chave `\(chave)` da configuração não é conhecida e foi ignorada. Confira como está escrita.\n"
      )
    }
    let arquivo = configuracao.texto == nil ? "nenhuma" : configuracao.caminho
    Narrator.current?.detail("Configuração: \(arquivo). Dados: \(diretorio.raiz)")
    return Ambiente(
      shell: shell, configuracao: configuracao, acervo: acervo,
      dadosIndicados: diretorio.foiIndicado, dadosNaLinha: values.isGiven(dados.row),
      formato: try values[formato], opcaoDeFormato: formato.row,
      esperar: try values[esperar] ?? 0, emSilencio: try values[silencioso])
  }
}
