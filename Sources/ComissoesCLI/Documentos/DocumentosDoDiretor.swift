import Conciliacao
import Dados
import Dominio
import JSONDocuments

// What the director's word on a client does. Docs/regras.md §9 and §11

struct DocumentoDeSituacao: Encodable {
  enum CodingKeys: String, CodingKey {
    case status, fonte, observacao
    case valor = "valor_comissao"
  }

  let status: String
  @OrNull var valor: String?
  @OrNull var fonte: String?
  @OrNull var observacao: String?

  init(_ situacao: Situacao) {
    status = situacao.status.rawValue
    valor = situacao.valor?.texto
    fonte = situacao.fonte
    observacao = situacao.observacao
  }
}

/// `cliente decidir` and `cliente retirar-decisao --formato json`
struct DocumentoDeDecisaoManual: Encodable {
  enum CodingKeys: String, CodingKey {
    case base, operacao, cliente, antes, depois, regras, bases, alertas, estorno
    case dryRun = "dry_run"
    case valorDe = "valor_de"
    case comOutraDecisao = "com_outra_decisao"
    case comOutroNome = "com_outro_nome"
  }

  struct OutroNome: Encodable {
    let base: String
    let cliente: String
  }

  let base: String
  let dryRun: Bool
  /// Null in a dry run.
  @OrNull var operacao: Int?
  let cliente: String
  let antes: DocumentoDeSituacao
  let depois: DocumentoDeSituacao
  /// What the rules say.
  let regras: DocumentoDeSituacao
  /// Where the amount comes from: `informado`, `regra` (the status itself has it), `atual` or
  /// `planilhas` (what the rules say of them); null without a new amount.
  @OrNull var valorDe: String?
  /// The months that changed.
  let bases: [String]
  /// Those of them in which the client has another name, and which.
  let comOutroNome: [OutroNome]
  let comOutraDecisao: [String]
  /// The numbers of the alerts that ended, or opened again.
  let alertas: [String]
  @OrNull var estorno: String?

  init(_ resultado: ResultadoDeDecisao) {
    let depois = resultado.depois
    base = resultado.base.competencia.iso
    dryRun = resultado.operacao == nil
    operacao = resultado.operacao?.numero
    cliente = depois.chave.texto
    antes = DocumentoDeSituacao(resultado.antes.situacao)
    self.depois = DocumentoDeSituacao(depois.situacao)
    regras = DocumentoDeSituacao(depois.decisao?.regras ?? depois.situacao)
    valorDe =
      switch resultado.valor {
      case .informado: "informado"
      case .zero, .nenhum: "regra"
      case .atual: "atual"
      case .regras: "planilhas"
      case nil: nil
      }
    bases = resultado.efeito.bases.map(\.competencia.iso)
    comOutroNome = resultado.comOutroNome.map {
      OutroNome(base: $0.mes.iso, cliente: $0.nome.texto)
    }
    comOutraDecisao = resultado.efeito.comOutraDecisao.map(\.iso)
    alertas = resultado.efeito.alertas.map(\.description)
    estorno = depois.estorno?.texto
  }
}

/// `cliente vincular` and `cliente desvincular --formato json`
struct DocumentoDeVinculo: Encodable {
  enum CodingKeys: String, CodingKey {
    case base, operacao, nome, cliente, motivo, bases, fora, juntadas, alertas, estorno
    case comDecisao = "com_decisao"
    case dryRun = "dry_run"
    case nomeConhecido = "nome_conhecido"
  }

  struct Fora: Encodable {
    let base: String
    let motivo: String
  }

  let base: String
  let dryRun: Bool
  @OrNull var operacao: Int?
  let nome: String
  let cliente: String
  let motivo: String
  /// False when no spreadsheet that was crossed has the spelling.
  let nomeConhecido: Bool
  let bases: [String]
  let fora: [Fora]
  /// The months whose bases still have rows of the spelling as the client's.
  let juntadas: [String]
  /// The months in which a decision on the spelling came to hold for the client, or left with it.
  let comDecisao: [String]
  /// The numbers of the alerts that ended with that decision, or opened again without it.
  let alertas: [String]
  /// What is to be given back since, and was not before.
  @OrNull var estorno: String?

  init(_ resultado: ResultadoDeVinculo) {
    base = resultado.base.competencia.iso
    dryRun = resultado.operacao == nil
    operacao = resultado.operacao?.numero
    nome = resultado.efeito.vinculo.nome.texto
    cliente = resultado.efeito.vinculo.cliente.texto
    motivo = resultado.motivo
    nomeConhecido = resultado.nomeConhecido
    bases = resultado.efeito.bases.map(\.competencia.iso)
    fora = resultado.efeito.fora.map {
      Fora(base: $0.mes.iso, motivo: $0.motivo.explicacao(resultado.efeito.vinculo))
    }
    juntadas = resultado.juntadas.map(\.iso)
    comDecisao = resultado.efeito.comDecisao.map(\.iso)
    alertas = resultado.efeito.alertas.map(\.description)
    estorno = resultado.estorno?.valor.texto
  }
}
