import Conciliacao
import Dominio
import JSONDocuments
import Paineis

/// `painel --formato json`: what stands on the page.
struct DocumentoDoPainel: Encodable {
  struct DeStatus: Encodable {
    let status: String
    let clientes: Int
    let valor: String
  }

  struct DeAssinatura: Encodable {
    enum CodingKeys: String, CodingKey {
      case mes, faturado
      case aFaturar = "a_faturar"
    }

    @OrNull var mes: String?
    let faturado: String
    let aFaturar: String
  }

  struct DeAlerta: Encodable {
    let numero: Int
    let tipo: String
    let severidade: String
    let alertas: Int
    let comando: String
  }

  struct Soma: Encodable {
    let clientes: Int
    let valor: String

    init(_ soma: Panorama.Soma) {
      clientes = soma.clientes
      valor = soma.valor.texto
    }
  }

  struct Item: Encodable {
    enum CodingKeys: String, CodingKey {
      case nome, empreendimento, contrato, valor, situacao, relatorio
      case assinatura = "data_assinatura"
    }

    let nome: String
    @OrNull var empreendimento: String?
    @OrNull var contrato: String?
    @OrNull var assinatura: String?
    @OrNull var valor: String?
    let situacao: String
    @OrNull var relatorio: Int?

    init(_ item: Recebivel) {
      nome = item.cliente.texto
      empreendimento = item.empreendimento
      contrato = item.contrato
      assinatura = item.assinatura?.iso
      valor = item.valor?.texto
      situacao = item.estado.codigo
      if case .faturado(let numero, _, _) = item.estado { relatorio = numero }
    }
  }

  struct Estorno: Encodable {
    let nome: String
    @OrNull var valor: String?
  }

  enum CodingKeys: String, CodingKey {
    case base, dia, pagina, totais, assinaturas, alertas, esperas, estornos, ponte, recebiveis
    case porStatus = "por_status"
    case aguardando = "aguardando_assinatura"
  }

  let base: String
  let dia: String
  let pagina: String
  let totais: DocumentoDeTotais
  let aguardando: Soma
  let porStatus: [DeStatus]
  let assinaturas: [DeAssinatura]
  @OrNull var ponte: DocumentoDePonte?
  let alertas: [DeAlerta]
  let esperas: [Item]
  let estornos: [Estorno]
  let recebiveis: [Item]

  init(_ panorama: Panorama, em dia: Dia, pagina: String) {
    base = panorama.base.iso
    self.dia = dia.iso
    self.pagina = pagina
    totais = DocumentoDeTotais(panorama.totais)
    aguardando = Soma(panorama.aguardando)
    porStatus = panorama.porStatus.map {
      DeStatus(
        status: $0.status.rawValue, clientes: $0.soma.clientes, valor: $0.soma.valor.texto)
    }
    assinaturas = panorama.assinaturas.map {
      DeAssinatura(
        mes: $0.mes?.iso, faturado: $0.faturado.valor.texto, aFaturar: $0.aFaturar.valor.texto)
    }
    ponte = panorama.ponte.map(DocumentoDePonte.init)
    alertas = panorama.alertas.map {
      DeAlerta(
        numero: $0.tipo.numero, tipo: $0.tipo.codigo, severidade: $0.tipo.severidade.rawValue,
        alertas: $0.quantos, comando: comandoDosAlertas($0.tipo, de: panorama.base))
    }
    esperas = panorama.esperas.prefix(maioresEsperas).map(Item.init)
    estornos = panorama.estornos.map {
      Estorno(nome: $0.cliente.texto, valor: $0.estorno?.texto)
    }
    recebiveis = panorama.recebiveis.map(Item.init)
  }
}

extension Recebivel.Estado {
  /// For programs.
  fileprivate var codigo: String {
    switch self {
    case .faturado(_, _, nil): "faturado"
    case .faturado(_, _, _?): "devolvido"
    case .assinado: "assinado"
    case .revisar: "sem_valor"
    case .aguardando: "aguardando_assinatura"
    case .comOutroNome: "ja_faturado"
    }
  }
}
