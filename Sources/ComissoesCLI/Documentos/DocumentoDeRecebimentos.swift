import Dominio
import JSONDocuments

/// `recebimentos --formato json`
struct DocumentoDeRecebimentos: Encodable {
  struct AReceber: Encodable {
    enum CodingKeys: String, CodingKey {
      case nome, valor, empreendimento, contrato
      case assinatura = "data_assinatura"
    }

    let nome: String
    let valor: String
    @OrNull var assinatura: String?
    @OrNull var empreendimento: String?
    @OrNull var contrato: String?
  }

  struct SemValor: Encodable {
    enum CodingKeys: String, CodingKey {
      case nome
      case assinatura = "data_assinatura"
    }

    let nome: String
    @OrNull var assinatura: String?
  }

  struct JaFaturado: Encodable {
    enum CodingKeys: String, CodingKey {
      case nome, base
      case contratoDiferente = "contrato_diferente"
      case devolucao = "devolvido_em"
      case liberado = "liberado_na_base"
    }

    let nome: String
    let base: String
    let contratoDiferente: Bool
    /// The day on which the money was given back.
    @OrNull var devolucao: String?
    /// The base in which the client was released to be billed once more.
    @OrNull var liberado: String?
  }

  struct Aguardando: Encodable {
    let nome: String
    @OrNull var valor: String?
  }

  struct Desistencia: Encodable {
    let nome: String
    @OrNull var observacao: String?
    @OrNull var estorno: String?
  }

  struct Totais: Encodable {
    enum CodingKeys: String, CodingKey {
      case desistencias, estornos
      case clientes = "clientes_a_receber"
      case valor = "valor_a_receber"
    }

    let clientes: Int
    let valor: String
    let desistencias: Int
    let estornos: String
  }

  enum CodingKeys: String, CodingKey {
    case base, desistencias, totais, alertas, avisos, relatorio
    case dryRun = "dry_run"
    case aReceber = "a_receber"
    case semValor = "sem_valor"
    case jaFaturados = "ja_faturados"
    case aguardando = "aguardando_assinatura"
  }

  let base: String
  let dryRun: Bool
  let aReceber: [AReceber]
  let semValor: [SemValor]
  let jaFaturados: [JaFaturado]
  let aguardando: [Aguardando]
  let desistencias: [Desistencia]
  let totais: Totais
  let alertas: [DocumentoDeAlerta]
  let avisos: [DocumentoDeAviso]
  @OrNull var relatorio: String?

  /// - Parameter relatorio: the path of the workbook; nil in a dry run.
  init(
    _ recebimentos: Recebimentos, base: Competencia, dryRun: Bool, avisos: [Aviso],
    relatorio: String?
  ) {
    self.base = base.iso
    self.dryRun = dryRun
    aReceber = recebimentos.aReceber.map {
      AReceber(
        nome: $0.cliente.texto, valor: $0.valor.texto, assinatura: $0.assinatura?.iso,
        empreendimento: $0.empreendimento, contrato: $0.contrato)
    }
    semValor = recebimentos.semValor.map {
      SemValor(nome: $0.cliente.texto, assinatura: $0.assinatura?.iso)
    }
    jaFaturados = recebimentos.jaFaturados.map {
      JaFaturado(
        nome: $0.cliente.texto, base: $0.faturamento.base.iso,
        contratoDiferente: $0.contratoDiferente != nil,
        devolucao: $0.faturamento.devolucao?.dia.iso, liberado: $0.liberadoEm?.iso)
    }
    aguardando = recebimentos.aguardandoAssinatura.map {
      Aguardando(nome: $0.cliente.texto, valor: $0.valor?.texto)
    }
    desistencias = recebimentos.desistencias.map {
      Desistencia(
        nome: $0.cliente.texto, observacao: $0.observacao, estorno: $0.estorno?.texto)
    }
    totais = Totais(
      clientes: recebimentos.aReceber.count, valor: recebimentos.valorAReceber.texto,
      desistencias: recebimentos.totalDeDesistencias, estornos: recebimentos.estornos.texto)
    alertas = recebimentos.alertas.map(DocumentoDeAlerta.init)
    self.avisos = avisos.map(DocumentoDeAviso.init)
    self.relatorio = relatorio
  }
}
