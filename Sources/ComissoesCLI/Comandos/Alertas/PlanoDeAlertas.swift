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
    guard let mes = bases.map(\.competencia).max() else {
      throw Falha(.badData, "Nenhum alerta a mudar; nada foi mudado.")
    }
    var passo = Passo(acao, ambiente.autoria, mes: mes, bases: bases)
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
