import CommandLineKit
import Conciliacao
import Dados
import Dominio

/// Numbers of alerts, or a filter that picks them out: one or the other.
struct EscolhaDeAlertas {
  let numeros: Token<[String]>
  let filtro: PedidoDeAlertas
  let todos: Token<Bool>

  init(_ form: inout Form, _ palavras: PalavrasDosDados) {
    numeros = form.optionalArguments(
      "<número>", help: "Números de alertas, como 2510-37, ou 37 na base mais nova.",
      completion: .dados(palavras))
    filtro = PedidoDeAlertas(&form)
    todos = form.flag("--todos", help: "Todos os que passam pelo filtro, em vez de números.")
  }

  /// What was picked out, before any base is looked at.
  struct Escolhida {
    fileprivate let textos: [String]
    fileprivate let mes: Competencia?
    fileprivate let filtro: FiltroDeAlertas

    var porFiltro: Bool { textos.isEmpty }

    func plano(_ palavra: PalavraSobreAlerta, em retrato: Retrato) throws -> PlanoDeAlertas {
      guard porFiltro else { return try retrato.plano(textos, de: mes, palavra) }
      let base = try retrato.baseEscolhida(mes)
      let alertas = base.alertas.filter {
        filtro.inclui($0) && $0.recusa(palavra.palavra) == nil
      }.sorted(by: Alerta.piorPrimeiro)
      return PlanoDeAlertas(
        itens: alertas.map { .init(numero: base.numero(de: $0), alerta: $0, palavra: palavra) })
    }
  }

  /// - Throws: a usage error when there is neither, or both.
  func escolhida(_ palavra: PalavraSobreAlerta.Palavra, _ values: Values) throws -> Escolhida {
    let textos = try values[numeros]
    let escolhido = try FiltroDeAlertas(
      filtro, situacao: palavra == .reabrir ? nil : .pendente, values)
    let dados = filtro.filtros.filter(values.isGiven) + (try values[todos] ? [todos.row] : [])
    if !textos.isEmpty, !dados.isEmpty {
      throw values.errors(dados.map { .together(numeros.row, $0) })
    }
    if textos.isEmpty, try !values[todos] {
      throw values.errors([
        escolhido.escolhe
          ? .missing(todos.row, remedy: "um filtro vale para todos os que passam por ele")
          : .missing(
            numeros.row, remedy: "dê os números, ou um filtro, como '--tipo 2 --todos'")
      ])
    }
    return Escolhida(textos: textos, mes: try values[filtro.mes], filtro: escolhido)
  }
}
