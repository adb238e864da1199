import Dominio

func textoDeRelatorios(_ guardados: [RelatorioGuardado]) -> String {
  guard !guardados.isEmpty else {
    return "Nenhum relatório ainda. 'comissoes recebimentos' faz o primeiro.\n"
  }
  var tabela = Tabela(
    [
      ("Nº", .direita), ("Base", .esquerda), ("Data", .esquerda), ("Clientes", .direita),
      ("Valor", .direita), ("Desistências", .direita), ("Arquivo", .esquerda),
    ], dispensaveis: ["Desistências", "Base"])
  for guardado in guardados {
    let relatorio = guardado.relatorio
    tabela.acrescentar([
      "\(relatorio.numero)", guardado.base.competencia.porExtenso, relatorio.dia.brasileiro,
      milhares(relatorio.clientes), relatorio.valor.emReais(), milhares(relatorio.desistencias),
      relatorio.arquivo,
    ])
  }
  return tabela.texto
}

func textoDeRelatorio(_ guardado: RelatorioGuardado) -> String {
  let relatorio = guardado.relatorio
  var texto =
    "Relatório nº \(relatorio.numero), \(guardado.base.nome), \(relatorio.dia.brasileiro)\n\n"
  var tabela = Tabela([
    ("Cliente", .esquerda), ("Contrato", .esquerda), ("Valor", .direita), ("", .esquerda),
  ])
  for (cliente, faturamento) in guardado.faturados {
    tabela.acrescentar([
      cliente.texto, faturamento.contrato ?? "–", faturamento.valor.emReais(),
      String(faturamento.remate.drop { ", ".contains($0) }),
    ])
  }
  texto += tabela.texto
  return texto
    + "\(contagem(relatorio.clientes, "cliente", "clientes")),"
    + " total \(relatorio.valor.emReais())\n"
}
