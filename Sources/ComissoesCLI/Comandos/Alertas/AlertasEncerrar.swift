import CommandLineKit
import Conciliacao
import Dados
import Dominio

let alertasResolver = encerrar(
  "resolver", "Encerra alertas como resolvidos.", .resolvido,
  examples: [
    "comissoes alertas resolver 2510-37 2510-38 --motivo \"corrigido em Gestores\"",
    "comissoes alertas resolver --tipo 2 --todos --motivo \"vendas de outra diretoria\"",
  ])

let alertasFalsoPositivo = encerrar(
  "falso-positivo", "Encerra alertas que não apontam problema nenhum.", .falsoPositivo,
  examples: [
    "comissoes alertas falso-positivo 37 --motivo \"são duas pessoas\"",
    "comissoes alertas falso-positivo --tipo 6 --cliente souza --todos --motivo \"x\" --dry-run",
  ])

let alertasReabrir = sobreAlertas(
  "reabrir", "Reabre alertas que tinham sido encerrados.", .reabrir,
  examples: ["comissoes alertas reabrir 2510-37 --motivo \"o corretor se enganou\""])

private func encerrar(
  _ nome: String, _ resumo: String, _ fim: Desfecho.Fim, examples: [String]
) -> Command<Ambiente> {
  sobreAlertas(nome, resumo, .encerrar(fim), examples: examples)
}

/// A command that says the same of some alerts, picked out by number or by filter.
private func sobreAlertas(
  _ nome: String, _ resumo: String, _ palavra: PalavraSobreAlerta.Palavra, examples: [String]
) -> Command<Ambiente> {
  Command(nome, resumo, examples: examples) { form in
    let escolha = EscolhaDeAlertas(
      &form, palavra == .reabrir ? .alertaEncerrado : .alertaPendente)
    let motivo = form.requiredOption(
      "--motivo", value: "<texto>", help: "Por quê, para o registro.", parse: lerMotivo)
    let sim = form.flag(
      "--sim", help: "Não pergunta antes; necessária com --todos fora de um terminal.")
    let dryRun = form.dryRun()
    return { values, ambiente in
      try ambiente.conferirFormato(values)
      let dita = PalavraSobreAlerta(palavra, motivo: try values[motivo])
      let escolhida = try escolha.escolhida(palavra, values)
      let consentimento = Consentimento(
        dryRun: try values[dryRun], sim: try values[sim],
        pergunta: escolhida.porFiltro ? { $0.pergunta } : nil)
      if escolhida.porFiltro { try ambiente.exigirQuemResponda(consentimento, sim.row, values) }
      try ambiente.dizer(consentimento, argumentos: ["motivo": dita.motivo]) { retrato in
        try escolhida.plano(dita, em: retrato).comHerdeiros(em: retrato)
      }
    }
  }
}

extension Ambiente {
  /// Where nobody sits, what was not named one by one needs a word on the line.
  func exigirQuemResponda(
    _ consentimento: Consentimento, _ sim: Row, _ values: Values
  ) throws {
    guard shell.confirm == nil, !consentimento.sim, !consentimento.dryRun else { return }
    throw values.errors([
      .missing(
        sim,
        remedy: "fora de um terminal não há a quem perguntar; veja antes com --dry-run o que muda")
    ])
  }
}

extension PlanoDeAlertas {
  /// `Encerrar 12 alertas como resolvidos?`
  var pergunta: String {
    let quantos = contagem(itens.count, "alerta", "alertas")
    switch itens.first?.palavra.palavra {
    case .encerrar(.resolvido): return "Encerrar \(quantos) por resolvido?"
    case .encerrar(.falsoPositivo): return "Encerrar \(quantos) por falso positivo?"
    case .reabrir, nil: return "Reabrir \(quantos)?"
    }
  }
}
