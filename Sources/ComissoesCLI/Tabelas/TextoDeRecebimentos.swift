import Dominio

/// - Parameter relatorio: the path of the workbook; nil in a dry run.
func textoDeRecebimentos(
  _ recebimentos: Recebimentos, base: Base, relatorio: String?
) -> String {
  let partes = [
    textoAReceber(recebimentos, dryRun: relatorio == nil),
    textoSemValor(recebimentos.semValor),
    textoJaFaturados(recebimentos.jaFaturados),
    textoAguardando(recebimentos),
    textoDeDesistencias(recebimentos),
    textoDeAlertas(recebimentos.alertas, de: base.competencia).drop { $0 == "\n" }.description,
  ].filter { !$0.isEmpty }
  let fim =
    relatorio.map { "Relatório: \($0)\n" } ?? "Simulação: nada foi faturado e nada foi gravado.\n"
  return "\(base.nome)\n\n" + partes.joined(separator: "\n") + "\n" + fim
}

private func textoAReceber(_ recebimentos: Recebimentos, dryRun: Bool) -> String {
  guard !recebimentos.aReceber.isEmpty else { return "A receber: nenhum cliente novo.\n" }
  var tabela = Tabela([
    ("A receber", .esquerda), ("Empreendimento", .esquerda), ("Contrato", .esquerda),
    ("Assinatura", .esquerda), ("Valor", .direita),
  ])
  for item in recebimentos.aReceber {
    tabela.acrescentar([
      item.cliente.texto, item.empreendimento ?? "–", item.contrato ?? "–",
      item.assinatura?.brasileiro ?? "–", item.valor.emReais(),
    ])
  }
  let verbo = dryRun ? "a faturar" : recebimentos.aReceber.count == 1 ? "faturado" : "faturados"
  return tabela.texto
    + "\(contagem(recebimentos.aReceber.count, "cliente", "clientes")) \(verbo),"
    + " total \(recebimentos.valorAReceber.emReais())\n"
}

private func textoSemValor(_ clientes: [Recebimentos.SemValor]) -> String {
  guard !clientes.isEmpty else { return "" }
  var tabela = Tabela([("REVISAR: assinaram, mas sem valor", .esquerda), ("Assinatura", .esquerda)])
  for item in clientes {
    tabela.acrescentar([item.cliente.texto, item.assinatura?.brasileiro ?? "–"])
  }
  return tabela.texto + "Preencha a COMISSÃO em Gestores e rode o controle de novo.\n"
}

private func textoJaFaturados(_ clientes: [Recebimentos.JaFaturado]) -> String {
  guard !clientes.isEmpty else { return "" }
  var tabela = Tabela([
    ("Já faturados", .esquerda), ("Base", .esquerda), ("Valor", .direita),
    ("Observação", .esquerda),
  ])
  for item in clientes {
    tabela.acrescentar([
      item.cliente.texto, item.faturamento.base.porExtenso, item.faturamento.valor.emReais(),
      item.observacoes.joined(separator: "; "),
    ])
  }
  var texto = tabela.texto
  for mes in Set(clientes.compactMap(\.liberadoEm)).sorted() {
    texto +=
      "Quem está liberado em \(mes.porExtenso) é faturado lá:"
      + " 'comissoes recebimentos --mes \(mes.iso)'.\n"
  }
  if clientes.contains(where: { $0.liberadoEm == nil && !$0.observacoes.isEmpty }) {
    texto +=
      "Ninguém é faturado de novo por si só: se houver mais uma comissão a receber, libere o cliente"
      + " com 'comissoes cliente liberar NOME --motivo TEXTO'.\n"
  }
  return texto
}

extension Recebimentos.JaFaturado {
  /// What is not as with every other billed client.
  fileprivate var observacoes: [String] {
    [
      faturamento.devolucao.map { "devolvido em \($0.dia.brasileiro) (\($0.motivo))" },
      contratoDiferente.map {
        "contrato \($0) no EPR; faturado com \(faturamento.contrato ?? "–")"
      },
      liberadoEm.map { "nova comissão liberada em \($0.porExtenso)" },
    ].compactMap(\.self)
  }
}

private func textoAguardando(_ recebimentos: Recebimentos) -> String {
  let clientes = recebimentos.aguardandoAssinatura
  guard !clientes.isEmpty else { return "" }
  return "Aguardando assinatura: \(contagem(clientes.count, "cliente", "clientes")),"
    + " \(recebimentos.valorAguardando.emReais())\n"
}

private func textoDeDesistencias(_ recebimentos: Recebimentos) -> String {
  guard !recebimentos.desistencias.isEmpty else { return "" }
  var tabela = Tabela([
    ("Desistências", .esquerda), ("Status", .esquerda), ("A devolver", .direita),
    ("Observação", .esquerda),
  ])
  for item in recebimentos.desistencias {
    tabela.acrescentar([
      item.cliente.texto, item.status.nome, item.estorno.emReais, item.observacao ?? "",
    ])
  }
  let estornos =
    recebimentos.estornos == .zero
    ? "" : "Total a devolver: \(recebimentos.estornos.emReais())\n"
  return tabela.texto + estornos
}
