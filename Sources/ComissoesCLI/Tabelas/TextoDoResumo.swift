import Dominio

/// About ten lines.
func textoDoResumo(_ resumo: Resumo) -> String {
  let danos =
    resumo.danos.isEmpty
    ? "" : "! Há algo errado na pasta de dados.\n" + resumo.danos.map { "  \($0)\n" }.joined()
  let estado =
    if let base = resumo.base {
      textoDaCasa(resumo, base)
    } else if resumo.danos.isEmpty {
      "Bem-vindo ao comissoes, que fecha o mês das comissões a partir das quatro planilhas.\n"
        + "Ainda não há dados em \(resumo.pasta).\n"
    } else {
      ""
    }
  return [danos, estado, textoDoPasso(resumo)].filter { !$0.isEmpty }.joined(separator: "\n")
}

private func textoDaCasa(_ resumo: Resumo, _ base: Base) -> String {
  let total = resumo.aReceber
  let assinatura = resumo.cruzadaComEPR ? "Aguardando assinatura ou valor" : "A receber"
  let meses =
    resumo.meses.count == 1
    ? base.competencia.porExtenso
    : "\(resumo.meses.count), de \(resumo.meses[0].porExtenso) a \(base.competencia.porExtenso)"
  var linhas = [
    ("Dados", resumo.pasta),
    ("Meses", meses),
    ("Clientes", "\(milhares(base.clientes.count)) na \(base.nome)"),
    ("Alertas", textoDosAlertas(resumo, base)),
    (
      assinatura,
      "\(contagem(total.clientes, "cliente", "clientes")), \(total.valor.emReais())"
        + (resumo.semValor == 0
          ? "" : " (\(milhares(resumo.semValor)) ainda sem valor em Gestores)")
    ),
  ]
  let devolver = resumo.aDevolver
  if devolver.clientes > 0 {
    linhas.append(
      (
        "A devolver",
        "\(contagem(devolver.clientes, "cliente", "clientes")), \(devolver.valor.emReais())"
      ))
  }
  if resumo.contrariados > 0 {
    linhas.append(
      (
        "Decisões manuais",
        contagem(resumo.contrariados, "contrariada", "contrariadas")
          + " pelas planilhas (comissoes base mostrar)"
      ))
  }
  if let ultimo = resumo.ultimo {
    linhas.append(
      (
        "Último relatório",
        "nº \(ultimo.relatorio.numero), de \(ultimo.relatorio.dia.brasileiro):"
          + " \(contagem(ultimo.relatorio.clientes, "cliente", "clientes")),"
          + " \(ultimo.relatorio.valor.emReais()) (\(ultimo.base.porExtenso))"
      ))
    linhas.append(("", ultimo.caminho))
  } else {
    linhas.append(("Último relatório", "nenhum ainda"))
  }
  let largura = linhas.reduce(0) { max($0, $1.0.count) }
  return linhas.map { titulo, texto in
    "\(titulo)\(String(repeating: " ", count: largura - titulo.count))  \(texto)\n"
  }.joined()
}

private func textoDosAlertas(_ resumo: Resumo, _ base: Base) -> String {
  let deAntes =
    resumo.alertasAnteriores == 0
    ? "" : "; mais \(milhares(resumo.alertasAnteriores)) em meses anteriores"
  let abertos = base.alertasAbertos
  guard !abertos.isEmpty else { return "nenhum em aberto\(deAntes)" }
  return "\(milhares(abertos.count)) em aberto (\(abertos.porSeveridade))\(deAntes)"
}

private func textoDoPasso(_ resumo: Resumo) -> String {
  var texto = "\(resumo.passo.oQue):\n  \(resumo.passo.comando)\n"
  if resumo.base == nil, resumo.danos.isEmpty {
    texto += "Guardar onde ficam as planilhas e os dados:\n  comissoes configurar\n"
  }
  return texto + "Tudo o que se pode fazer:\n  comissoes --ajuda\n"
}
