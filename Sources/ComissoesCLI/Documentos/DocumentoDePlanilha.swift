import Dominio
import JSONDocuments
import Planilhas
import Spreadsheets

/// `planilha mostrar --formato json`
struct DocumentoDePlanilha: Encodable {
  struct Aba: Encodable {
    struct Linha: Encodable {
      let numero: Int
      let celulas: [String]
    }

    enum CodingKeys: String, CodingKey {
      case nome, visivel, visibilidade, linhas, colunas
      case primeirasLinhas = "primeiras_linhas"
    }

    let nome: String
    let visivel: Bool
    let visibilidade: String
    /// Those that hold a value.
    let linhas: Int
    let colunas: Int
    let primeirasLinhas: [Linha]
  }

  struct Reconhecida: Encodable {
    struct Coluna: Encodable {
      enum CodingKeys: String, CodingKey {
        case nome, letra, repetida
        case tambemEm = "tambem_em"
      }

      let nome: String
      let letra: String
      let repetida: Bool
      let tambemEm: [String]
    }

    enum CodingKeys: String, CodingKey {
      case planilha, aba, cabecalho, colunas, ausentes, registros, avisos
      case linhaDoCabecalho = "linha_do_cabecalho"
    }

    let planilha: String
    let aba: String
    let linhaDoCabecalho: Int
    /// The columns that made the row the header.
    let cabecalho: [String]
    let colunas: [Coluna]
    let ausentes: [String]
    let registros: Int
    let avisos: [DocumentoDeAviso]
  }

  /// The spreadsheet that came nearest when none is recognised.
  struct Parecida: Encodable {
    let planilha: String
    let aba: String
    let linha: Int
    let colunas: [String]
    let faltando: [String]
  }

  enum CodingKeys: String, CodingKey {
    case arquivo, formato, descricao, programa, abas, reconhecidas
    case nomeConfere = "nome_confere"
    case maisParecida = "mais_parecida"
  }

  let arquivo: String
  let formato: String
  let descricao: String
  /// Whether the extension of the name, if there is one, is one of this format.
  let nomeConfere: Bool
  @OrNull var programa: String?
  let abas: [Aba]
  let reconhecidas: [Reconhecida]
  @OrNull var maisParecida: Parecida?

  init(_ retrato: RetratoDePlanilha) {
    arquivo = retrato.arquivo
    formato = retrato.formato.extensao
    descricao = retrato.formato.descricao
    nomeConfere = retrato.extensaoEnganosa == nil
    programa = retrato.programa
    abas = retrato.abas.map { aba in
      Aba(
        nome: aba.nome, visivel: aba.visibilidade == .visible,
        visibilidade: aba.visibilidade.palavra, linhas: aba.tamanho.linhas,
        colunas: aba.tamanho.colunas,
        primeirasLinhas: aba.linhas.map { .init(numero: $0.numero, celulas: $0.celulas) })
    }
    reconhecidas = retrato.identificacao.reconhecidas.map(Reconhecida.init)
    maisParecida = retrato.identificacao.maisParecida.flatMap(Parecida.init)
  }
}

extension DocumentoDePlanilha.Reconhecida {
  fileprivate init(_ achado: Reconhecimento) {
    planilha = achado.planilha.rawValue
    aba = achado.aba
    linhaDoCabecalho = achado.linhaDoCabecalho
    cabecalho = achado.doCabecalho
    colunas = achado.colunas.map {
      Coluna(nome: $0.nome, letra: $0.letra, repetida: $0.repetida, tambemEm: $0.tambemEm)
    }
    ausentes = achado.ausentes
    registros = achado.registros
    avisos = achado.avisos.map(DocumentoDeAviso.init)
  }
}

extension DocumentoDePlanilha.Parecida {
  fileprivate init?(_ falta: SemCabecalho) {
    guard let achado = falta.achado else { return nil }
    planilha = falta.planilha.rawValue
    aba = achado.aba
    linha = achado.linha
    colunas = achado.colunas
    faltando = achado.faltando
  }
}

extension Sheet.Visibility {
  /// The word of the document.
  fileprivate var palavra: String {
    switch self {
    case .visible: "visivel"
    case .hidden: "oculta"
    case .veryHidden: "muito_oculta"
    }
  }
}
