import Dominio
import JSONDocuments

/// `resumo --formato json`
struct DocumentoDeResumo: Encodable {
  enum CodingKeys: String, CodingKey {
    case pasta, bases, base, clientes, alertas, danos
    case alertasAnteriores = "alertas_anteriores"
    case aReceber = "a_receber"
    case aDevolver = "a_devolver"
    case contrariadas = "decisoes_contrariadas"
    case cruzada = "cruzada_com_epr"
    case semValor = "sem_valor"
    case ultimo = "ultimo_relatorio"
    case proximo = "proximo_comando"
  }

  struct Alertas: Encodable {
    let alta: Int
    let media: Int
    let baixa: Int
  }

  struct Soma: Encodable {
    let clientes: Int
    let valor: String

    init(_ soma: Resumo.Soma) {
      clientes = soma.clientes
      valor = soma.valor.texto
    }
  }

  struct Ultimo: Encodable {
    let numero: Int
    let base: String
    let data: String
    let clientes: Int
    let valor: String
    let caminho: String
  }

  let pasta: String
  let bases: [String]
  /// The newest; null without any.
  @OrNull var base: String?
  let clientes: Int
  /// Open ones of the newest base.
  let alertas: Alertas
  let alertasAnteriores: Int
  let aReceber: Soma
  /// Open estornos.
  let aDevolver: Soma
  /// Manual decisions that the spreadsheets contradict by now.
  let contrariadas: Int
  /// True when those who are left have not signed, or have no value.
  let cruzada: Bool
  let semValor: Int
  @OrNull var ultimo: Ultimo?
  let danos: [String]
  let proximo: String

  init(_ resumo: Resumo) {
    let abertos = resumo.base?.alertasAbertos ?? []
    func quantos(_ severidade: TipoDeAlerta.Severidade) -> Int {
      abertos.count { $0.tipo.severidade == severidade }
    }
    pasta = resumo.pasta
    bases = resumo.meses.map(\.iso)
    base = resumo.base?.competencia.iso
    clientes = resumo.base?.clientes.count ?? 0
    alertas = Alertas(alta: quantos(.alta), media: quantos(.media), baixa: quantos(.baixa))
    alertasAnteriores = resumo.alertasAnteriores
    aReceber = Soma(resumo.aReceber)
    aDevolver = Soma(resumo.aDevolver)
    contrariadas = resumo.contrariados
    cruzada = resumo.cruzadaComEPR
    semValor = resumo.semValor
    ultimo = resumo.ultimo.map {
      Ultimo(
        numero: $0.relatorio.numero, base: $0.base.iso, data: $0.relatorio.dia.iso,
        clientes: $0.relatorio.clientes, valor: $0.relatorio.valor.texto, caminho: $0.caminho)
    }
    danos = resumo.danos
    proximo = resumo.passo.comando
  }
}
