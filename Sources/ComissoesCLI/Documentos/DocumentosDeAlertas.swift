import Conciliacao
import Dados
import Dominio
import JSONDocuments

/// An alert of a base, with its number and all that is known of it.
struct DocumentoDeAlertaNumerado: Encodable {
  enum CodingKeys: String, CodingKey {
    case id, base, numero, tipo, severidade, cliente, planilha, descricao, status, evidencias
    case candidatos, desfecho, reabertura
    case acaoSugerida = "acao_sugerida"
  }

  struct Evidencias: Encodable {
    let planilha: String
    let coluna: String
    let linha: Int
    @OrNull var lido: String?
    @OrNull var arquivo: String?
    @OrNull var aba: String?
    @OrNull var celula: String?

    init(_ evidencia: Evidencia) {
      planilha = evidencia.planilha.rawValue
      coluna = evidencia.coluna
      linha = evidencia.linha
      lido = evidencia.valor
      arquivo = evidencia.lugar?.arquivo
      aba = evidencia.lugar?.aba
      celula = evidencia.lugar?.celula
    }
  }

  struct Candidatos: Encodable {
    let nome: String
    let planilha: String
    let confianca: Int
    let razoes: [String]

    init(_ candidato: Candidato) {
      nome = candidato.nome.texto
      planilha = candidato.planilha.rawValue
      confianca = candidato.confianca
      razoes = candidato.razoes
    }
  }

  struct Fim: Encodable {
    let status: String
    let motivo: String
    let autor: String
    let operacao: Int
    @OrNull var referencia: String?
    @OrNull var retorno: Int?

    init(_ desfecho: Desfecho) {
      status = desfecho.fim.rawValue
      motivo = desfecho.motivo
      autor = desfecho.autor.rawValue
      operacao = desfecho.operacao
      referencia = desfecho.referencia?.description
      retorno = desfecho.retorno
    }
  }

  let id: String
  let base: String
  let numero: Int
  let tipo: String
  let severidade: String
  let cliente: String
  let planilha: String
  let descricao: String
  let acaoSugerida: String
  let status: String
  let evidencias: [Evidencias]
  let candidatos: [Candidatos]
  @OrNull var desfecho: Fim?
  @OrNull var reabertura: String?

  init(_ alerta: Alerta, de base: Competencia) {
    id = NumeroDeAlerta(base: base, serie: alerta.serie).description
    self.base = base.iso
    numero = alerta.tipo.numero
    tipo = alerta.tipo.codigo
    severidade = alerta.tipo.severidade.rawValue
    cliente = alerta.cliente.texto
    planilha = alerta.planilha.rawValue
    descricao = alerta.descricao
    acaoSugerida = alerta.tipo.acaoSugerida
    status = alerta.situacao.rawValue
    evidencias = alerta.evidencias.map(Evidencias.init)
    candidatos = alerta.candidatos.map(Candidatos.init)
    desfecho = alerta.desfecho.map(Fim.init)
    reabertura = alerta.reabertura
  }
}

/// `alertas listar --formato json`
struct DocumentoDeListaDeAlertas: Encodable {
  struct Totais: Encodable {
    let alertas: Int
    let alta: Int
    let media: Int
    let baixa: Int
  }

  let base: String
  let alertas: [DocumentoDeAlertaNumerado]
  let totais: Totais

  init(_ alertas: [Alerta], de base: Competencia) {
    self.base = base.iso
    self.alertas = alertas.map { DocumentoDeAlertaNumerado($0, de: base) }
    func quantos(_ severidade: TipoDeAlerta.Severidade) -> Int {
      alertas.count { $0.tipo.severidade == severidade }
    }
    totais = Totais(
      alertas: alertas.count, alta: quantos(.alta), media: quantos(.media),
      baixa: quantos(.baixa))
  }
}

/// `alertas mostrar --formato json`
struct DocumentoDeUmAlerta: Encodable {
  enum CodingKeys: String, CodingKey {
    case alerta, cliente
    case desfechosAnteriores = "desfechos_anteriores"
    case encerradoEm = "encerrado_em"
    case encerradoPor = "encerrado_por"
    case proximosPassos = "proximos_passos"
  }

  struct Anterior: Encodable {
    let desfecho: DocumentoDeAlertaNumerado.Fim
    let evidencias: [DocumentoDeAlertaNumerado.Evidencias]
  }

  let alerta: DocumentoDeAlertaNumerado
  /// How it had ended while other values caused it.
  let desfechosAnteriores: [Anterior]
  /// The moment and the user of the operation that ended it; null while it is open.
  @OrNull var encerradoEm: String?
  @OrNull var encerradoPor: String?
  /// Null for a name that is not in the base.
  @OrNull var cliente: DocumentoDeCliente?
  let proximosPassos: [String]

  init(_ inteiro: AlertaPorInteiro) {
    alerta = DocumentoDeAlertaNumerado(inteiro.alerta, de: inteiro.numero.base)
    desfechosAnteriores = inteiro.alerta.desfechosAnteriores.map {
      Anterior(desfecho: .init($0.desfecho), evidencias: $0.evidencias.map { .init($0) })
    }
    encerradoEm = inteiro.operacao?.momento
    encerradoPor = inteiro.operacao?.usuario
    cliente = inteiro.cliente.map(DocumentoDeCliente.init)
    proximosPassos = ComissoesCLI.proximosPassos(inteiro)
  }
}

/// `alertas resolver`, `falso-positivo`, `reabrir` and `importar --formato json`
struct DocumentoDePalavras: Encodable {
  enum CodingKeys: String, CodingKey {
    case operacao, alertas
    case jaDecididas = "ja_decididas"
    case herdeiros = "continuam_encerrados"
    case dryRun = "dry_run"
  }

  struct Item: Encodable {
    let id: String
    let cliente: String
    let antes: String
    let depois: String
    let motivo: String

    init(_ item: PlanoDeAlertas.Item) {
      id = item.numero.description
      cliente = item.alerta.cliente.texto
      antes = item.alerta.situacao.rawValue
      depois = item.palavra.palavra.situacao.rawValue
      motivo = item.palavra.motivo
    }
  }

  /// Null when nothing was done.
  @OrNull var operacao: Int?
  let dryRun: Bool
  let alertas: [Item]
  /// Rows of a list that were passed over.
  let jaDecididas: Int
  /// Of later months, by reference to what opens again.
  let herdeiros: [String]

  init(_ plano: PlanoDeAlertas, operacao: Operacao?, dryRun: Bool) {
    self.operacao = operacao?.numero
    self.dryRun = dryRun
    alertas = plano.itens.map(Item.init)
    jaDecididas = plano.jaDecididas
    herdeiros = plano.herdeiros.map(\.description)
  }
}
