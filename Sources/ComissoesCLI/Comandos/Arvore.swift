import CommandLineKit
import Dados
private import Planilhas
private import Spreadsheets

/// Every command of the program. Docs/regras.md §9
let arvore = Command<Shell>.group(
  "comissoes", "Fecha o mês das comissões a partir das quatro planilhas.",
  [
    .group(
      "base", "Cria e mostra as bases mensais de clientes.", [baseCriar, baseListar, baseMostrar]),
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
      "dados", "Confere o diretório de dados, copia e traz de volta.",
      [dadosVerificar, dadosCaminho, dadosExportar, dadosImportar, dadosAnonimizar]),
  ],
  examples: [
    "comissoes base criar --mes 2025-10 --acompanhamento ACOMPANHAMENTO.xlsx",
    "comissoes controle --gestores GESTORES.xlsx --webopay WEBOPAY.xlsx",
    "comissoes recebimentos --epr EPR.xls",
  ],
  version: versao
) { form in
  let dados = form.option(
    "--dados", value: "<pasta>", shown: "dados, ao lado da configuração",
    help: "Diretório de dados.", completion: .directory)
  let config = form.option(
    "--config", value: "<arquivo>", shown: "config.json, quando existe",
    help: "Arquivo de configuração.", completion: .file(extensions: ["json"]))
  let formato = form.choice(
    "--formato", Ambiente.Formato.self, shown: "tabela",
    help: "Forma do resultado; csv em algumas listas, xlsx em 'alertas listar'.")
  let esperar = form.option(
    "--esperar", value: "<segundos>", shown: "0",
    help: "Quanto esperar por outro comissoes que esteja gravando.", parse: lerSegundos)
  return { values, shell in
    var configuracao = try Configuracao.ler(values[config])
    // For comparisons: without the reader's own way through plain XML.
    if shell.environment("COMISSOES_LEITOR") == "libxml2" {
      configuracao.leitura.limites.readsPlainXML = false
    }
    for chave in configuracao.desconhecidas {
      shell.complain("Aviso: a chave `\(chave)` da configuração não é conhecida e foi ignorada.\n")
    }
    let indicados =
      try values[dados] ?? shell.environment("COMISSOES_DADOS").flatMap { $0.isEmpty ? nil : $0 }
    let raiz = indicados ?? configuracao.diretorioDeDados ?? configuracao.aoLado("dados")
    return Ambiente(
      shell: shell, configuracao: configuracao, acervo: Acervo(raiz: raiz),
      dadosIndicados: indicados != nil,
      formato: try values[formato], opcaoDeFormato: formato.row,
      esperar: try values[esperar] ?? 0)
  }
}

let versao = "comissoes 0.1.0"
