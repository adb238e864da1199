/// The keys of `config.json`. Docs/regras.md §9
enum ChaveDeConfiguracao: String, CaseIterable {
  case diretorioDeDados = "diretorio_dados"
  case pastaDasPlanilhas = "pasta_das_planilhas"
  case linhasDeCabecalho = "linhas_de_cabecalho"
  case planilhas
  case apelidos
  case mapeamentoDeForma = "mapeamento_forma"
  case mapeamentoDeStatus = "mapeamento_status"
  case limites

  /// For help and documents.
  var explicacao: String {
    switch self {
    case .diretorioDeDados: "a pasta de dados"
    case .pastaDasPlanilhas: "onde `fechar` procura as planilhas quando o comando não diz"
    case .linhasDeCabecalho:
      "em quantas linhas do alto de cada aba se procura o cabeçalho, de 1 a 1000"
    case .planilhas: "os arquivos do mês, por `acompanhamento`, `gestores`, `webopay` e `epr`"
    case .apelidos: "outros nomes de colunas, por planilha e coluna"
    case .mapeamentoDeForma:
      "o sentido de outras FORMAs: PAGO, FINANCIADO, DESCONTO ou ALERTA"
    case .mapeamentoDeStatus:
      "o sentido de outros STATUS: DESISTIU, DESCONTO, ENTROU ou ABERTO"
    case .limites:
      "o tamanho a partir do qual uma planilha é recusada; a recusa diz que limite aumentar"
    }
  }
}
