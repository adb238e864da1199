import Conciliacao
import Dominio
import JSONDocuments

/// `base exportar --formato json`
struct DocumentoDaExportacao: Encodable {
  let base: String
  let nome: String
  let clientes: [DocumentoDeClienteExportado]
  let totais: DocumentoDeTotais

  init(_ exportacao: BaseExportada) {
    base = exportacao.base.competencia.iso
    nome = exportacao.base.nome
    clientes = exportacao.base.clientes.map {
      DocumentoDeClienteExportado($0, alertas: exportacao.alertas(de: $0))
    }
    totais = DocumentoDeTotais(Totais(exportacao.base))
  }
}

/// The keys of `cliente`, and what else the base knows.
struct DocumentoDeClienteExportado: Encodable {
  private struct Mais: Encodable {
    enum CodingKeys: String, CodingKey {
      case cadastro, faturamentos, liberacao, estorno, decisao
      case alertas = "alertas_em_aberto"
    }

    let cadastro: DocumentoDeCadastro
    let faturamentos: [DocumentoDeFaturamento]
    /// The day on which the client was released to be billed once more.
    @OrNull var liberacao: String?
    @OrNull var estorno: String?
    let alertas: Int
    @OrNull var decisao: DocumentoDeDecisaoEmVigor?
  }

  private let cliente: DocumentoDeCliente
  private let mais: Mais

  /// - Parameter alertas: how many are open.
  init(_ cliente: Cliente, alertas: Int) {
    self.cliente = DocumentoDeCliente(cliente)
    mais = Mais(
      cadastro: DocumentoDeCadastro(cliente.cadastro),
      faturamentos: cliente.faturamentos.map(DocumentoDeFaturamento.init),
      liberacao: cliente.liberacao?.dia.iso, estorno: cliente.estorno?.texto, alertas: alertas,
      decisao: cliente.decisao.map(DocumentoDeDecisaoEmVigor.init))
  }

  func encode(to encoder: any Encoder) throws {
    try cliente.encode(to: encoder)
    try mais.encode(to: encoder)
  }
}

/// What Acompanhamento says of a client besides the name.
struct DocumentoDeCadastro: Encodable {
  @OrNull var data: String?
  @OrNull var corretor: String?
  @OrNull var imobiliaria: String?
  @OrNull var empreendimento: String?
  @OrNull var unidade: String?

  init(_ cadastro: Acompanhamento.Cadastro) {
    data = cadastro.dia?.iso
    corretor = cadastro.corretor
    imobiliaria = cadastro.imobiliaria
    empreendimento = cadastro.empreendimento
    unidade = cadastro.unidade
  }
}
