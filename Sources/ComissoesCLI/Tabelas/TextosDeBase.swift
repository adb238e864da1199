import CommandLineKit
import Conciliacao
import Dominio

func textoDeCriacao(_ criacao: CriacaoDeBase, substituiu: Bool, dryRun: Bool) -> String {
  let base = criacao.base
  let feito = substituiu ? "substituída" : "criada"
  let verbo = dryRun ? "seria \(feito)" : feito
  var texto = "\(base.nome) \(verbo): \(contagem(base.clientes.count, "cliente", "clientes")).\n"
  let herdados = base.clientes.count { $0.jaPago && $0.faturamento?.base != base.competencia }
  if herdados > 0 {
    texto +=
      contagem(
        herdados, "cliente já faturado em outro mês, que não será faturado de novo",
        "clientes já faturados em outro mês, que não serão faturados de novo") + ".\n"
  }
  if !criacao.mantidos.isEmpty {
    let nomes = criacao.mantidos.map(\.texto).joined(separator: ", ")
    texto +=
      "Mantidos porque já foram faturados nesta base ou têm decisão manual, embora não estejam mais"
      + " em Acompanhamento: \(nomes).\n"
  }
  return texto + textoDeAlertas(criacao.alertas, de: base.competencia)
}

func textoDeLista(_ bases: [Base]) -> String {
  var tabela = Tabela(
    [
      ("Base", .esquerda), ("Clientes", .direita), ("Financiados", .direita),
      ("A receber", .direita), ("Faturado", .direita), ("Devolvido", .direita),
      ("Desistências", .direita), ("Em análise", .direita),
    ], dispensaveis: ["Em análise", "Desistências"])
  for base in bases {
    let totais = Totais(base)
    tabela.acrescentar([
      base.competencia.porExtenso, milhares(totais.clientes),
      milhares(totais.porStatus[.financiado] ?? 0), totais.aReceber.emReais(),
      totais.faturado.emReais(), totais.devolvido.emReais(), milhares(totais.desistencias),
      milhares(totais.requerAnalise),
    ])
  }
  return tabela.texto
}

/// - Parameters:
///   - clientes: those that were asked for; the totals are those of the whole base.
///   - inteira: true for a list that was asked for; else it is summed up where the page wants that.
func textoDaBase(_ base: Base, clientes: [Cliente], inteira: Bool) -> String {
  let totais = Totais(base)
  var texto = "\(base.nome): \(contagem(totais.clientes, "cliente", "clientes"))\n\n"
  var porStatus = Tabela([("Status", .esquerda), ("Clientes", .direita)])
  for status in Status.allCases {
    porStatus.acrescentar([status.nome, milhares(totais.porStatus[status] ?? 0)])
  }
  texto += porStatus.texto
  texto += "\nA receber: \(totais.aReceber.emReais())\nFaturado: \(totais.faturado.emReais())"
  if totais.devolvido != .zero { texto += ", dos quais \(totais.devolvido.emReais()) devolvidos" }
  texto += "\n"
  if totais.estornos != .zero { texto += "A devolver: \(totais.estornos.emReais())\n" }
  guard !base.clientes.isEmpty else { return texto }
  guard !clientes.isEmpty else { return texto + "\nNenhum cliente com esse filtro.\n" }
  let itens = inteira ? nil : Page.current.items
  guard let itens, totais.porStatus.values.contains(where: { $0 > itens }) else {
    return texto + "\n" + tabelaDeClientes(clientes)
  }
  let grupos = Dictionary(grouping: clientes) { $0.situacao.status }
  let mostrados = Status.allCases.flatMap { (grupos[$0] ?? []).prefix(itens) }
  return texto + "\n" + tabelaDeClientes(mostrados)
    + Status.allCases.map { status in
      let resto = (grupos[status]?.count ?? 0) - itens
      return resto <= 0
        ? ""
        : "… e mais \(milhares(resto)) em \(status.nome). Veja todos com 'comissoes base mostrar --mes"
          + " \(base.competencia.iso) --status \(status.rawValue.lowercased())'.\n"
    }.joined()
}

private func tabelaDeClientes(_ clientes: [Cliente]) -> String {
  var tabela = Tabela([
    ("Cliente", .esquerda), ("Status", .esquerda), ("Valor", .direita), ("Faturado", .esquerda),
    ("Observação", .esquerda),
  ])
  for cliente in clientes.emOrdemAlfabetica(por: \.chave) {
    let faturado =
      cliente.faturamento.map {
        "\($0.dia.brasileiro) (\($0.base.porExtenso))\($0.remate)"
      } ?? ""
    let estorno = cliente.estorno.map { "devolver \($0.emReais()); " } ?? ""
    tabela.acrescentar([
      cliente.chave.texto, cliente.situacao.status.nome, cliente.situacao.valor.emReais, faturado,
      estorno + (cliente.liberacao == nil ? "" : "nova comissão liberada; ")
        + (cliente.decisao == nil ? "" : "decisão manual: ")
        + (cliente.observacaoMostrada ?? "") + cliente.contrariedade,
    ])
  }
  return tabela.texto
}

extension Cliente {
  /// `; mas as planilhas dizem Desistiu`, of a manual decision that they contradict by now.
  fileprivate var contrariedade: String {
    guard let decisao, decisao.contrariada else { return "" }
    return "; mas as planilhas dizem \(decisao.regras.comValor)"
  }
}
