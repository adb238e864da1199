import Conciliacao
import Dados
import Dominio

extension Retrato {
  /// The alerts of these numbers, ready for a word. All that is wrong with any of them is told.
  ///
  /// - Parameters:
  ///   - textos: as typed, `2510-37` or `37`; the same one twice counts once.
  ///   - mes: the base that `37` is of; nil for the newest.
  func plano(
    _ textos: [String], de mes: Competencia?, _ palavra: PalavraSobreAlerta
  ) throws -> PlanoDeAlertas {
    let padrao = try baseEscolhida(mes).competencia
    var itens: [PlanoDeAlertas.Item] = []
    var problemas: [ProblemaDeNumero] = []
    var vistos: Set<NumeroDeAlerta> = []
    for texto in textos {
      guard let numero = NumeroDeAlerta(lendo: texto, naBase: padrao) else {
        problemas.append(.ilegivel(texto))
        continue
      }
      guard vistos.insert(numero).inserted else { continue }
      guard let alerta = try alerta(numero) else {
        problemas.append(.inexistente(numero, temBase: try base(numero.base) != nil))
        continue
      }
      if let recusa = alerta.recusa(palavra.palavra) {
        problemas.append(.recusado(numero, recusa))
      } else {
        itens.append(.init(numero: numero, alerta: alerta, palavra: palavra))
      }
    }
    if let primeiro = problemas.first {
      throw Falha(primeiro.codigo, problemas.map { "\($0.mensagem) Nada foi mudado." })
    }
    return PlanoDeAlertas(itens: itens)
  }

  /// Nil when there is none of this number.
  func alerta(_ numero: NumeroDeAlerta) throws -> Alerta? {
    try base(numero.base)?.alertas.first { $0.serie == numero.serie }
  }

  /// The one alert that was asked for.
  func alertaPedido(_ texto: String, de mes: Competencia?) throws -> (NumeroDeAlerta, Alerta) {
    let padrao = try baseEscolhida(mes).competencia
    guard let numero = NumeroDeAlerta(lendo: texto, naBase: padrao) else {
      throw Falha(.usage, ProblemaDeNumero.ilegivel(texto).mensagem)
    }
    guard let alerta = try alerta(numero) else {
      let problema = ProblemaDeNumero.inexistente(numero, temBase: try base(numero.base) != nil)
      throw Falha(problema.codigo, problema.mensagem)
    }
    return (numero, alerta)
  }
}

/// What can be wrong with a number of an alert.
enum ProblemaDeNumero {
  case ilegivel(String)
  case inexistente(NumeroDeAlerta, temBase: Bool)
  case recusado(NumeroDeAlerta, RecusaDePalavra)

  var codigo: ExitCode {
    switch self {
    case .ilegivel: .usage
    case .inexistente: .noInput
    case .recusado: .badData
    }
  }

  var mensagem: String {
    switch self {
    case .ilegivel(let texto):
      "\"\(texto)\" não é o número de um alerta: escreva 2510-37, ou só 37 na base mais nova."
    case .inexistente(let numero, temBase: true):
      "Não há o alerta \(numero). Veja os que há com"
        + " 'comissoes alertas --mes \(numero.base.iso) --status todos'."
    case .inexistente(let numero, temBase: false):
      "Não há o alerta \(numero): não há base de \(numero.base.porExtenso)."
        + " Veja as que há com 'comissoes base listar'."
    case .recusado(let numero, let recusa): "O alerta \(numero) \(recusa.explicacao)."
    }
  }
}

extension RecusaDePalavra {
  /// `já foi encerrado na operação 4 (resolvido: já recebida)`.
  var explicacao: String {
    switch self {
    case .jaEncerrado(let desfecho):
      "já está encerrado desde a operação \(desfecho.operacao)"
        + " (\(desfecho.fim.nome): \(desfecho.motivo))"
    case .jaAberto: "já está aberto"
    case .naoSeRepete(let desfecho):
      "foi encerrado porque \(desfecho.motivo); ele reabre sozinho se voltar a aparecer"
    }
  }
}
