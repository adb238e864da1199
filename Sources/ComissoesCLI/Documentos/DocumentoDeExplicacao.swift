import Conciliacao
import Dados
import Dominio
import JSONDocuments

/// `explicar --formato json`
struct DocumentoDeExplicacao: Encodable {
  struct Fato: Encodable {
    enum CodingKeys: String, CodingKey {
      case planilha, coluna, linha, arquivo, aba, celula, lido
      case naCelula = "na_celula"
    }

    let planilha: String
    let coluna: String
    let linha: Int
    @OrNull var arquivo: String?
    @OrNull var aba: String?
    @OrNull var celula: String?
    /// As it stands there; null when it is blank.
    @OrNull var naCelula: String?
    /// What was understood; null when nothing was.
    @OrNull var lido: String?
  }

  struct Prioridade: Encodable {
    let numero: String
    let condicao: String
    let veredito: String
    let fatos: [Fato]
  }

  struct Resultado: Encodable {
    enum CodingKeys: String, CodingKey {
      case prioridade, status, fonte, observacao
      case valor = "valor_comissao"
    }

    let prioridade: String
    let status: String
    @OrNull var valor: String?
    @OrNull var fonte: String?
    @OrNull var observacao: String?

    init(_ decisao: Decisao) {
      prioridade = decisao.prioridade
      status = decisao.situacao.status.rawValue
      valor = decisao.situacao.valor?.texto
      fonte = decisao.situacao.fonte
      observacao = decisao.situacao.observacao
    }
  }

  struct Hipotese: Encodable {
    let se: [String]
    let resultado: Resultado
  }

  enum CodingKeys: String, CodingKey {
    case base, nome, controle, cliente, prioridades, regras, confere, hipoteses, decisao, vinculos
    case faturamentos, alertas, candidatos
    case configuracaoAtual = "configuracao_atual"
  }

  let base: String
  let nome: String
  /// The number of the operation whose spreadsheets were read again.
  let controle: Int
  /// Null when the name is that of no client of the base.
  @OrNull var cliente: DocumentoDeCliente?
  let prioridades: [Prioridade]
  /// What the engine says.
  let regras: Resultado
  /// False when the base has something else: a manual decision, or names linked since.
  let confere: Bool
  /// What the engine would say by the configuration as it is now; null when that is the same.
  @OrNull var configuracaoAtual: Resultado?
  let hipoteses: [Hipotese]
  @OrNull var decisao: DocumentoDeDecisaoEmVigor?
  let vinculos: [DocumentoDeNomeVinculado]
  let faturamentos: [DocumentoDeFaturamento]
  let alertas: [DocumentoDeAlertaAnotado]
  let candidatos: [DocumentoDeCandidato]

  init(_ explicado: NomeExplicado) {
    base = explicado.base.competencia.iso
    nome = explicado.chave.texto
    controle = explicado.operacao.numero
    cliente = explicado.cliente.map(DocumentoDeCliente.init)
    prioridades = explicado.explicacao.linhas.map { linha in
      Prioridade(
        numero: linha.prioridade.numero, condicao: linha.prioridade.condicao,
        veredito: linha.veredito.rawValue,
        fatos: linha.fatos.map { fato in
          Fato(
            planilha: fato.planilha.rawValue, coluna: fato.coluna, linha: fato.linha,
            arquivo: fato.lugar?.arquivo, aba: fato.lugar?.aba, celula: fato.lugar?.celula,
            naCelula: explicado.cru(fato), lido: fato.valor)
        })
    }
    let decidido = explicado.explicacao.decisao
    regras = Resultado(decidido)
    confere = explicado.cliente?.situacao == decidido.situacao
    configuracaoAtual = explicado.hoje.map(Resultado.init)
    hipoteses = explicado.explicacao.hipoteses.map {
      Hipotese(se: $0.se, resultado: Resultado($0.decisao))
    }
    decisao = explicado.cliente?.decisao.map(DocumentoDeDecisaoEmVigor.init)
    vinculos = explicado.vinculos.map(DocumentoDeNomeVinculado.init)
    faturamentos = (explicado.cliente?.faturamentos ?? []).map(DocumentoDeFaturamento.init)
    alertas = explicado.alertas.map { DocumentoDeAlertaAnotado($0, de: explicado.base) }
    candidatos = explicado.candidatos.map(DocumentoDeCandidato.init)
  }
}
