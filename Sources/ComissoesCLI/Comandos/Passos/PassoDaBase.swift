import Conciliacao
import Dados
import Dominio
import Planilhas

/// A base made from Acompanhamento, and the step that records it.
struct PassoDaBase {
  let criacao: CriacaoDeBase
  /// True when the month had a base before.
  let substitui: Bool
  let duvidas: [DuvidaSobreMes]
  /// What the making remarks; what the reading remarks is not among them.
  let avisos: [Aviso]
  let passo: Passo
}

extension Ambiente {
  /// Works out the base of a month; records nothing.
  ///
  /// - Throws: when the month has a base and it was not asked to make it anew.
  func criarBase(
    _ mes: Competencia, de lida: Lida<Acompanhamento.Registro>, substituindo: Bool,
    sobre retrato: Retrato
  ) throws -> PassoDaBase {
    let anterior = try retrato.base(mes)
    if anterior != nil, !substituindo {
      throw Falha(
        .cannotWrite,
        "\(acervo.caminho(mes)): a base de \(mes.porExtenso) já existe."
          + " Para refazê-la com este Acompanhamento, acrescente --substituir.")
    }
    let outras = try retrato.outrasBases(alem: mes)
    let duvidas = DuvidaSobreMes.todas(
      mes, soma: lida.fonte.sha256, outras: outras, hoje: shell.today())
    var criacao = Conciliacao.criarBase(
      mes, registros: lida.leitura.registros, anterior: anterior, outras: outras,
      em: Corrida(operacao: retrato.operacao + 1, origens: [lida.leitura.origem]))
    criacao.base.registrar(lida.fonte)
    var passo = Passo(.criarBase, autoria, mes: mes, bases: [criacao.base])
    passo.argumentos = argumentos(["aba": lida.aba])
    passo.estatisticas = [
      "clientes": String(criacao.base.clientes.count),
      "alertas_gerados": String(criacao.alertas.count(where: \.novo)),
    ]
    passo.entradas = [lida.entrada]
    passo.alertas = criacao.alertas.gerados
    passo.leu = try retrato.competencias()
    return PassoDaBase(
      criacao: criacao, substitui: anterior != nil, duvidas: duvidas,
      avisos: duvidas.map { $0.aviso(em: lida.fonte.arquivo) }
        + criacao.avisosDeDecisao(em: lida.fonte.arquivo),
      passo: passo)
  }
}

extension CriacaoDeBase {
  /// A decision that follows a link to another name than it was taken on.
  fileprivate func avisosDeDecisao(em arquivo: String) -> [Aviso] {
    decididosPorVinculo.compactMap { cliente, nome in
      guard let decisao = base.cliente(cliente)?.decisao else { return nil }
      return Aviso(
        arquivo: arquivo, aba: nil, celula: nil,
        mensagem: "\(cliente) está como \(decisao.situacao.resumo), pela decisão manual sobre"
          + " \(nome) em \(decisao.base.porExtenso) (\(decisao.motivo)): os dois nomes estão vinculados"
      )
    }
  }
}
