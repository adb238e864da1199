import Dados
import Dominio

func textoDaFicha(_ ficha: FichaDeCliente, em fuso: Fuso) -> String {
  var texto = "\(ficha.chave)\n"
  for mes in ficha.meses.reversed() { texto += textoDoMes(mes) }
  guard !ficha.mudancas.isEmpty else { return texto }
  var tabela = Tabela([
    ("Op.", .direita), ("Quando", .esquerda), ("Quem", .esquerda), ("Base", .esquerda),
    ("Ação", .esquerda), ("Mudança", .esquerda),
  ])
  for mudanca in ficha.mudancas {
    let linha = mudanca.linha
    tabela.acrescentar([
      "\(linha.operacao)", momentoBrasileiro(linha.momento, em: fuso), linha.usuario,
      linha.competencia?.iso ?? "–", linha.acao.nome, mudanca.texto,
    ])
  }
  return texto + "\nMudanças, da mais antiga à mais nova\n\n" + tabela.texto
}

private func textoDoMes(_ mes: FichaDeCliente.Mes) -> String {
  let cliente = mes.cliente
  var linhas = ["Status: \(cliente.situacao.resumo)"]
  if let fonte = cliente.situacao.fonte { linhas.append("Fonte: \(fonte)") }
  if let observacao = cliente.observacaoMostrada { linhas.append("Observação: \(observacao)") }
  linhas += [cliente.decisao?.linha].compactMap(\.self)
  linhas += cliente.linhasDeFaturamento
  linhas += mes.vinculos.map(\.linha)
  let cadastro = [
    cliente.cadastro.empreendimento, cliente.cadastro.unidade,
    cliente.cadastro.corretor.map { "corretor \($0)" },
  ].compactMap(\.self)
  if !cadastro.isEmpty { linhas.append("Cadastro: \(cadastro.joined(separator: ", "))") }
  linhas.append(
    cliente.linhas.isEmpty
      ? "Não está mais em Acompanhamento."
      : "Em Acompanhamento: \(cliente.linhas.count == 1 ? "linha" : "linhas")"
        + " \(cliente.linhas.map(String.init).joined(separator: ", "))")
  linhas += mes.alertas.map {
    "Alerta \(mes.base.numero(de: $0)), \($0.andamento): \($0.descricao)"
  }
  return "\n\(mes.base.nome)\n" + linhas.map { "  \($0)\n" }.joined()
}

extension FichaDeCliente.Mudanca {
  /// What changed and, where that does not say it already, why.
  fileprivate var texto: String {
    guard let motivo, !linha.mudanca.contains(motivo) else { return linha.mudanca }
    return "\(linha.mudanca); motivo: \(motivo)"
  }
}
