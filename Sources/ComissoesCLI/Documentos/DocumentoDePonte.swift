import Conciliacao
import Dominio
import JSONDocuments

/// `ponte --formato json`
struct DocumentoDePonte: Encodable {
  struct Saldo: Encodable {
    let clientes: Int
    let valor: String

    init(_ saldo: Ponte.Saldo) {
      clientes = saldo.clientes
      valor = saldo.valor.texto
    }
  }

  struct Linha: Encodable {
    let motivo: String
    @OrNull var mes: String?
    @OrNull var de: String?
    @OrNull var para: String?
    let clientes: Int
    let valor: String
    let nomes: [String]

    init(_ linha: Ponte.Linha) {
      motivo = linha.motivo.codigo
      mes = linha.motivo.mes?.iso
      de = linha.motivo.status?.de.rawValue
      para = linha.motivo.status?.para.rawValue
      clientes = linha.quantos
      valor = linha.valor.texto
      nomes = linha.clientes.map(\.texto)
    }
  }

  struct AReceber: Encodable {
    let inicial: Saldo
    let linhas: [Linha]
    let final: Saldo
    let diferenca: String

    init(_ ponte: Ponte) {
      inicial = Saldo(ponte.inicial)
      linhas = ponte.linhas.map(Linha.init)
      final = Saldo(ponte.final)
      diferenca = ponte.diferenca.texto
    }
  }

  struct Movimento: Encodable {
    let status: String
    let inicial: Int
    let entraram: Int
    let sairam: Int
    let vieram: Int
    let foram: Int
    let final: Int

    init(_ movimento: Ponte.Movimento) {
      status = movimento.status.rawValue
      inicial = movimento.inicial
      entraram = movimento.entraram
      sairam = movimento.sairam
      vieram = movimento.vieram
      foram = movimento.foram
      final = movimento.final
    }
  }

  struct Estornos: Encodable {
    struct Parcela: Encodable {
      let motivo: String
      let clientes: Int
      let valor: String
      let nomes: [String]
    }

    let inicial: String
    let linhas: [Parcela]
    let final: String
    /// What of `final` was given back since.
    let devolvidosDepois: String
    let diferenca: String

    enum CodingKeys: String, CodingKey {
      case inicial, linhas, final, diferenca
      case devolvidosDepois = "devolvidos_depois"
    }

    init(_ estornos: PonteDeEstornos) {
      inicial = estornos.inicial.texto
      linhas = estornos.partes.map {
        let valor = $0.soma ? $0.parcela.valor : .zero - $0.parcela.valor
        return Parcela(
          motivo: $0.codigo, clientes: $0.parcela.clientes.count, valor: valor.texto,
          nomes: $0.parcela.clientes.map(\.texto))
      }
      final = estornos.final.texto
      devolvidosDepois = estornos.devolvidosDepois.valor.texto
      diferenca = estornos.diferenca.texto
    }
  }

  enum CodingKeys: String, CodingKey {
    case de, para, movimentos, estornos, contradicoes, fecha
    case aReceber = "a_receber"
    case semExplicacao = "sem_explicacao"
  }

  let de: String
  let para: String
  let fecha: Bool
  let aReceber: AReceber
  let movimentos: [Movimento]
  let estornos: Estornos
  let semExplicacao: [String]
  let contradicoes: [String]

  init(_ ponte: Ponte) {
    de = ponte.de.iso
    para = ponte.para.iso
    fecha = ponte.fecha
    aReceber = AReceber(ponte)
    movimentos = ponte.movimentos.map(Movimento.init)
    estornos = Estornos(ponte.estornos)
    semExplicacao = ponte.semExplicacao.map(\.texto)
    contradicoes = ponte.contradicoes.map(Constatacao.init).map { "\($0.lugar): \($0.descricao)" }
  }
}
