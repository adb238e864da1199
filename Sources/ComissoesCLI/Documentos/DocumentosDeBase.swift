import Conciliacao
import Dominio

/// `base criar --formato json`
struct DocumentoDeCriacao: Encodable {
  enum CodingKeys: String, CodingKey {
    case base, clientes, alertas, avisos
    case dryRun = "dry_run"
  }

  let base: String
  let dryRun: Bool
  let clientes: Int
  let alertas: [DocumentoDeAlerta]
  let avisos: [DocumentoDeAviso]

  init(_ criacao: CriacaoDeBase, dryRun: Bool, avisos: [Aviso]) {
    base = criacao.base.competencia.iso
    self.dryRun = dryRun
    clientes = criacao.base.clientes.count
    alertas = criacao.alertas.map(DocumentoDeAlerta.init)
    self.avisos = avisos.map(DocumentoDeAviso.init)
  }
}

/// `base listar --formato json`
struct DocumentoDeLista: Encodable {
  struct Item: Encodable {
    let base: String
    let nome: String
    let totais: DocumentoDeTotais
  }

  let bases: [Item]

  init(_ bases: [Base]) {
    self.bases = bases.map {
      Item(base: $0.competencia.iso, nome: $0.nome, totais: DocumentoDeTotais(Totais($0)))
    }
  }
}

/// `base mostrar --formato json`
struct DocumentoDaBase: Encodable {
  let base: String
  let nome: String
  let clientes: [DocumentoDeCliente]
  let totais: DocumentoDeTotais

  /// - Parameter clientes: those that were asked for; the totals are those of the whole base.
  init(_ base: Base, clientes: [Cliente]) {
    self.base = base.competencia.iso
    nome = base.nome
    self.clientes = clientes.map(DocumentoDeCliente.init)
    totais = DocumentoDeTotais(Totais(base))
  }
}

struct DocumentoDeTotais: Encodable {
  enum CodingKeys: String, CodingKey {
    case clientes, faturado, devolvido, desistencias, estornos
    case porStatus = "por_status"
    case aReceber = "a_receber"
    case requerAnalise = "requer_analise"
  }

  let clientes: Int
  let porStatus: [String: Int]
  let aReceber: String
  let faturado: String
  let devolvido: String
  let desistencias: Int
  let requerAnalise: Int
  let estornos: String

  init(_ totais: Totais) {
    clientes = totais.clientes
    porStatus = Dictionary(
      uniqueKeysWithValues: totais.porStatus.map { ($0.key.rawValue, $0.value) })
    aReceber = totais.aReceber.texto
    faturado = totais.faturado.texto
    devolvido = totais.devolvido.texto
    desistencias = totais.desistencias
    requerAnalise = totais.requerAnalise
    estornos = totais.estornos.texto
  }
}
