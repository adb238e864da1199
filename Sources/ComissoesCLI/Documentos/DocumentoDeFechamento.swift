import Dominio
import JSONDocuments
import Planilhas

/// `fechar --formato json`
struct DocumentoDeFechamento: Encodable {
  enum CodingKeys: String, CodingKey {
    case base, estado, planilhas, conferir, controle, recebimentos, relatorio
    case deFora = "de_fora"
    case criacao = "base_criar"
    case proximo = "proximo_comando"
  }

  struct Escolhida: Encodable {
    enum CodingKeys: String, CodingKey {
      case planilha, arquivo, aba, colunas, iguais
      case linhaDoCabecalho = "linha_do_cabecalho"
    }

    let planilha: String
    let arquivo: String
    /// By what it was recognised; null and none for one that the configuration names.
    @OrNull var aba: String?
    @OrNull var linhaDoCabecalho: Int?
    let colunas: [String]
    let iguais: [String]

    init(_ planilha: Planilha, _ escolhida: PlanilhasDoMes.Escolhida) {
      self.planilha = planilha.rawValue
      arquivo = escolhida.caminho
      aba = escolhida.achado?.aba
      linhaDoCabecalho = escolhida.achado?.linha
      colunas = escolhida.achado?.colunas ?? []
      iguais = escolhida.iguais
    }
  }

  let base: String
  let estado: String
  let planilhas: [Escolhida]
  let deFora: [String]
  let conferir: DocumentoDeConferir
  @OrNull var criacao: DocumentoDeCriacao?
  let controle: DocumentoDeControle
  let recebimentos: DocumentoDeRecebimentos
  @OrNull var relatorio: String?
  @OrNull var proximo: String?

  init(_ fechamento: Fechamento, _ planilhas: PlanilhasDoMes, _ fim: FimDoFechamento) {
    let dryRun = fim.estado == .simulado
    let faturado = fim.estado == .faturado
    let lidas = fechamento.lidas
    let passo = fechamento.recebimentos
    base = fechamento.mes.iso
    estado = fim.estado.rawValue
    self.planilhas = Planilha.allCases.compactMap { planilha in
      planilhas[planilha].map { Escolhida(planilha, $0) }
    }
    deFora = planilhas.deFora
    conferir = DocumentoDeConferir(fechamento.conferidas, copias: [])
    criacao = fechamento.criacao.map {
      DocumentoDeCriacao(
        $0.criacao, dryRun: dryRun,
        avisos: (lidas.acompanhamento?.leitura.avisos ?? []) + $0.avisos)
    }
    controle = DocumentoDeControle(
      fechamento.controle.resultado, fechamento.controle.mapeamento, dryRun: dryRun,
      avisos: lidas.gestores.leitura.avisos + lidas.webopay.leitura.avisos
        + fechamento.controle.avisos)
    recebimentos = DocumentoDeRecebimentos(
      passo.resultado, base: fechamento.mes, dryRun: !faturado,
      avisos: lidas.epr.leitura.avisos + passo.avisos(dryRun: !faturado)
        + passo.resultado.aReceber.avisosDeValor(
          de: lidas.gestores.leitura, em: passo.base, dryRun: !faturado),
      relatorio: faturado ? fim.relatorio : nil)
    relatorio = fim.relatorio
    proximo = fim.proximo
  }
}
