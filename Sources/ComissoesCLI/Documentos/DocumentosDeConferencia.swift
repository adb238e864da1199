import Dados
import Dominio
import JSONDocuments

/// `auditoria verificar --formato json`
struct DocumentoDeAuditoriaConferida: Encodable {
  struct Achado: Encodable {
    let linha: Int
    let descricao: String
  }

  struct Relatorio: Encodable {
    let arquivo: String
    let linhas: Int
    let confere: Bool
  }

  enum CodingKeys: String, CodingKey {
    case inteira, inalterada, linhas, achados, relatorio
    case sobra = "bytes_nao_confirmados"
  }

  let inteira: Bool
  let inalterada: Bool
  let linhas: Int
  let sobra: Int
  let achados: [Achado]
  @OrNull var relatorio: Relatorio?

  init(_ conferencia: ConferenciaDeAuditoria, _ testemunha: Testemunha?) {
    inteira = conferencia.inteira
    inalterada = conferencia.inalterada
    linhas = conferencia.linhas
    sobra = conferencia.sobra
    achados = conferencia.achados.map { Achado(linha: $0.linha, descricao: $0.descricao) }
    relatorio = testemunha.map {
      Relatorio(arquivo: $0.arquivo, linhas: $0.linhas, confere: $0.confere)
    }
  }
}

/// `auditoria listar --formato json`
struct DocumentoDeAuditoria: Encodable {
  struct Linha: Encodable {
    enum CodingKeys: String, CodingKey {
      case numero = "n"
      case operacao, momento, usuario, acao, mes, cliente, antes, depois, argumentos
    }

    let numero: Int
    let operacao: Int
    let momento: String
    let usuario: String
    let acao: String
    @OrNull var mes: String?
    @OrNull var cliente: String?
    @OrNull var antes: JSONValue?
    @OrNull var depois: JSONValue?
    @OrNull var argumentos: [String: String]?
  }

  let linhas: [Linha]

  init(_ linhas: [LinhaDeAuditoria]) {
    self.linhas = linhas.map {
      Linha(
        numero: $0.numero, operacao: $0.operacao, momento: $0.momento, usuario: $0.usuario,
        acao: $0.acao.rawValue, mes: $0.competencia?.iso, cliente: $0.cliente, antes: $0.antes,
        depois: $0.depois, argumentos: $0.argumentos)
    }
  }
}

/// `dados verificar --formato json`
struct DocumentoDeDadosConferidos: Encodable {
  struct Item: Encodable {
    enum CodingKeys: String, CodingKey {
      case lugar, descricao
      case acaoSugerida = "acao_sugerida"
    }

    let lugar: String
    let descricao: String
    let acaoSugerida: String

    init(_ constatacao: Constatacao) {
      lugar = constatacao.lugar
      descricao = constatacao.descricao
      acaoSugerida = constatacao.remedio
    }
  }

  struct Contagens: Encodable {
    enum CodingKeys: String, CodingKey {
      case operacoes, bases, clientes, relatorios, objetos
      case linhasDeAuditoria = "linhas_de_auditoria"
    }

    let operacoes: Int
    let bases: Int
    let clientes: Int
    let relatorios: Int
    let objetos: Int
    let linhasDeAuditoria: Int
  }

  let pasta: String
  let contagens: Contagens
  let achados: [Item]
  let observacoes: [Item]

  init(_ resultado: ResultadoDaConferencia, pasta: String) {
    self.pasta = pasta
    let contagens = resultado.conferencia.contagens
    self.contagens = Contagens(
      operacoes: contagens.operacoes, bases: contagens.bases, clientes: resultado.clientes,
      relatorios: contagens.relatorios, objetos: contagens.objetos,
      linhasDeAuditoria: contagens.linhasDeAuditoria)
    achados = resultado.achados.map(Item.init)
    observacoes = resultado.observacoes.map(Item.init)
  }
}

/// `dados caminho --formato json`
struct DocumentoDeCaminho: Encodable {
  let pasta: String
  let existe: Bool
}
