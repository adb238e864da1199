import Conciliacao
import Dados
import Dominio
import JSONDocuments

// What is on record of a client besides the status. Docs/regras.md §9

struct DocumentoDeDecisaoEmVigor: Encodable {
  enum CodingKeys: String, CodingKey {
    case status, motivo, data, base, regras
    case valor = "valor_comissao"
  }

  let status: String
  @OrNull var valor: String?
  let motivo: String
  let data: String
  let base: String
  /// What holds again once it is withdrawn.
  let regras: DocumentoDeSituacao

  init(_ decisao: DecisaoManual) {
    status = decisao.status.rawValue
    valor = decisao.valor?.texto
    motivo = decisao.motivo
    data = decisao.dia.iso
    base = decisao.base.iso
    regras = DocumentoDeSituacao(decisao.regras)
  }
}

struct DocumentoDeNomeVinculado: Encodable {
  let nome: String
  let motivo: String
  let data: String
  let base: String

  init(_ vinculo: Vinculo) {
    nome = vinculo.nome.texto
    motivo = vinculo.motivo
    data = vinculo.dia.iso
    base = vinculo.base.iso
  }
}

struct DocumentoDeFaturamento: Encodable {
  let valor: String
  let data: String
  @OrNull var contrato: String?
  let base: String
  let relatorio: Int
  /// The day on which it was given back.
  @OrNull var devolucao: String?

  init(_ faturamento: Faturamento) {
    valor = faturamento.valor.texto
    data = faturamento.dia.iso
    contrato = faturamento.contrato
    base = faturamento.base.iso
    relatorio = faturamento.relatorio
    devolucao = faturamento.devolucao?.dia.iso
  }
}

/// An alert by the number that people call it by.
struct DocumentoDeAlertaAnotado: Encodable {
  let id: String
  let tipo: String
  let planilha: String
  let descricao: String
  let status: String
  /// Why it ended, or why it is open again.
  @OrNull var motivo: String?

  init(_ alerta: Alerta, de base: Base) {
    id = base.numero(de: alerta).description
    tipo = alerta.tipo.codigo
    planilha = alerta.planilha.rawValue
    descricao = alerta.descricao
    status = alerta.situacao.rawValue
    motivo = alerta.desfecho?.motivo ?? alerta.reabertura
  }
}

struct DocumentoDeCandidato: Encodable {
  let nome: String
  let confianca: Int
  let razoes: [String]

  init(_ candidato: Candidato) {
    nome = candidato.nome.texto
    confianca = candidato.confianca
    razoes = candidato.razoes
  }
}

/// `cliente mostrar --formato json`
struct DocumentoDaFicha: Encodable {
  struct Mes: Encodable {
    let base: String
    let cliente: DocumentoDeCliente
    @OrNull var decisao: DocumentoDeDecisaoEmVigor?
    let faturamentos: [DocumentoDeFaturamento]
    /// The day on which the client was released to be billed once more.
    @OrNull var liberacao: String?
    @OrNull var estorno: String?
    let vinculos: [DocumentoDeNomeVinculado]
    let alertas: [DocumentoDeAlertaAnotado]
  }

  struct Mudanca: Encodable {
    let operacao: Int
    let momento: String
    let usuario: String
    let acao: String
    @OrNull var mes: String?
    let mudanca: String
    /// Why, as who asked for the operation said.
    @OrNull var motivo: String?
    @OrNull var antes: JSONValue?
    @OrNull var depois: JSONValue?
  }

  let nome: String
  let meses: [Mes]
  let mudancas: [Mudanca]

  init(_ ficha: FichaDeCliente) {
    nome = ficha.chave.texto
    meses = ficha.meses.map { mes in
      Mes(
        base: mes.base.competencia.iso, cliente: DocumentoDeCliente(mes.cliente),
        decisao: mes.cliente.decisao.map(DocumentoDeDecisaoEmVigor.init),
        faturamentos: mes.cliente.faturamentos.map(DocumentoDeFaturamento.init),
        liberacao: mes.cliente.liberacao?.dia.iso, estorno: mes.cliente.estorno?.texto,
        vinculos: mes.vinculos.map(DocumentoDeNomeVinculado.init),
        alertas: mes.alertas.map { DocumentoDeAlertaAnotado($0, de: mes.base) })
    }
    mudancas = ficha.mudancas.map { mudanca in
      let linha = mudanca.linha
      return Mudanca(
        operacao: linha.operacao, momento: linha.momento, usuario: linha.usuario,
        acao: linha.acao.rawValue, mes: linha.competencia?.iso, mudanca: linha.mudanca,
        motivo: mudanca.motivo, antes: linha.antes, depois: linha.depois)
    }
  }
}
