import Dados
import Dominio

/// All that is known of one alert.
struct AlertaPorInteiro {
  let numero: NumeroDeAlerta
  let alerta: Alerta
  let base: Base
  /// What ended it; nil while it is open.
  let operacao: Operacao?

  /// The client as the base has him now; nil for a name that is not in it.
  var cliente: Cliente? { base.clientes.first { $0.chave == alerta.cliente } }

  init(_ numero: NumeroDeAlerta, _ alerta: Alerta, em retrato: Retrato) throws {
    self.numero = numero
    self.alerta = alerta
    base = try retrato.baseEscolhida(numero.base)
    let encerrou = alerta.desfecho?.operacao
    operacao = try encerrou.flatMap { numero in
      try retrato.historico().first { $0.numero == numero }
    }
  }
}

/// - Parameter passos: whether the commands that could come next are shown.
func textoDeUmAlerta(
  _ inteiro: AlertaPorInteiro, passos: Bool = true, em fuso: Fuso
) -> String {
  let alerta = inteiro.alerta
  var texto =
    "Alerta \(inteiro.numero), severidade \(alerta.tipo.severidade.nome): \(alerta.tipo.nome)"
    + " (tipo \(alerta.tipo.numero))\n\(alerta.descricaoComNome)\n"
    + "\(alerta.tipo.acaoSugerida).\n"
  texto += "\nStatus: \(andamento(inteiro, em: fuso))\n"
  if let reabertura = alerta.reabertura { texto += "Reabertura: \(reabertura)\n" }
  for anterior in alerta.desfechosAnteriores { texto += "Antes: \(textoDoDesfecho(anterior))\n" }
  texto += textoDeEvidencias(alerta.evidencias) + textoDeCandidatos(alerta.candidatos)
  texto += "\n\(situacaoDoCliente(inteiro))\n"
  guard passos else { return texto }
  return texto + "\nO que se pode fazer:\n"
    + proximosPassos(inteiro).map { "  \($0)\n" }.joined()
}

/// `resolvido (já recebida), por rosa em 03/11/2025 14:05, operação 4`.
private func andamento(_ inteiro: AlertaPorInteiro, em fuso: Fuso) -> String {
  guard let desfecho = inteiro.alerta.desfecho else { return "pendente" }
  var partes = ["\(desfecho.fim.nome): \(desfecho.motivo)"]
  switch desfecho.autor {
  case .pessoa:
    if let operacao = inteiro.operacao {
      partes.append("por \(operacao.usuario) em \(operacao.quando(em: fuso))")
    }
  case .decisao: partes.append("por uma decisão manual sobre o cliente")
  case .mesAnterior:
    partes.append(
      "como já estava o alerta \(desfecho.referencia?.description ?? "do mês anterior"), com os"
        + " mesmos valores")
  case .naoSeRepete: partes.append("pelo próprio programa")
  }
  if let volta = desfecho.volta { partes.append(volta) }
  return partes.joined(separator: ", ") + " (operação \(desfecho.operacao))"
}

/// `resolvido, na operação 4 (já recebida), enquanto as planilhas diziam FORMA = QUITADO; se …`
private func textoDoDesfecho(_ anterior: DesfechoAnterior) -> String {
  let desfecho = anterior.desfecho
  let ditas = anterior.evidencias.map { "\($0.coluna) = \($0.valorMostrado)" }
  return "\(desfecho.fim.nome), na operação \(desfecho.operacao) (\(desfecho.motivo)), com"
    + " \(ditas.joined(separator: ", ")); se isso voltar, volta a valer"
}

private func textoDeEvidencias(_ evidencias: [Evidencia]) -> String {
  guard !evidencias.isEmpty else { return "" }
  var tabela = Tabela([
    ("O que as planilhas dizem", .esquerda), ("Coluna", .esquerda), ("Valor", .esquerda),
  ])
  for evidencia in evidencias {
    tabela.acrescentar([
      evidencia.lugarOuLinha, evidencia.coluna, evidencia.valorMostrado,
    ])
  }
  return "\n" + tabela.texto
}

private func textoDeCandidatos(_ candidatos: [Candidato]) -> String {
  guard !candidatos.isEmpty else { return "" }
  var tabela = Tabela([
    ("Nomes parecidos", .esquerda), ("Onde", .esquerda), ("Confiança", .direita),
    ("Por quê", .esquerda),
  ])
  for candidato in candidatos {
    tabela.acrescentar([
      candidato.nome.texto, candidato.planilha.rawValue, "\(candidato.confianca)%",
      candidato.razoes.joined(separator: ", "),
    ])
  }
  return "\n" + tabela.texto
}

private func situacaoDoCliente(_ inteiro: AlertaPorInteiro) -> String {
  guard let cliente = inteiro.cliente else {
    return "\(inteiro.alerta.cliente) não está na \(inteiro.base.nome)."
  }
  let faturado =
    cliente.faturamento.map { ", faturado \($0.valor.emReais()) em \($0.dia.brasileiro)" } ?? ""
  let observacao = cliente.situacao.observacao.map { ". \($0)" } ?? ""
  return "\(cliente.chave) na \(inteiro.base.nome): \(cliente.situacao.resumo)\(faturado)"
    + "\(observacao)."
}

/// Commands to copy, likeliest first.
func proximosPassos(_ inteiro: AlertaPorInteiro) -> [String] {
  let (numero, alerta) = (inteiro.numero, inteiro.alerta)
  guard let desfecho = alerta.desfecho else {
    let nome = entreAspas(alerta.cliente.texto)
    // Somebody outside of the base may be a client whose name is not near enough to be proposed.
    let proposto =
      alerta.candidatos.first?.nome.texto ?? (inteiro.cliente == nil ? "NOME DO CLIENTE" : nil)
    let vinculos = [proposto].compactMap(\.self).map {
      "comissoes cliente vincular \(nome) \(entreAspas($0)) --motivo \"…\""
    }
    let decisoes =
      inteiro.cliente == nil
      ? []
      : [
        "comissoes explicar \(nome)",
        "comissoes cliente decidir \(nome) --status … --motivo \"…\"",
      ]
    return vinculos + decisoes + [
      "comissoes alertas resolver \(numero) --motivo \"…\"",
      "comissoes alertas falso-positivo \(numero) --motivo \"…\"",
    ]
  }
  return desfecho.autor == .naoSeRepete
    ? ["comissoes historico mostrar \(desfecho.operacao)"]
    : ["comissoes alertas reabrir \(numero) --motivo \"…\""]
}

/// A word of a command line that a shell takes for one word.
func entreAspas(_ palavra: String) -> String {
  let perigosos: Set<Character> = ["\"", "$", "`", "\\", "!"]
  guard palavra.contains(where: perigosos.contains) else { return "\"\(palavra)\"" }
  return "'\(palavra.replacing("'", with: "'\\''"))'"
}
