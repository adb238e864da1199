import Conciliacao
import Dados
import Dominio

/// What is to be said of some alerts, each found and looked at: nothing more can be wrong with it.
struct PlanoDeAlertas: Equatable {
  struct Item: Equatable {
    let numero: NumeroDeAlerta
    let alerta: Alerta
    let palavra: PalavraSobreAlerta
  }

  /// Each alert once.
  let itens: [Item]
  /// Rows of a list that were passed over: what they say is so already.
  var jaDecididas = 0
  /// Of alerts that open again: those of later months that were born ended by reference to them, and
  /// stay so.
  private(set) var herdeiros: [NumeroDeAlerta] = []

  init(itens: [Item], jaDecididas: Int = 0) {
    self.itens = itens
    self.jaDecididas = jaDecididas
  }

  /// The same with `herdeiros`.
  func comHerdeiros(em retrato: Retrato) throws -> PlanoDeAlertas {
    var plano = self
    let reabertos = itens.filter { $0.palavra.palavra == .reabrir }.map(\.numero)
    guard let primeiro = reabertos.map(\.base).min() else { return plano }
    var origens = Set(reabertos)
    let seguintes = try retrato.bases().filter { $0.competencia > primeiro }
    for base in seguintes.sorted(by: { $0.competencia < $1.competencia }) {
      for alerta in base.alertas {
        let numero = base.numero(de: alerta)
        guard let referencia = alerta.desfecho?.referencia, origens.contains(referencia),
          origens.insert(numero).inserted
        else { continue }
        plano.herdeiros.append(numero)
      }
    }
    return plano
  }

  /// Makes it true, all in one operation.
  /// - Parameter argumentos: what was asked for, besides the alerts.
  func gravar(
    em escrita: Escrita, _ ambiente: Ambiente, argumentos: [String: String]
  ) throws -> Operacao {
    var bases: [Base] = []
    let porMes = Dictionary(grouping: itens) { $0.numero.base }
    for (mes, itens) in porMes.sorted(by: { $0.key < $1.key }) {
      var base = try escrita.retrato.baseEscolhida(mes)
      base.ouvir(
        Dictionary(
          itens.map { ($0.numero.serie, $0.palavra) }, uniquingKeysWith: { first, _ in first }),
        operacao: escrita.retrato.operacao + 1)
      bases.append(base)
    }
    var passo = Passo(acao, ambiente.autoria, mes: bases.last?.competencia, bases: bases)
    passo.argumentos = argumentos.merging([
      "alertas": itens.map(\.numero.description).joined(separator: ", ")
    ]) { given, _ in given }
    passo.estatisticas = ["alertas": String(itens.count)]
    return try escrita.gravar(passo)
  }

  private var acao: Operacao.Acao {
    itens.contains { $0.palavra.palavra != .reabrir } ? .encerrarAlertas : .reabrirAlertas
  }
}

/// Whether somebody is asked before anything is done.
struct Consentimento {
  let dryRun: Bool
  /// The answer was given on the line.
  let sim: Bool
  /// What is asked; nil when each alert was named on the line.
  let pergunta: ((PlanoDeAlertas) -> String)?
}

extension Ambiente {
  /// Shows what is to be said, asks if somebody has to be asked, and makes exactly that true.
  ///
  /// - Parameter argumentos: what was asked for, for the record.
  func dizer(
    _ consentimento: Consentimento, argumentos: [String: String],
    _ planejar: (Retrato) throws -> PlanoDeAlertas
  ) throws {
    let plano = try planejar(acervo.retrato())
    if consentimento.dryRun || plano.itens.isEmpty {
      return try mostrar {
        textoDoPlano(plano) + "\nNada foi gravado.\n"
      } documento: {
        DocumentoDePalavras(plano, operacao: nil, dryRun: consentimento.dryRun)
      }
    }
    if let pergunta = consentimento.pergunta?(plano) {
      let sim = consentimento.sim
      guard try confirmar(pergunta, sim: sim, mostrando: { textoDoPlano(plano) }) else { return }
    }
    let escrita = try escrita()
    // While the text was being read, another terminal may have done something.
    guard let agora = try? planejar(escrita.retrato), agora == plano else {
      throw Falha(
        .busy,
        "Depois do que foi mostrado foi gravado mais, e os alertas já não são os mesmos;"
          + " nada foi mudado. Rode o comando de novo.")
    }
    let operacao = try plano.gravar(em: escrita, self, argumentos: argumentos)
    try mostrar {
      (consentimento.pergunta == nil ? textoDoPlano(plano) + "\n" : "")
        + textoDoFeito(plano, operacao)
    } documento: {
      DocumentoDePalavras(plano, operacao: operacao, dryRun: false)
    }
  }
}
