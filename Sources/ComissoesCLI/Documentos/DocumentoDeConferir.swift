import Dominio
import JSONDocuments
import Planilhas

/// `conferir --formato json`
struct DocumentoDeConferir: Encodable {
  struct Problema: Encodable {
    let tipo: String
    @OrNull var aba: String?
    @OrNull var celula: String?
    let mensagem: String

    init(_ problema: Conferencia.Problema) {
      tipo = problema.tipo.rawValue
      aba = problema.aviso.aba
      celula = problema.aviso.celula
      mensagem = problema.aviso.mensagem
    }
  }

  struct Comparada: Encodable {
    enum CodingKeys: String, CodingKey {
      case base, arquivo, sumiram, novos
      case mesmoArquivo = "mesmo_arquivo"
      case registrosAntes = "registros_antes"
      case colunasAusentes = "colunas_ausentes"
      case colunasNovas = "colunas_novas"
    }

    let base: String
    let arquivo: String
    let mesmoArquivo: Bool
    @OrNull var registrosAntes: Int?
    let colunasAusentes: [String]
    let colunasNovas: [String]
    let sumiram: [String]
    let novos: [String]

    init(_ comparada: PlanilhaComparada) {
      base = comparada.base.iso
      arquivo = comparada.fonte.arquivo
      mesmoArquivo = comparada.mesmoArquivo
      let comparacao = comparada.comparacao
      registrosAntes = comparacao?.registrosAntes
      colunasAusentes = comparacao?.colunasAusentes ?? []
      colunasNovas = comparacao?.colunasNovas ?? []
      sumiram = comparacao?.sumiram.map(\.texto) ?? []
      novos = comparacao?.novos.map(\.texto) ?? []
    }
  }

  struct Item: Encodable {
    enum CodingKeys: String, CodingKey {
      case planilha, arquivo, sha256, aba, colunas, registros, problemas, comparada
      case linhaDoCabecalho = "linha_do_cabecalho"
    }

    let planilha: String
    let arquivo: String
    @OrNull var sha256: String?
    @OrNull var aba: String?
    @OrNull var linhaDoCabecalho: Int?
    let colunas: [String]
    let registros: Int
    let problemas: [Problema]
    @OrNull var comparada: Comparada?

    init(_ conferida: PlanilhaConferida) {
      let conferencia = conferida.conferencia
      planilha = conferencia.planilha.rawValue
      arquivo = conferencia.arquivo
      sha256 = conferida.sha256
      aba = conferencia.aba
      linhaDoCabecalho = conferencia.linhaDoCabecalho
      colunas = conferencia.colunas
      registros = conferencia.registros
      problemas = conferencia.problemas.map(Problema.init)
      comparada = conferida.comparada.map(Comparada.init)
    }
  }

  let planilhas: [Item]
  let problemas: Int
  let copias: [String]

  init(_ resultado: ResultadoDeConferir, copias: [String]) {
    planilhas = resultado.planilhas.map(Item.init)
    problemas = resultado.problemas
    self.copias = copias
  }
}
